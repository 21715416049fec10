package modules

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"
)

// web asks servers.
type web struct {
	client *http.Client
	limits *limits
}

const maxRedirects = 10

func newWeb(transport http.RoundTripper, l *limits) web {
	if transport == nil {
		own := http.DefaultTransport.(*http.Transport).Clone()
		own.MaxResponseHeaderBytes = 1 << 20
		transport = own
	}
	return web{&http.Client{Transport: transport, CheckRedirect: redirected}, l}
}

// redirected sees to it that a redirect takes nothing along: no token to
// another host, not even to another port or a subdomain, no address that was
// asked before, and nothing from https to http.
func redirected(req *http.Request, via []*http.Request) error {
	first, last := via[0].URL, via[len(via)-1].URL
	req.Header.Del("Referer")
	switch {
	case req.URL.Scheme != "https" && req.URL.Scheme != "http":
		return problemf("%s redirects to something that is neither http nor https: check the source", last.Host)
	case last.Scheme == "https" && req.URL.Scheme == "http":
		return problemf("%s redirects from https to http: check the source", last.Host)
	case len(via) > maxRedirects:
		return problemf("%s redirects without end: check the source", first.Host)
	case req.URL.Host != first.Host || req.URL.Scheme != first.Scheme:
		req.Header.Del("Authorization")
	}
	return nil
}

// errSlow ends a request that nobody answers.
var errSlow = errors.New("no answer in time")

// get asks for an address, a second time where the first came to nothing. The
// answer is one of success, and closing it ends the request.
func (w web) get(ctx context.Context, u *url.URL, l login) (*http.Response, error) {
	resp, err := w.once(ctx, u, l)
	if again(resp, err) && ctx.Err() == nil {
		if err == nil {
			resp.Body.Close()
		}
		resp, err = w.once(ctx, u, l)
	}
	if err != nil {
		return nil, unreachable(u.Host, err)
	}
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		resp.Body.Close()
		return nil, refusal(resp.Request.URL.Host, resp.StatusCode, l)
	}
	return resp, nil
}

// again is whether a request is worth another one.
func again(resp *http.Response, err error) bool {
	var own problem
	if err != nil {
		return !errors.As(err, &own) && !errors.Is(err, errSlow)
	}
	return resp.StatusCode >= 502 && resp.StatusCode <= 504
}

func (w web) once(ctx context.Context, u *url.URL, l login) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	patience := time.AfterFunc(w.limits.reply, func() { cancel(errSlow) })
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", "iaclint")
	if l.token != "" {
		req.Header.Set("Authorization", "Bearer "+l.token)
	}
	resp, err := w.client.Do(req)
	patience.Stop()
	if err != nil {
		if context.Cause(ctx) == errSlow {
			err = problemf("%s does not answer in time: try again, or run init", u.Host)
		}
		cancel(nil)
		return nil, err
	}
	resp.Body = ending{resp.Body, cancel}
	return resp, nil
}

// ending is a body that ends its request when it is closed.
type ending struct {
	io.ReadCloser
	cancel context.CancelCauseFunc
}

func (e ending) Close() error {
	defer e.cancel(nil)
	return e.ReadCloser.Close()
}
