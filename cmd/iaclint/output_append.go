package main

import (
	"bytes"
	"errors"
	"io"
	"os"
)

// isJournal reports whether a file collects what several commands write, so that
// replacing it would lose what others wrote: the summary of a step of GitHub
// Actions, which Gitea and Forgejo name the same way.
func isJournal(path string) bool {
	name := os.Getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return false
	}
	one, err := os.Stat(path)
	if err != nil {
		return false
	}
	other, err := os.Stat(name)
	return err == nil && os.SameFile(one, other)
}

// appendFile adds to a file all that fill writes, or nothing: what was written of
// it when the disk is full is taken off again.
func appendFile(path string, fill func(io.Writer) error) (err error) {
	var text bytes.Buffer
	if err := fill(&text); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() > 0 {
		// A paragraph of its own, however the one before it ended.
		text = *bytes.NewBuffer(append([]byte("\n\n"), text.Bytes()...))
	}
	if n, err := f.Write(text.Bytes()); err != nil {
		if n > 0 {
			return errors.Join(err, f.Truncate(info.Size()))
		}
		return err
	}
	return nil
}
