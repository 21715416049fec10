package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// Wire is how to speak to a server: what Options leave open is what production
// takes.
type Wire struct {
	Insecure bool // http to a host that is not this machine
	Now      func() time.Time
	Sleep    func(context.Context, time.Duration) error
	Jitter   func(time.Duration) time.Duration
	// Debug is told of each request: method, path without query, outcome.
	Debug func(string)
}

// The bounds of one request.
const (
	requestTime  = 30 * time.Second
	largestReply = 64 << 20
)

// transport does what is the same for all servers: it speaks to one host only,
// gives the token to it and to nobody else, and tries again what may be tried
// again.
type transport struct {
	Wire
	base http.RoundTripper
	host *url.URL
	auth func(http.Header)
}

// client is an HTTP client for the server at base.
func (w Wire) client(base string, auth func(http.Header)) (*http.Client, *url.URL, error) {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, nil, fmt.Errorf("%q is no address of a server: write https://host/path", redacted(base))
	}
	if u.User != nil {
		return nil, nil, errors.New("the address of the server holds a user or a password: give the token in the environment")
	}
	if u.RawQuery != "" || u.Fragment != "" {
		return nil, nil, errors.New("the address of the server holds a ? or a #")
	}
	if u.Scheme == "http" && !w.Insecure && !loopback(u.Hostname()) {
		return nil, nil, fmt.Errorf("%s is not encrypted, and the token would be seen on its way: use https, or say --insecure", u.Redacted())
	}
	if w.Now == nil {
		w.Now = time.Now
	}
	if w.Sleep == nil {
		w.Sleep = Sleep
	}
	if w.Jitter == nil {
		w.Jitter = func(d time.Duration) time.Duration { return rand.N(d/2 + 1) }
	}
	inner := http.DefaultTransport.(*http.Transport).Clone()
	inner.ResponseHeaderTimeout = requestTime
	t := &transport{Wire: w, base: inner, host: u, auth: auth}
	return &http.Client{Transport: t, CheckRedirect: t.redirect}, u, nil
}

// redacted leaves out what may be a secret of an address that does not parse.
func redacted(s string) string {
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		return "…" + s[i:]
	}
	return s
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// Sleep waits, unless there is no time left.
func Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t *transport) redirect(req *http.Request, via []*http.Request) error {
	switch {
	case len(via) > 5:
		return errors.New("the server sends from one address to the next without end")
	case req.Method != via[0].Method:
		return errors.New("the server sends a change elsewhere in a way that would lose it: is the address of the project right?")
	}
	return t.local(req.URL)
}

// local refuses every host but the one that was named.
func (t *transport) local(u *url.URL) error {
	if u.Scheme == t.host.Scheme && strings.EqualFold(u.Host, t.host.Host) {
		return nil
	}
	return fmt.Errorf("%s sends to another server, %s, which nobody named: nothing is sent there", t.host.Host, u.Host)
}

// RoundTrip sends a request, again where it may.
func (t *transport) RoundTrip(req *http.Request) (*http.Response, error) {
	if err := t.local(req.URL); err != nil {
		return nil, err
	}
	var body []byte
	if req.Body != nil {
		var err error
		body, err = io.ReadAll(req.Body)
		req.Body.Close()
		if err != nil {
			return nil, err
		}
	}
	for try := 1; ; try++ {
		resp, err := t.once(req, body)
		wait, more := t.wait(req, resp, err, try)
		t.tell(req, resp, err)
		if !more || try == tries {
			return resp, err
		}
		if deadline, ok := req.Context().Deadline(); ok && t.Now().Add(wait).After(deadline) {
			if err == nil && wait > longestPause {
				return nil, fmt.Errorf("%s asks to wait for %s, and there is no time left for that", t.host.Host, wait.Round(time.Second))
			}
			return resp, err
		}
		if err := t.Sleep(req.Context(), wait); err != nil {
			return nil, err
		}
	}
}

// once sends a request and reads the whole reply.
func (t *transport) once(req *http.Request, body []byte) (*http.Response, error) {
	ctx, stop := context.WithTimeout(req.Context(), requestTime)
	defer stop()
	r := req.Clone(ctx)
	if req.Body != nil {
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	}
	t.auth(r.Header)
	resp, err := t.base.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	reply, err := io.ReadAll(io.LimitReader(resp.Body, largestReply+1))
	if err == nil && len(reply) > largestReply {
		err = fmt.Errorf("the reply is larger than %d MiB", largestReply>>20)
	}
	if err != nil {
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(reply))
	return resp, nil
}

// tell says how a request went, without what was sent or what a query holds.
func (t *transport) tell(req *http.Request, resp *http.Response, err error) {
	if t.Debug == nil {
		return
	}
	outcome := "no reply"
	if err == nil {
		outcome = resp.Status
	}
	t.Debug(req.Method + " " + req.URL.EscapedPath() + ": " + outcome)
}

// unsent reports whether a request never left: nobody was there to take it.
func unsent(err error) bool {
	var dns *net.DNSError
	return errors.Is(err, syscall.ECONNREFUSED) || errors.As(err, &dns)
}
