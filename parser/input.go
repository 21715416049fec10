package parser

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/iaclint/iaclint/model"
)

// input is the bytes of one input, wherever they are.
type input struct {
	path string
	kind model.InputKind // PlanBinary when a tool wrote the JSON for us, else ""
	src  io.ReaderAt
	// The document stands from start to end; a byte order mark or a wrapper's
	// banner may stand before it.
	start, end int64
	file       *os.File // nil for what is in memory
}

func open(path string, opt Options) (*input, error) {
	if path == "-" {
		return openStdin(opt)
	}
	fail := func(err error, summary, next string) (*input, error) {
		return nil, &InputError{Path: path, Summary: summary, Next: next, Err: err}
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(err, "no such file", nextPlan)
	case err != nil:
		return fail(err, "cannot be read: "+cause(err), "")
	case info.IsDir():
		return fail(nil, "a folder; folders of .tf source are not read yet", nextPlan)
	case !info.Mode().IsRegular():
		return fail(nil, "not a regular file", "Give a file, or pipe the plan in and name it with a dash: terraform show -json tfplan | iaclint check -")
	case info.Size() > opt.MaxBytes:
		return fail(nil, fmt.Sprintf("%d bytes long, and the limit is %d", info.Size(), opt.MaxBytes), "Raise the limit if this really is a plan.")
	}
	f, err := os.Open(path)
	if err != nil {
		return fail(err, "cannot be read: "+cause(err), "")
	}
	return &input{path: path, src: f, end: info.Size(), file: f}, nil
}

func openStdin(opt Options) (*input, error) {
	fail := func(err error, summary, next string) (*input, error) {
		return nil, &InputError{Path: "standard input", Summary: summary, Next: next, Err: err}
	}
	if opt.Stdin == nil {
		return fail(nil, "there is none", nextPlan)
	}
	b, err := io.ReadAll(io.LimitReader(opt.Stdin, opt.MaxBytes+1))
	switch {
	case err != nil:
		return fail(err, "cannot be read: "+cause(err), "")
	case int64(len(b)) > opt.MaxBytes:
		return fail(nil, fmt.Sprintf("more than %d bytes, which is the limit", opt.MaxBytes), "Raise the limit if this really is a plan.")
	}
	in := &input{path: "standard input"}
	in.hold(b)
	return in, nil
}

// cause is an error without the path in front, which the message has already.
func cause(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err.Error()
	}
	return err.Error()
}

// hold makes b the input's bytes.
func (in *input) hold(b []byte) {
	in.close()
	in.src, in.start, in.end = bytes.NewReader(b), 0, int64(len(b))
}

// all reads the rest of the input into memory.
func (in *input) all() ([]byte, error) {
	b := make([]byte, in.end-in.start)
	_, err := io.ReadFull(io.NewSectionReader(in.src, in.start, in.end-in.start), b)
	return b, err
}

func (in *input) close() error {
	if in.file == nil {
		return nil
	}
	f := in.file
	in.file = nil
	return f.Close()
}
