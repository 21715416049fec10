package parser

import (
	"bytes"
	"errors"

	"github.com/iaclint/iaclint/jsonscan"
)

// rest looks at what follows the document. Words of a wrapper on lines of
// their own may; more JSON may not.
func (d *document) rest(r *jsonscan.Reader) error {
	end := r.Offset()
	var ch byte
	err := r.Do(func() (err error) { ch, err = r.Peek(); return err })
	var fault *jsonscan.Error
	if errors.As(err, &fault) && fault.Kind == jsonscan.Truncated {
		return nil // nothing follows
	}
	if err != nil {
		return err
	}
	line := d.in.line(r.Offset())
	switch {
	case ch == '{' || ch == '[' && d.in.nextByte(r.Offset()+1) != 'c':
		return &InputError{Path: d.in.path, Line: line, Summary: "a second JSON document follows the first", Next: "Give one plan per file."}
	case line == d.in.line(end), bytes.IndexByte([]byte("}],:\"0123456789\x00"), ch) >= 0 && !d.in.workflowCommand(r.Offset()):
		return &InputError{Path: d.in.path, Line: line, Summary: "something follows the JSON document", Next: nextPlan}
	}
	d.note("Text after the plan", "Something that is not JSON follows the plan, as the wrappers of CI systems print it. It is left out.")
	return nil
}

func (in *input) nextByte(at int64) byte {
	var b [1]byte
	_, _ = in.src.ReadAt(b[:], at)
	return b[0]
}

// workflowCommand reports whether "::" stands at a place, which begins the
// lines that a wrapper writes for its CI system.
func (in *input) workflowCommand(at int64) bool {
	return in.nextByte(at) == ':' && in.nextByte(at+1) == ':'
}
