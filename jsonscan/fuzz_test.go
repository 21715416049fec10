package jsonscan

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

// samples are documents, good and bad, that the fuzzing starts from.
var samples = []string{
	`{}`, `[]`, `null`, ` true `, `"x"`, `-0.5e+10`, `01`, `1.`, `-`, `+1`, `.5`, `1e`, `NaN`, `-Infinity`,
	`{"a":1,"b":[1,2,{"c":null}]}`, `{"a":1,}`, `[1,]`, `{"a"}`, `{"a":}`, `{,}`, `[,1]`, `{a:1}`, `{'a':1}`,
	`"\u00e9\ud83d\ude00"`, `"\ud83d"`, `"\ud83dx"`, `"\ud83d\u0041"`, `"\udc00\ud800"`, `"\u12g4"`, `"\q"`, `"\`, `"abc`,
	"\"a\x00b\"", "\"a\nb\"", "\"\xff\xfe\"", "\"\xed\xa0\x80\"", "\"\xc3\"", "\ufeff{}", `{"a":1}{"b":2}`, `{"a":1} x`,
	`{"a":{"b":{"c":{"d":[[[[]]]]}}}}`, `{"a":1,"a":2}`, `{"a":1,"\u0061":2}`, `[[`, `{"a":[`, `tru`, `nul`, `{"k":"v"`,
	`{"long":"` + strings.Repeat("x", 100) + `\"` + strings.Repeat("é", 50) + `"}`, `[1 2]`, `{"a" 1}`, `{"a":1 "b":2}`, `]`, `}`,
}

func addSamples(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s))
	}
}

// whole passes over one document with nothing but white space after it.
func whole(r *Reader) error {
	if err := r.Pass(); err != nil {
		return err
	}
	if r.Do(func() error { _, err := r.Peek(); return err }) == nil {
		return errors.New("something follows")
	}
	return nil
}

func kindOf(err error) Kind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return -1
}

func FuzzSkip(f *testing.F) {
	addSamples(f)
	f.Fuzz(func(t *testing.T, doc []byte) {
		err := whole(newReader(bytes.NewReader(doc), 0, int64(len(doc)), int64(len(doc))))
		valid := json.Valid(doc)
		if kindOf(err) == TooDeep {
			return
		}
		if (err == nil) != valid {
			t.Fatalf("Skip(%q) = %v, json.Valid = %v", doc, err, valid)
		}
		// The window must not change the answer, nor the place of the fault.
		streamed := whole(newReader(bytes.NewReader(doc), 0, int64(len(doc)), 3))
		if (streamed == nil) != (err == nil) || kindOf(streamed) != kindOf(err) {
			t.Fatalf("Pass(%q) = %v, Skip = %v", doc, streamed, err)
		}
	})
}

func FuzzText(f *testing.F) {
	addSamples(f)
	f.Fuzz(func(t *testing.T, doc []byte) {
		var want string
		if json.Unmarshal(doc, &want) != nil || bytes.TrimSpace(doc)[0] != '"' {
			return
		}
		raw, err := New(doc, 0).Raw("it")
		if err != nil {
			t.Fatalf("Raw(%q): %v", doc, err)
		}
		if got := Text(raw); got != want {
			t.Fatalf("Text(%q) = %q, encoding/json says %q", doc, got, want)
		}
		if !Equal(raw, want) || Equal(raw, want+"x") {
			t.Fatalf("Equal(%q) disagrees with Text", doc)
		}
	})
}

// FuzzUnique holds the check for repeated keys against a plain count.
func FuzzUnique(f *testing.F) {
	addSamples(f)
	f.Fuzz(func(t *testing.T, doc []byte) {
		if !json.Valid(doc) {
			return
		}
		c := New(doc, 0)
		c.Unique = true
		err := c.Skip()
		if err != nil {
			return // too deep
		}
		if got, want := c.Repeated, repeats(t, doc); got != want {
			t.Fatalf("Skip(%q) says repeated = %v, want %v", doc, got, want)
		}
	})
}

func repeats(t *testing.T, doc []byte) bool {
	type level struct {
		keys  map[string]bool // nil in a list
		value bool            // a value comes next
	}
	var stack []level
	dec := json.NewDecoder(bytes.NewReader(doc))
	for {
		tok, err := dec.Token()
		if err != nil {
			return false
		}
		top := len(stack) - 1
		switch tok := tok.(type) {
		case json.Delim:
			if tok == '{' || tok == '[' {
				if top >= 0 {
					stack[top].value = false
				}
				l := level{}
				if tok == '{' {
					l.keys = map[string]bool{}
				}
				stack = append(stack, l)
				continue
			}
			stack = stack[:top]
			continue
		case string:
			if top >= 0 && stack[top].keys != nil && !stack[top].value {
				if stack[top].keys[tok] {
					return true
				}
				stack[top].keys[tok] = true
				stack[top].value = true
				continue
			}
		}
		if top >= 0 {
			stack[top].value = false
		}
	}
}
