package refresh

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

const (
	attempts     = 5
	firstPause   = time.Second
	longestPause = 2 * time.Minute
	silence      = time.Minute // without a byte, after which a request is given up
	largestPage  = 256 << 20   // of an answer that is held whole
)

// web asks servers: again where that is worth it, and not forever.
type web struct {
	client *http.Client
	pause  func(context.Context, time.Duration) error
	header http.Header
}

func newWeb(transport http.RoundTripper, pause func(context.Context, time.Duration) error) *web {
	if transport == nil {
		own := http.DefaultTransport.(*http.Transport).Clone()
		own.MaxResponseHeaderBytes = 1 << 20
		own.ResponseHeaderTimeout = silence
		transport = own
	}
	if pause == nil {
		pause = sleep
	}
	return &web{client: &http.Client{Transport: transport, CheckRedirect: stay}, pause: pause, header: http.Header{}}
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// stay lets redirects lead to the same host only.
func stay(req *http.Request, via []*http.Request) error {
	if len(via) > 3 || !sameHost(req.URL, via[0].URL) {
		return final{fmt.Errorf("%s leads to %s, which is another host", via[0].URL.Host, req.URL.Host)}
	}
	return nil
}

// sameHost is whether two addresses have one origin; :443 is that of https.
func sameHost(a, b *url.URL) bool {
	return a.Scheme == b.Scheme && a.Hostname() == b.Hostname() && port(a) == port(b)
}

func port(u *url.URL) string {
	if p := u.Port(); p != "" || u.Scheme != "https" {
		return p
	}
	return "443"
}

// final is an error that asking again does not mend.
type final struct{ error }

func (f final) Unwrap() error { return f.error }

// busy is an answer that says to come back later.
type busy struct {
	status int
	after  time.Duration // 0 where it does not say when
}

func (b busy) Error() string {
	return fmt.Sprintf("it answers %d %s", b.status, http.StatusText(b.status))
}

// get asks for an address and has read take its answer, from the beginning
// again where that came to nothing.
func (w *web) get(ctx context.Context, address *url.URL, read func(io.Reader) error) error {
	pause := firstPause
	for try := 1; ; try++ {
		err := w.once(ctx, address, read)
		var over final
		if err == nil || ctx.Err() != nil {
			return errors.Join(err, ctx.Err())
		}
		if errors.As(err, &over) {
			return fmt.Errorf("%s: %w", address.Host, over.error)
		}
		if try == attempts {
			return fmt.Errorf("%s was asked %d times: %w", address.Host, attempts, err)
		}
		wait := pause
		var b busy
		if errors.As(err, &b) && b.after > wait {
			wait = b.after
		}
		if wait > longestPause {
			return fmt.Errorf("%s asks to come back in %s: %w", address.Host, wait.Round(time.Second), err)
		}
		if err := w.pause(ctx, wait); err != nil {
			return err
		}
		pause *= 2
	}
}

// errSilent ends a request of which nothing comes any more.
var errSilent = errors.New("nothing has come for a minute")

func (w *web) once(ctx context.Context, address *url.URL, read func(io.Reader) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return final{err}
	}
	req.Header = w.header.Clone()
	req.Header.Set("User-Agent", "iaclint")
	watch := time.AfterFunc(silence, func() { cancel(errSilent) })
	defer watch.Stop()
	resp, err := w.client.Do(req)
	if err != nil {
		return cause(ctx, plainly(err))
	}
	defer resp.Body.Close()
	if err := refusal(resp); err != nil {
		return err
	}
	return cause(ctx, read(&watched{resp.Body, watch}))
}

func cause(ctx context.Context, err error) error {
	if err != nil && context.Cause(ctx) == errSilent {
		return errSilent
	}
	return err
}

// plainly leaves the address out of an error of net/http: a query is nothing
// for a person to read.
func plainly(err error) error {
	var at *url.Error
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func refusal(resp *http.Response) error {
	switch code := resp.StatusCode; {
	case code == http.StatusOK:
		return nil
	case code == http.StatusTooManyRequests, code >= 500:
		return busy{code, retryAfter(resp.Header)}
	default:
		var said struct {
			Error struct {
				Message string `json:"message"`
			} `json:"error"`
		}
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 64<<10))
		if json.Unmarshal(text, &said) == nil && said.Error.Message != "" {
			return final{refused{code, fmt.Sprintf("it answers %d: %q", code, said.Error.Message)}}
		}
		return final{refused{code, fmt.Sprintf("it answers %d %s", code, http.StatusText(code))}}
	}
}

// refused is an answer that says no.
type refused struct {
	status int
	text   string
}

func (r refused) Error() string { return r.text }

// retryAfter reads seconds or a date.
func retryAfter(h http.Header) time.Duration {
	v := h.Get("Retry-After")
	if n, err := strconv.Atoi(v); err == nil && n > 0 {
		return time.Duration(min(n, 1<<20)) * time.Second
	}
	if at, err := http.ParseTime(v); err == nil {
		if now, err := http.ParseTime(h.Get("Date")); err == nil {
			return max(0, at.Sub(now))
		}
		return max(0, time.Until(at))
	}
	return 0
}

// watched puts the watch back whenever something comes.
type watched struct {
	io.Reader
	watch *time.Timer
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.Reader.Read(p)
	if n > 0 {
		w.watch.Reset(silence)
	}
	return n, err
}

// whole reads an answer of a bounded size as JSON.
func whole(into any) func(io.Reader) error {
	return func(r io.Reader) error {
		text, err := io.ReadAll(io.LimitReader(r, largestPage+1))
		if err != nil {
			return err
		}
		if len(text) > largestPage {
			return final{fmt.Errorf("its answer is larger than %d MiB", largestPage>>20)}
		}
		if err := json.Unmarshal(text, into); err != nil {
			return fmt.Errorf("its answer is cut or no JSON: %w", err)
		}
		return nil
	}
}
