package model

import "strings"

// Ignore is a comment in source that silences findings.
type Ignore struct {
	Rules         []string // ids, aliases or patterns
	Until, Reason string   // YYYY-MM-DD, "" for good; "" when none is given
	Place         Range
	Own           bool    // it stands in the root module itself, not in one that others may call too
	Path          string  // of the argument it stands at; "" for the whole block
	Of            *Ignore // what this is a part of: the comment itself; nil when this is it
}

// At is the comment as it holds for one argument.
func (i *Ignore) At(path string) *Ignore {
	at := *i
	at.Path, at.Of = path, i
	return &at
}

// Covers reports whether it is about findings at a path: that argument, and
// what is in it.
func (i *Ignore) Covers(path string) bool {
	return i.Path == "" || i.Path == path || strings.HasPrefix(path, i.Path+".")
}

// Comment is the comment it comes from.
func (i *Ignore) Comment() *Ignore {
	if i.Of != nil {
		return i.Of
	}
	return i
}

// Where is where a finding about the argument at a path points to: its line,
// else the block; nil when not known.
func (r *Resource) Where(path string) *Range {
	if r.Line != nil && path != "" {
		if at := r.Line(path); at != nil {
			return at
		}
	}
	return r.Source
}
