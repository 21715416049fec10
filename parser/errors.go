package parser

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/iaclint/iaclint/jsonscan"
)

// InputError says why an input could not be read, and what to do about it.
type InputError struct {
	Path    string // as the caller named it
	Line    int    // from 1; 0 when no line is to blame
	Summary string // what is wrong, without a full stop
	Next    string // what to do, in sentences; "" when there is nothing to say
	Err     error  // the cause, nil when Summary says it all
}

// Error implements error: one line, the place first, the next step last.
func (e *InputError) Error() string {
	var b strings.Builder
	b.WriteString(e.Path)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": ")
	b.WriteString(e.Summary)
	if e.Next != "" {
		b.WriteString(". ")
		b.WriteString(e.Next)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *InputError) Unwrap() error { return e.Err }

const (
	nextPlan = "Make one with: terraform plan -out=tfplan && terraform show -json tfplan > plan.json (or the same with tofu)."
	nextFull = "The file may be cut short: write it again with: terraform show -json tfplan > plan.json."
)

// explain turns whatever went wrong while reading into one InputError.
func (in *input) explain(err error) error {
	if err == nil {
		return nil
	}
	var done *InputError
	if errors.As(err, &done) {
		return err
	}
	out := &InputError{Path: in.path, Err: err}
	var fault *jsonscan.Error
	var pathErr *fs.PathError
	switch {
	case errors.As(err, &fault):
		out.Line = in.line(fault.Offset)
		out.Summary, out.Next = describeFault(fault)
	case errors.Is(err, io.ErrUnexpectedEOF):
		out.Summary, out.Next = "the file became shorter while it was read", "Run again when it is written."
	case errors.As(err, &pathErr):
		out.Summary = "cannot be read: " + pathErr.Err.Error()
	default:
		out.Summary = "cannot be read: " + err.Error()
	}
	return out
}

func describeFault(fault *jsonscan.Error) (summary, next string) {
	place := fmt.Sprintf("byte %d", fault.Offset+1)
	switch fault.Kind {
	case jsonscan.Truncated:
		return "the JSON ends too early, at " + place, nextFull
	case jsonscan.TooDeep:
		return fmt.Sprintf("the JSON is nested deeper than %d at %s", jsonscan.MaxDepth, place), "No plan is that deep. " + nextPlan
	case jsonscan.Repeated:
		return "not a sound plan: " + fault.Message + " (" + place + ")", "Two readers would see two plans. " + nextPlan
	case jsonscan.NotNumber:
		return "not valid JSON: " + fault.Message + " (" + place + ")", "Something rewrote the file. " + nextPlan
	case jsonscan.WrongType:
		return "not a plan of a known shape: " + fault.Message + " (" + place + ")", nextPlan
	default:
		return "not valid JSON: " + fault.Message + " (" + place + ")", nextPlan
	}
}

// line counts the lines before a place in the input.
func (in *input) line(offset int64) int {
	line := 1
	buf := make([]byte, 64<<10)
	for at := int64(0); at < offset; {
		n, err := in.src.ReadAt(buf[:min(int64(len(buf)), offset-at)], at)
		for _, b := range buf[:n] {
			if b == '\n' {
				line++
			}
		}
		if at += int64(n); err != nil || n == 0 {
			break
		}
	}
	return line
}
