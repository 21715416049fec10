package parser

import (
	"bytes"
	"context"
	"errors"
	"hash/maphash"
	"io"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/jsonscan"
	"github.com/iaclint/iaclint/model"
)

// span is a place in the input; n is 0 for what is not there.
type span struct{ off, n int64 }

// document is what the first pass learns of an input.
type document struct {
	in       *input
	sections map[string]span // the top-level values, by key

	format  string // format_version
	version string // terraform_version
	errored bool
	partial bool // complete: false

	changes  []*change
	reads    map[string]bool // data sources that are read by applying, without instance keys
	planned  []plannedValue  // the managed resources of planned_values
	config   *config         // nil without a configuration
	deferred int             // deferred_changes
	outputs  span            // of planned_values, or of a state

	source    *source
	variables map[string][]byte // raw values of the variables section
	marked    []*body           // bodies with sensitive parts

	actionSets map[string]*actionSet
	names      interner
	seed       maphash.Seed
	room       []byte // for hashRaw
	notes      hcl.Diagnostics
}

// headSize is how much of an input is looked at to tell what it is.
const headSize = 4096

// document finds the JSON in the input and walks over it.
func (in *input) document(ctx context.Context, opt Options) (*document, error) {
	head, err := in.head()
	if err != nil {
		return nil, err
	}
	if isZip(head) {
		if err := in.runTool(ctx, opt); err != nil {
			return nil, err
		}
	} else if err := in.decodeMark(head); err != nil {
		return nil, err
	}
	if head, err = in.head(); err != nil {
		return nil, err
	}
	first := bytes.TrimLeft(head, " \t\r\n")
	switch {
	case len(first) > 0 && first[0] == '{':
		return in.scan()
	case len(first) == 0 && in.end-in.start > headSize:
		return nil, &InputError{Path: in.path, Summary: "nothing but white space where a plan should begin", Next: nextPlan}
	}
	return in.afterBanner(head)
}

func (in *input) head() ([]byte, error) {
	head := make([]byte, min(headSize, in.end-in.start))
	_, err := io.ReadFull(io.NewSectionReader(in.src, in.start, in.end-in.start), head)
	return head, err
}

// bannerLines is how many lines that begin with a brace are tried as the start
// of the document, after the words a wrapper printed before it.
const bannerLines = 20

// afterBanner looks for a document that begins on a later line, as the
// wrappers of CI systems leave it.
func (in *input) afterBanner(head []byte) (*document, error) {
	b, err := in.all()
	if err != nil {
		return nil, err
	}
	begin := in.start
	var first error
	for tries, at := 0, 0; tries < bannerLines && at < len(b); {
		if rest := bytes.TrimLeft(b[at:], " \t"); len(rest) > 0 && rest[0] == '{' {
			tries++
			in.hold(b)
			in.start = int64(at)
			doc, err := in.scan()
			if err == nil {
				doc.note("Text before the plan", "Something that is not JSON stands before the plan, as the wrappers of CI systems print it. It is left out.")
				return doc, nil
			}
			if first == nil {
				first = err
			}
		}
		eol := bytes.IndexByte(b[at:], '\n')
		if eol < 0 {
			break
		}
		at += eol + 1
	}
	if wrong := in.wrong(head); first == nil || wrong.(*InputError).Summary != noObject {
		in.start = begin
		return nil, wrong
	}
	return nil, first
}

// scan is the first pass over the document that begins at in.start.
func (in *input) scan() (*document, error) {
	d := &document{in: in, sections: map[string]span{}, names: interner{}, reads: map[string]bool{}, seed: maphash.MakeSeed(),
		actionSets: map[string]*actionSet{}}
	r := jsonscan.NewReader(in.src, in.start, in.end)
	err := members(r, "the input", d.section)
	if err == nil {
		err = d.known()
	}
	if err == nil {
		err = d.rest(r)
	}
	if err != nil {
		if shape := d.shape(); shape != nil && wrongType(err) {
			return nil, shape // it is no plan at all: that says more
		}
		return nil, in.explain(err)
	}
	return d, nil
}

func wrongType(err error) bool {
	var fault *jsonscan.Error
	return errors.As(err, &fault) && fault.Kind == jsonscan.WrongType
}

// section takes one top-level member.
func (d *document) section(r *jsonscan.Reader, key string) error {
	if _, again := d.sections[key]; again {
		return &jsonscan.Error{Kind: jsonscan.Repeated, Offset: r.Offset(), Message: "it holds the section " + quoteKey(key) + " twice"}
	}
	if err := r.Do(func() error { _, err := r.Peek(); return err }); err != nil {
		return err
	}
	from := r.Offset()
	r.Repeated = false
	if err := d.walk(r, key); err != nil {
		return err
	}
	at := span{from, r.Offset() - from}
	d.sections[key] = at
	if r.Repeated {
		raw, err := d.in.part(at)
		if err != nil {
			return err
		}
		return d.repeated(raw, at.off, "the section "+quoteKey(key))
	}
	return nil
}

// repeated looks closer at a part of the document in which some object holds a
// key twice.
func (d *document) repeated(raw []byte, base int64, what string) error {
	if err := jsonscan.New(raw, base).Conflict(); err != nil {
		return err
	}
	d.note("Key written twice", "An object in "+what+" holds a key twice, both times with the same value.")
	return nil
}

func (d *document) walk(r *jsonscan.Reader, key string) error {
	switch key {
	case "format_version":
		return d.formatVersion(r)
	case "terraform_version":
		return text(r, key, &d.version)
	case "errored":
		return flag(r, key, &d.errored)
	case "complete":
		complete := true
		err := flag(r, key, &complete)
		d.partial = !complete
		return err
	case "resource_changes":
		return d.resourceChanges(r)
	case "deferred_changes":
		return elements(r, key, func(int) error { d.deferred++; return r.Pass() })
	case "planned_values":
		return walkValues(r, key, &d.outputs, d.plannedValue)
	case "configuration":
		d.config = newConfig(d)
		return d.config.read(r)
	case "variables", "values", "resources":
		r.Unique = true
		defer func() { r.Unique = false }()
	}
	return r.Pass()
}

// formatVersion refuses a format from the future before anything else of it
// can be misunderstood.
func (d *document) formatVersion(r *jsonscan.Reader) error {
	if err := text(r, "format_version", &d.format); err != nil {
		return err
	}
	major, _, _ := strings.Cut(d.format, ".")
	if n, err := strconv.ParseUint(major, 10, 32); err != nil || n > 1 {
		return &InputError{Path: d.in.path, Summary: "a plan of format_version " + quoteKey(d.format) + ", and this iaclint reads 0.1 to 1.x",
			Next: "Update iaclint, or make the plan with an older Terraform or OpenTofu."}
	}
	return nil
}

func (d *document) note(summary, detail string) {
	d.notes = append(d.notes, &hcl.Diagnostic{
		Severity: hcl.DiagWarning, Summary: summary, Detail: detail,
		Subject: &hcl.Range{Filename: d.in.path, Start: hcl.InitialPos, End: hcl.InitialPos},
	})
}

// part reads a section into memory.
func (in *input) part(s span) ([]byte, error) {
	b := make([]byte, s.n)
	n, err := in.src.ReadAt(b, s.off)
	if n == len(b) {
		err = nil
	}
	return b, err
}

func (d *document) has(key string) bool { _, ok := d.sections[key]; return ok }

func (d *document) inputKind(otherwise model.InputKind) model.InputKind {
	if d.in.kind != "" {
		return d.in.kind
	}
	return otherwise
}
