package modules

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// problem is an error in words for whoever wrote the call.
type problem struct{ text string }

func (p problem) Error() string { return p.text }

func problemf(format string, args ...any) error { return problem{fmt.Sprintf(format, args...)} }

// refusal is what an answer without content means.
func refusal(host string, code int, known login) error {
	switch code {
	case http.StatusUnauthorized, http.StatusForbidden:
		switch {
		case known.token != "":
			return problemf("%s does not accept the token given for it (%d): give another, as by terraform login %s", host, code, host)
		case known.problem != "":
			return problemf("%s wants a token (%d), and %s", host, code, known.problem)
		}
		return problemf("%s wants a token (%d): give one in %s or a credentials block, as by terraform login %s", host, code, tokenVariable(host), host)
	case http.StatusNotFound, http.StatusGone:
		return problemf("%s has no such module (%d): check its source, and that a token given for %s may see it", host, code, host)
	case http.StatusTooManyRequests:
		return problemf("%s has been asked too often (%d): try again later, or run init", host, code)
	}
	return problemf("%s answers %d %s: try again later, or run init", host, code, http.StatusText(code))
}

// unreachable says why a request came to nothing, without what the machine or
// the server put into the error.
func unreachable(host string, err error) error {
	var own problem
	var dns *net.DNSError
	var wait net.Error
	text := err.Error()
	switch {
	case errors.As(err, &own):
		return own
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &dns):
		return problemf("no host %s is known: check the source, or run init where there is a network", host)
	case errors.As(err, &wait) && wait.Timeout():
		return problemf("%s does not answer in time: try again, or run init", host)
	case strings.Contains(text, "x509:") || strings.Contains(text, "tls:"):
		return problemf("the certificate of %s is not trusted: add its authority to this machine's, or run init", host)
	case strings.Contains(text, "connection refused"):
		return problemf("%s refuses connections: check the source, or run init where there is a network", host)
	}
	return problemf("%s cannot be reached: check the source, or run init where there is a network", host)
}

// plain is a text from elsewhere that may be shown: one line, without signs
// that do something to a terminal.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, text)
	if r := []rune(text); len(r) > 160 {
		text = string(r[:160]) + "…"
	}
	return strings.TrimSpace(text)
}

// withoutLogin is an address without the user and password in it.
func withoutLogin(u *url.URL) string {
	shown := *u
	shown.User = nil
	return shown.String()
}
