package publish

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strconv"
	"time"
)

// The waits: the first, and the longest that nobody asked for.
const (
	firstPause   = time.Second
	longestPause = 30 * time.Second
	// secondary is how long GitHub asks to wait where it limits and does not say.
	secondary = time.Minute
)

// readOnly marks a POST that changes nothing, or the same thing every time.
type readOnly struct{}

func repeatable(req *http.Request) bool {
	return req.Method != http.MethodPost || req.Context().Value(readOnly{}) != nil
}

func asRepeatable(ctx context.Context) context.Context {
	return context.WithValue(ctx, readOnly{}, true)
}

// wait says whether a request is to be sent again, and when. What may have taken
// is not sent twice, unless twice is the same as once.
func (t *transport) wait(req *http.Request, resp *http.Response, err error, try int) (time.Duration, bool) {
	pause := min(firstPause<<(try-1), longestPause)
	pause += t.Jitter(pause)
	if err != nil {
		return pause, req.Context().Err() == nil && (repeatable(req) || unsent(err))
	}
	asked := t.asked(resp.Header)
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		return max(pause, asked), true
	case resp.StatusCode == http.StatusForbidden && asked > 0:
		return max(pause, asked), true
	case resp.StatusCode == http.StatusForbidden && slowDown(resp):
		return max(pause, secondary), true
	case resp.StatusCode >= 500 && resp.StatusCode != http.StatusNotImplemented:
		return max(pause, asked), repeatable(req)
	}
	return 0, false
}

// asked is how long a reply asks to wait: Retry-After in seconds or as a date,
// or the time at which a limit that is used up is lifted. 0 where it does not.
func (t *transport) asked(h http.Header) time.Duration {
	const margin = time.Second // the other clock may be a little behind
	if s := h.Get("Retry-After"); s != "" {
		if n, err := strconv.Atoi(s); err == nil {
			return time.Duration(max(n, 0)) * time.Second
		}
		if at, err := http.ParseTime(s); err == nil {
			return max(0, at.Sub(t.Now())+margin)
		}
	}
	for _, name := range []string{"X-RateLimit-", "RateLimit-"} {
		reset, err := strconv.ParseInt(h.Get(name+"Reset"), 10, 64)
		if err == nil && h.Get(name+"Remaining") == "0" {
			return max(0, time.Unix(reset, 0).Sub(t.Now())+margin)
		}
	}
	return 0
}

// slowDown reports whether a reply that says no says so because there were too
// many requests: GitHub tells its secondary limits in words only.
func slowDown(resp *http.Response) bool {
	body, _ := io.ReadAll(resp.Body)
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return bytes.Contains(bytes.ToLower(body), []byte("secondary rate limit"))
}
