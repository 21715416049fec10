package pack

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/opencontainers/go-digest"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
	"oras.land/oras-go/v2/content"
	"oras.land/oras-go/v2/errdef"
	"oras.land/oras-go/v2/registry/remote"
	"oras.land/oras-go/v2/registry/remote/auth"
	"oras.land/oras-go/v2/registry/remote/credentials"
	"oras.land/oras-go/v2/registry/remote/errcode"
	"oras.land/oras-go/v2/registry/remote/retry"

	"github.com/iaclint/iaclint/pack/trust"
)

// What is taken in from a registry at most.
const (
	mostManifest = 1 << 20
	mostConfig   = 8 << 20
	mostLayer    = 16 << 20
	mostBundle   = trust.MaxBundle
	mostSigners  = trust.MaxBundles // referrers that are looked at
	mostTagPages = 100
)

// Network is how registries are spoken to. The zero value takes all of it from
// the machine: the credentials are those of the user's Docker configuration.
type Network struct {
	PlainHTTP bool              // also with hosts that are not this machine
	Transport http.RoundTripper // nil for one of the machine's own settings
	Patience  time.Duration     // before the first of further tries; 500 ms
	Agent     string            // name and version of this program
}

// repository is a repository of a registry, ready to be asked.
type repository struct {
	*remote.Repository
	host string
}

func (n Network) open(ref Ref) (*repository, error) {
	r, err := remote.NewRepository(ref.Host + "/" + ref.Repository)
	if err != nil {
		return nil, fmt.Errorf("%s names no repository: %w", ref.Source, err)
	}
	r.PlainHTTP = n.PlainHTTP || ref.Loopback()
	r.TagListMaxPages, r.ReferrerListMaxPages = mostTagPages, 4
	r.MaxMetadataBytes = mostManifest
	r.SkipReferrersGC = true // deleting is nothing that a push should need to be allowed
	client := &auth.Client{Client: n.client(), Cache: auth.NewCache()}
	client.SetUserAgent(n.Agent)
	// Credentials are read when a registry asks for them, and no sooner.
	client.Credential = func(ctx context.Context, host string) (auth.Credential, error) {
		store, err := credentials.NewStoreFromDocker(credentials.StoreOptions{DetectDefaultNativeStore: false})
		if err != nil {
			return auth.EmptyCredential, Hint{fmt.Errorf("the Docker configuration cannot be read: %w", bare(err)), "Mend it, or name another folder in DOCKER_CONFIG"}
		}
		return credentials.Credential(store)(ctx, host)
	}
	r.Client = client
	return &repository{r, ref.Host}, nil
}

// client follows redirects without credentials (oras drops them) and never from
// TLS to plain HTTP, and asks again where a server is busy.
func (n Network) client() *http.Client {
	base := n.Transport
	if base == nil {
		base = &http.Transport{
			Proxy:                 http.ProxyFromEnvironment,
			DialContext:           (&net.Dialer{Timeout: 15 * time.Second}).DialContext,
			TLSHandshakeTimeout:   15 * time.Second,
			ResponseHeaderTimeout: 30 * time.Second,
			TLSClientConfig:       &tls.Config{MinVersion: tls.VersionTLS12},
			ForceAttemptHTTP2:     true,
		}
	}
	wait := n.Patience
	if wait == 0 {
		wait = 500 * time.Millisecond
	}
	t := retry.NewTransport(base)
	t.Policy = func() retry.Policy {
		return &retry.GenericPolicy{
			Retryable: retry.DefaultPredicate, Backoff: retry.ExponentialBackoff(wait, 2, 0),
			MinWait: wait, MaxWait: 8 * wait, MaxRetry: 3,
		}
	}
	return &http.Client{Transport: t, CheckRedirect: func(req *http.Request, via []*http.Request) error {
		if via[0].URL.Scheme == "https" && req.URL.Scheme != "https" {
			return errDowngrade
		}
		if len(via) >= 5 {
			return errors.New("it leads on and on to other addresses")
		}
		return nil
	}}
}

var errDowngrade = errors.New("it leads from https to http")

// resolve is the digest that a tag or a digest stands for.
func (r *repository) resolve(ctx context.Context, which string) (string, error) {
	d, err := r.Repository.Resolve(ctx, which)
	if err != nil {
		return "", r.said(err, "no pack "+which)
	}
	if !hexDigest(d.Digest.String()) {
		return "", fmt.Errorf("%s pins %s by %.80s, and packs are pinned by SHA-256", r.host, which, d.Digest)
	}
	return d.Digest.String(), nil
}

// versions are the releases among the tags, the newest first.
func (r *repository) versions(ctx context.Context) ([]semver, error) {
	var out []semver
	err := r.Tags(ctx, "", func(tags []string) error {
		for _, t := range tags {
			if v, ok := parseVersion(t); ok {
				out = append(out, v)
			}
		}
		return nil
	})
	if err != nil {
		return nil, r.said(err, noRepository)
	}
	slices.SortFunc(out, func(a, b semver) int { return b.compare(a) })
	return out, nil
}

// manifest is the manifest of a digest, as it is.
func (r *repository) manifest(ctx context.Context, digested string) ([]byte, error) {
	d, body, err := r.Manifests().FetchReference(ctx, digested)
	if err != nil {
		return nil, r.said(err, "no pack "+digested)
	}
	defer body.Close()
	if d.Size > mostManifest {
		return nil, fmt.Errorf("the manifest at %s is larger than %d KiB", r.host, mostManifest>>10)
	}
	d.Digest = digest.Digest(digested)
	src, err := content.ReadAll(body, d)
	if err != nil {
		return nil, r.said(err, "")
	}
	return src, nil
}

// blob is the content of a descriptor, which is held to its size and digest.
func (r *repository) blob(ctx context.Context, d ocispec.Descriptor, most int64) ([]byte, error) {
	if d.Size > most || d.Size < 0 {
		return nil, fmt.Errorf("what %s offers has %d bytes, and %d are taken at most", r.host, d.Size, most)
	}
	if !hexDigest(d.Digest.String()) {
		return nil, fmt.Errorf("what %s offers is pinned by %.80s, and packs are pinned by SHA-256", r.host, d.Digest)
	}
	src, err := content.FetchAll(ctx, r.Blobs(), d)
	if err != nil {
		return nil, r.said(err, "a part of the pack ("+d.Digest.String()+") is not there")
	}
	return src, nil
}

// said puts what went wrong into words, with the next step; missing is what a 404
// means.
func (r *repository) said(err error, missing string) error {
	var answer *errcode.ErrorResponse
	var own Hint
	switch {
	case errors.As(err, &own):
		return own
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, auth.ErrBasicCredentialNotFound):
		return r.refusal(http.StatusUnauthorized, missing)
	case errors.Is(err, errDowngrade):
		return Hint{fmt.Errorf("%s leads from https to http, where anybody on the way could answer", r.host), "Tell whoever runs it"}
	case errors.As(err, &answer):
		return r.refusal(answer.StatusCode, missing)
	case errors.Is(err, errdef.ErrNotFound):
		return r.refusal(http.StatusNotFound, missing)
	case errors.Is(err, content.ErrMismatchedDigest), errors.Is(err, content.ErrInvalidDescriptorSize), errors.Is(err, content.ErrTrailingData):
		return Hint{fmt.Errorf("what %s sends is not what the digest was made of, and is thrown away", r.host), "Try again; if it stays, the registry or something on the way changes it"}
	case errors.Is(err, context.DeadlineExceeded):
		return Hint{fmt.Errorf("%s did not answer in time", r.host), "Try again"}
	}
	text := err.Error()
	switch {
	case strings.Contains(text, "unexpected EOF") || strings.Contains(text, "connection reset") || errors.Is(err, net.ErrClosed):
		return Hint{fmt.Errorf("the answer of %s breaks off", r.host), "Try again"}
	case strings.Contains(text, "x509:") || strings.Contains(text, "tls:"):
		return Hint{fmt.Errorf("the certificate of %s is not trusted", r.host), "Add its authority to this machine's"}
	case strings.Contains(text, "server gave HTTP response to HTTPS client"):
		return Hint{fmt.Errorf("%s speaks no TLS", r.host), "If that is as it should be, say --plain-http"}
	case strings.Contains(text, "no such host"):
		return Hint{fmt.Errorf("no host %s is known", r.host), "Check the reference"}
	case strings.Contains(text, "connection refused"):
		return Hint{fmt.Errorf("%s refuses connections", r.host), "Check the reference, and that the registry runs"}
	case strings.Contains(text, "context deadline exceeded") || strings.Contains(text, "Client.Timeout"):
		return Hint{fmt.Errorf("%s did not answer in time", r.host), "Try again"}
	case strings.Contains(text, "401"):
		return r.refusal(http.StatusUnauthorized, missing)
	}
	return Hint{fmt.Errorf("%s cannot be asked: %s", r.host, plain(text)), "Try again"}
}

// noRepository is what a 404 means where no version was asked for.
const noRepository = "no repository"

// refusal is what an answer without content means.
func (r *repository) refusal(code int, missing string) error {
	host := r.host
	switch {
	case code == http.StatusUnauthorized:
		return Hint{fmt.Errorf("%s wants a login (401)", host), "docker login " + host + " or oras login " + host + " keeps one"}
	case code == http.StatusForbidden:
		return Hint{fmt.Errorf("%s does not allow it for this login (403)", host), "Ask whoever owns " + r.Reference.Repository + ", or log in as somebody else"}
	case code == http.StatusNotFound:
		if missing == "" {
			missing = "no such thing"
		}
		what := fmt.Sprintf("%s in %s", missing, r.Reference.Repository)
		if missing == noRepository {
			what = missing + " " + r.Reference.Repository
		}
		return Hint{fmt.Errorf("%s has %s (404)", host, what), "Check the reference; a private repository may look so without a login"}
	case code == http.StatusTooManyRequests:
		return Hint{fmt.Errorf("%s has been asked too often (429)", host), "Try again later, or log in: many registries allow more then"}
	case code >= 500:
		return Hint{fmt.Errorf("%s is out of order (%d)", host, code), "Try again later"}
	}
	return Hint{fmt.Errorf("%s answers %d %s", host, code, http.StatusText(code)), "Check the reference"}
}

// plain is a text from elsewhere that may be shown: one line, without signs that
// do something to a terminal, and without addresses, which may hold a token.
func plain(text string) string {
	words := strings.Fields(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, text))
	for i, w := range words {
		if strings.Contains(w, "://") {
			words[i] = "…"
		}
	}
	out := []rune(strings.Join(words, " "))
	if len(out) > 160 {
		out = append(out[:160], '…')
	}
	return string(out)
}

// referrers are the signature bundles attached to a manifest.
func (r *repository) referrers(ctx context.Context, manifest []byte) ([]Bundle, error) {
	subject := descriptor(ocispec.MediaTypeImageManifest, manifest)
	var found []ocispec.Descriptor
	err := r.Referrers(ctx, subject, "", func(list []ocispec.Descriptor) error {
		found = append(found, list...)
		if len(found) > 1000 {
			return errors.New("it has too many referrers")
		}
		return nil
	})
	if err != nil {
		return nil, r.said(err, "no referrers")
	}
	// Some registries show another type than the manifest's own: that decides.
	signature := func(d ocispec.Descriptor) string {
		if strings.HasPrefix(d.ArtifactType, bundlePrefix) {
			return "0"
		}
		return "1"
	}
	slices.SortFunc(found, func(a, b ocispec.Descriptor) int {
		return strings.Compare(signature(a)+a.Digest.String(), signature(b)+b.Digest.String())
	})
	var out []Bundle
	for _, d := range found[:min(len(found), mostSigners)] {
		if !hexDigest(d.Digest.String()) {
			continue
		}
		src, err := r.manifest(ctx, d.Digest.String())
		if err != nil {
			return nil, err
		}
		b := Bundle{Manifest: src}
		layer, err := b.layer(subject)
		if err != nil {
			continue // none of this manifest
		}
		if b.Content, err = r.blob(ctx, layer, mostBundle); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}
