package publish

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// rest sends JSON and reads JSON, for platforms without a library that is worth
// its weight.
type rest struct {
	client *http.Client
	base   string // without a / at the end
}

// call sends in, nil for nothing, and reads the reply into out, nil for not, or
// a *string for text. path begins with a /.
func (r rest) call(ctx context.Context, method, path string, query url.Values, in, out any) (http.Header, error) {
	var body io.Reader
	if in != nil {
		data, err := json.Marshal(in)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(data)
	}
	to := r.base + path
	if len(query) > 0 {
		to += "?" + query.Encode()
	}
	req, err := http.NewRequestWithContext(ctx, method, to, body)
	if err != nil {
		return nil, err
	}
	what := method + " " + req.URL.EscapedPath()
	if in != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	req.Header.Set("Accept", "application/json")
	text, isText := out.(*string)
	if isText {
		req.Header.Set("Accept", "text/plain, */*")
	}
	resp, err := r.client.Do(req)
	if err != nil {
		return nil, noReply(what, method, err)
	}
	defer resp.Body.Close()
	reply, err := io.ReadAll(resp.Body)
	switch {
	case err != nil:
		return nil, noReply(what, method, err)
	case resp.StatusCode >= 300:
		return resp.Header, &failure{what: what, status: resp.StatusCode, message: complaint(reply),
			unsure: resp.StatusCode >= 500 && method == http.MethodPost}
	case isText:
		*text = string(reply)
	case strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html"):
		// What a server sends to a browser that is not signed in.
		return nil, &failure{what: what, status: http.StatusUnauthorized, message: "a web page instead of an answer: the address or the token is not right"}
	case out != nil && len(bytes.TrimSpace(reply)) > 0:
		if err := json.Unmarshal(reply, out); err != nil {
			return nil, &failure{what: what, err: fmt.Errorf("the reply is not what the API says: %w", err)}
		}
	}
	return resp.Header, nil
}

// noReply is the failure of a request that nothing came back from. Whether a
// POST took cannot be told then.
func noReply(what, method string, err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err // the address is in what already
	}
	return &failure{what: what, err: err, unsure: method == http.MethodPost && !unsent(err) && !errors.Is(err, context.Canceled)}
}

// complaint finds the sentence in a reply that says no.
func complaint(reply []byte) string {
	var doc struct {
		Message any `json:"message"`
		Error   any `json:"error"`
		Errors  any `json:"errors"`
	}
	if json.Unmarshal(reply, &doc) != nil {
		return ""
	}
	for _, v := range []any{doc.Message, doc.Error, doc.Errors} {
		switch v := v.(type) {
		case string:
			return said(v)
		case nil:
		default:
			b, _ := json.Marshal(v)
			return said(strings.Trim(string(b), "[]{}"))
		}
	}
	return ""
}
