package publish

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// Target says which pull request, and who speaks.
type Target struct {
	URL    string // of the API, or of the server; "" where the platform has one of its own
	Repo   string // as the platform writes it: owner/name, a path of groups, project/repository
	Number int64  // of the pull request
	Token  string
	User   string // for a token that goes with a name
	// Account is who the token speaks as, where it cannot say so itself: a login,
	// or the id that the platform gives.
	Account string
	Job     bool // the token is that of a GitLab job
}

// platform is how one is opened.
type platform struct {
	url  string // where the service runs that its makers run
	auth func(Target) func(http.Header)
	open func(t Target, client *http.Client, base string) (Forge, error)
}

// platforms are all there are.
func platforms() map[string]platform {
	return map[string]platform{
		"github":    {"https://api.github.com", bearer, openGitHub},
		"gitlab":    {"https://gitlab.com/api/v4", gitlabAuth, openGitLab},
		"bitbucket": {"https://api.bitbucket.org/2.0", bitbucketAuth, openBitbucket},
		"azure":     {"", azureAuth, openAzure},
		"gitea":     {"", giteaAuth, openGitea},
	}
}

// Platforms are their names.
func Platforms() []string { return slices.Sorted(maps.Keys(platforms())) }

// LimitsOf is what a platform takes; ok is false for one that is not known.
func LimitsOf(name string) (Limits, bool) {
	switch name {
	case "github":
		return githubLimits, true
	case "gitlab":
		return gitlabLimits, true
	case "bitbucket":
		return bitbucketLimits, true
	case "azure":
		return azureLimits, true
	case "gitea":
		return giteaLimits, true
	}
	return Limits{}, false
}

// Open is the pull request of a target. Nothing is asked yet.
func Open(name string, t Target, w Wire) (Forge, error) {
	p, ok := platforms()[name]
	if !ok {
		return nil, fmt.Errorf("%q is no platform: one of %s", name, strings.Join(Platforms(), ", "))
	}
	if t.URL == "" {
		t.URL = p.url
	}
	if t.URL == "" {
		return nil, errors.New("no address of the server: say --url")
	}
	t.URL = strings.TrimRight(t.URL, "/")
	client, _, err := w.client(t.URL, p.auth(t))
	if err != nil {
		return nil, err
	}
	f, err := p.open(t, client, t.URL)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func bearer(t Target) func(http.Header) {
	return func(h http.Header) { h.Set("Authorization", "Bearer "+t.Token) }
}

// halves splits a repository's name in two.
func halves(repo, form string) (string, string, error) {
	a, b, ok := strings.Cut(strings.Trim(repo, "/"), "/")
	if !ok || a == "" || b == "" || strings.Contains(b, "/") {
		return "", "", fmt.Errorf("repository %q is not written %s", repo, form)
	}
	return a, b, nil
}

// Clean takes the token out of a text, should anything have put it there.
func (t Target) Clean(text string) string {
	for _, secret := range []string{t.Token, base64.StdEncoding.EncodeToString([]byte(t.User + ":" + t.Token)), url.QueryEscape(t.Token)} {
		if t.Token != "" {
			text = strings.ReplaceAll(text, secret, "[token]")
		}
	}
	return text
}

// Finder is a forge that can look up the pull request of a branch.
type Finder interface {
	// Find looks for the open pull request of owner:branch whose head is sha, and
	// makes it the one spoken of; 0 for none.
	Find(ctx context.Context, branch, sha string) (int64, error)
}

// errHide is of a platform that cannot fold comments away.
var errHide = errors.New("this platform cannot hide comments")

// errNobody is of a token that cannot say who it speaks as.
var errNobody = errors.New("the token cannot say which account it speaks as, so that our comments cannot be told from those of others: say --account")
