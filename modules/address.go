package modules

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"
)

// location is where a package lies that is not in a registry.
type location struct {
	git      bool
	url      *url.URL
	ref      string // of git: branch, tag or commit, "" for the default branch
	checksum string // of an archive: "sha256:…", "" for none
	sub      string // of the module in the package, "" for the package itself
}

// parseAddress reads the address of a git repository or an archive, with the
// shorthands that Terraform knows.
func parseAddress(source string) (location, error) {
	var at location
	source, at.sub = splitSub(source)
	if at.sub != "" && !filepath.IsLocal(filepath.FromSlash(at.sub)) {
		return at, problemf("the folder behind // leads out of the package: check the source")
	}
	forced, rest, ok := strings.Cut(source, "::")
	if !ok {
		forced, rest = "", source
	}
	switch forced {
	case "git":
		at.git = true
	case "", "http", "https":
	default:
		return at, problemf("iaclint does not fetch from %s::, only from registries, git and http: run init, or check the plan", plain(forced))
	}
	if full, ok := shorthand(rest); ok {
		at.git, rest = true, full
	}
	u, err := url.Parse(rest)
	if err != nil || u.Host == "" && u.Scheme != "file" || u.Opaque != "" {
		return at, problemf("its source is no address that iaclint knows: check it, or run init")
	}
	u.Scheme = strings.ToLower(u.Scheme)
	u.Fragment = ""
	at.url = u
	return at, at.check()
}

// check refuses what is not fetched, and takes the options out of the address.
func (at *location) check() error {
	u := at.url
	switch {
	case u.Scheme == "file":
		return problemf("iaclint does not fetch from file://: write a relative path, as ./modules/net")
	case u.Scheme != "https" && u.Scheme != "http" && (u.Scheme != "ssh" || !at.git):
		return problemf("iaclint does not fetch over %s://: run init, or check the plan", plain(u.Scheme))
	case u.Hostname() == "" || strings.HasPrefix(u.Hostname(), "-") || strings.HasPrefix(u.User.Username(), "-") || strings.ContainsAny(u.Host+u.Path, "\n\r\x00"):
		return problemf("its source is no address that iaclint knows: check it, or run init")
	}
	q := u.Query()
	if at.git {
		if q.Has("sshkey") {
			return problemf("iaclint takes no keys out of a source (sshkey=): let an ssh agent hold it, or run init")
		}
		at.ref = q.Get("ref")
		if q.Has("ref") && !goodRef(at.ref) {
			return problemf("ref=%s is no name of a branch, tag or commit: check the source", plain(at.ref))
		}
		q.Del("ref")
		q.Del("depth") // never more than one commit is fetched
	} else {
		at.checksum = q.Get("checksum")
		q.Del("checksum")
		q.Del("archive") // the archive itself says which kind it is
	}
	if len(q) > 0 || u.RawQuery == "" {
		u.RawQuery = q.Encode()
	} else {
		u.RawQuery = ""
	}
	return nil
}

// goodRef is whether git takes a text for the name of a branch, tag or commit,
// and for nothing else.
func goodRef(ref string) bool {
	if ref == "" || len(ref) > 250 || strings.HasPrefix(ref, "-") || strings.HasPrefix(ref, "/") || strings.Contains(ref, "..") || strings.Contains(ref, "@{") {
		return false
	}
	return !strings.ContainsFunc(ref, func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune("~^:?*[\\", r) })
}

// shorthand writes out github.com/owner/name, bitbucket.org/owner/name and
// user@host:path.
func shorthand(source string) (string, bool) {
	source, query, _ := strings.Cut(source, "?")
	if query != "" {
		query = "?" + query
	}
	if strings.HasPrefix(source, "github.com/") || strings.HasPrefix(source, "bitbucket.org/") {
		if parts := strings.Split(source, "/"); len(parts) == 3 {
			return "https://" + strings.TrimSuffix(source, ".git") + ".git" + query, true
		}
	}
	if strings.Contains(source, "://") {
		return "", false
	}
	user, rest, ok := strings.Cut(source, "@")
	host, name, two := strings.Cut(rest, ":")
	if !ok || !two || user == "" || strings.ContainsAny(user+host, "/?#:") {
		return "", false
	}
	return "ssh://" + user + "@" + host + "/" + strings.TrimPrefix(name, "/") + query, true
}

// splitSub takes the folder behind // out of an address.
func splitSub(source string) (rest, sub string) {
	source, query, asked := strings.Cut(source, "?")
	from := 0
	if i := strings.Index(source, "://"); i >= 0 {
		from = i + 3
	}
	if i := strings.Index(source[from:], "//"); i >= 0 {
		source, sub = source[:from+i], source[from+i+2:]
	}
	if asked {
		source += "?" + query
	}
	if sub != "" {
		sub = path.Clean(strings.TrimLeft(sub, "/"))
	}
	return source, sub
}
