package publish

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode"
)

// failure is a request that did not do what it should.
type failure struct {
	what    string // GET /path
	status  int    // of the reply, 0 for none
	message string // what the server said
	err     error  // where there was no reply
	// unsure says that the request may have taken, or that somebody else was at
	// the same thing: looking once more tells.
	unsure bool
}

func (f *failure) Error() string {
	switch {
	case f.err != nil:
		return fmt.Sprintf("%s: %v", f.what, f.err)
	case f.message == "":
		return fmt.Sprintf("%s: %d %s", f.what, f.status, http.StatusText(f.status))
	}
	return fmt.Sprintf("%s: %d %s: %s", f.what, f.status, http.StatusText(f.status), f.message)
}

func (f *failure) Unwrap() error { return f.err }

// StatusCode is the status of the reply that an error is about, 0 for none.
func StatusCode(err error) int {
	var f *failure
	if errors.As(err, &f) {
		return f.status
	}
	return 0
}

// gone passes over the error of a thing that is not there any more.
func gone(err error) error {
	if s := StatusCode(err); s == http.StatusNotFound || s == http.StatusGone {
		return nil
	}
	return err
}

// said is what a server said, short and on a line.
func said(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }), " ")
	if runes := []rune(s); len(runes) > 200 {
		return string(runes[:199]) + "…"
	}
	return s
}
