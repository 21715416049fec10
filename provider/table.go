package provider

import (
	"iter"
	"strings"
	"sync"

	"github.com/iaclint/iaclint/model"
)

// The columns of types/<name>.tsv, in order. Lines are sorted by type, a dash
// stands for "none", lines that begin with # are comments.
const (
	colType    = iota
	colClass   // priced, free, feeder, unknown
	colService // as the cloud's bill calls it
	colTags    // argument with cost tags; a trailing ! when provider defaults do not reach it
	colRegion  // argument with the region, or =name when every instance is there
	colParents // references that lead to the region, with commas between
	colBilled  // for a feeder: the types or the reference that carry its cost
	colReason
	columns
)

// table is one type table: the text of the file, searched as it lies, and what
// has been looked up so far.
type table struct {
	text  func() string
	under *table   // asked for what is not in it; nil for none
	seen  sync.Map // type -> row
}

// row is one line taken apart.
type row [columns]string

func tableOf(stem string) *table {
	return &table{text: sync.OnceValue(func() string { return text("types/" + stem + ".tsv") })}
}

// row returns the line of a type; ok is false when there is none.
func (t *table) row(resourceType string) (row, bool) {
	if r, ok := t.seen.Load(resourceType); ok {
		r := r.(row)
		return r, r[colType] != ""
	}
	var r row
	if line, ok := find(t.text(), resourceType); ok {
		r = split(line)
	} else if t.under != nil {
		r, _ = t.under.row(resourceType)
	}
	t.seen.Store(resourceType, r)
	return r, r[colType] != ""
}

// find searches sorted lines for the one whose first field is key.
func find(text, key string) (string, bool) {
	lo, hi := 0, len(text) // bounds of the lines still in question
	for lo < hi {
		start := lo + strings.LastIndexByte(text[lo:lo+(hi-lo)/2], '\n') + 1
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		line := text[start:end]
		first, _, _ := strings.Cut(line, "\t")
		switch {
		case first == key:
			return line, !strings.HasPrefix(line, "#")
		case first < key:
			lo = min(end+1, len(text))
		default:
			hi = start
		}
	}
	return "", false
}

// split takes a line apart; a dash becomes "".
func split(line string) row {
	var r row
	for i := range r {
		var field string
		field, line, _ = strings.Cut(line, "\t")
		if field != "-" {
			r[i] = field
		}
	}
	return r
}

// Type returns the facts of a resource type, by its exact name. A type that is
// in no table is of class unknown; its other facts are empty.
func (p *Provider) Type(resourceType string) model.TypeFacts {
	r, ok := p.types.row(resourceType)
	if !ok {
		return model.TypeFacts{Cloud: p.Cloud(), Class: model.Unknown, Reason: "the type is not in the tables of this version"}
	}
	return p.typeFacts(r)
}

func (p *Provider) typeFacts(r row) model.TypeFacts {
	tags, unreached := strings.CutSuffix(r[colTags], "!")
	if s := p.style(tags); s != nil && s.Unreached || p.facts.Tags == nil || p.facts.Tags.Defaults == "" {
		unreached = true
	}
	return model.TypeFacts{
		Cloud:         p.Cloud(),
		Service:       r[colService],
		Class:         model.Class(r[colClass]),
		BilledThrough: r[colBilled],
		Reason:        r[colReason],
		TagsAttribute: tags,
		NoDefaultTags: unreached,
	}
}

// Types yields every resource type of the tables with its facts, by name.
func (p *Provider) Types() iter.Seq2[string, model.TypeFacts] {
	return func(yield func(string, model.TypeFacts) bool) {
		for line := range strings.Lines(p.types.text()) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			r := split(line)
			if !yield(r[colType], p.typeFacts(r)) {
				return
			}
		}
	}
}
