package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
)

// ParseBaseline reads a baseline from memory; name is what diagnostics call it.
func ParseBaseline(src []byte, name string) (*Baseline, hcl.Diagnostics) {
	r := &baselineReader{name: name, src: src, line: 1, dec: json.NewDecoder(bytes.NewReader(src)), out: &Baseline{Path: name, Files: map[string]*hcl.File{name: {Bytes: src}}}}
	r.file()
	return r.out, r.diags
}

// baselineReader reads token by token, so that every slip has its line.
type baselineReader struct {
	name  string
	src   []byte
	dec   *json.Decoder
	at    int // how far line has counted
	line  int
	out   *Baseline
	diags hcl.Diagnostics
}

// errSaid ends the reading: what is wrong has been said.
var errSaid = errors.New("said")

// here is the line of the token that was read last.
func (r *baselineReader) here() hcl.Range {
	for end := min(int(r.dec.InputOffset()), len(r.src)); r.at < end; r.at++ {
		if r.src[r.at] == '\n' {
			r.line++
		}
	}
	pos := hcl.Pos{Line: r.line, Column: 1, Byte: r.at}
	return hcl.Range{Filename: r.name, Start: pos, End: pos}
}

func (r *baselineReader) slip(at hcl.Range, summary, detail string, args ...any) {
	r.diags = append(r.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: fmt.Sprintf(detail, args...), Subject: &at})
}

// fail says why the text is no JSON.
func (r *baselineReader) fail(err error) error {
	if !errors.Is(err, errSaid) {
		r.slip(r.here(), "Not JSON", "%s. A baseline is written by iaclint baseline write.", cutShort(err))
	}
	return errSaid
}

func cutShort(err error) string {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return "It ends in the middle"
	}
	return strings.TrimSuffix(err.Error(), ".")
}

// open wants a bracket.
func (r *baselineReader) open(bracket json.Delim, what string) error {
	t, err := r.dec.Token()
	if err != nil {
		return r.fail(err)
	}
	if t != bracket {
		r.slip(r.here(), "Wrong form", "%s.", what)
		return errSaid
	}
	return nil
}

// object hands the keys of an object that was opened to take, which reads the
// value.
func (r *baselineReader) object(known []string, take func(key string, at hcl.Range) error) error {
	seen := map[string]bool{}
	for r.dec.More() {
		t, err := r.dec.Token()
		if err != nil {
			return r.fail(err)
		}
		key, at := t.(string), r.here()
		if seen[key] {
			r.slip(at, "Said twice", "%q stands here twice.", key)
		}
		seen[key] = true
		if !slices.Contains(known, key) {
			r.slip(at, "Unknown key", "There is no %q in a baseline. %s", key, didYouMean(key, known))
			var skipped json.RawMessage
			if err := r.dec.Decode(&skipped); err != nil {
				return r.fail(err)
			}
			continue
		}
		if err := take(key, at); err != nil {
			return err
		}
	}
	if _, err := r.dec.Token(); err != nil {
		return r.fail(err)
	}
	return nil
}

// text reads a value that has to be a string.
func (r *baselineReader) text(key string) (string, error) {
	var raw json.RawMessage
	if err := r.dec.Decode(&raw); err != nil {
		return "", r.fail(err)
	}
	var s *string
	if json.Unmarshal(raw, &s) != nil || s == nil {
		r.slip(r.here(), "Wrong value", "%q takes a string.", key)
		return "", nil
	}
	return *s, nil
}

func (r *baselineReader) file() {
	if len(bytes.TrimSpace(r.src)) == 0 {
		r.slip(r.here(), "Empty baseline", "The file is empty. iaclint baseline write makes one.")
		return
	}
	if r.open('{', "A baseline is an object, as iaclint baseline write makes it") != nil {
		return
	}
	version := ""
	err := r.object([]string{"baseline_version", "findings"}, func(key string, at hcl.Range) (err error) {
		if key == "findings" {
			return r.findings()
		}
		if version, err = r.text(key); err == nil && version != baselineVersion {
			r.slip(at, "Another version", "baseline_version is %.20q, and this iaclint reads %q.", version, baselineVersion)
			return errSaid
		}
		return err
	})
	if err != nil {
		return
	}
	if version == "" && !r.diags.HasErrors() {
		r.slip(r.here(), "Not a baseline", "It has no baseline_version: iaclint baseline write makes one. A saved result is compared with by --new-from.")
	}
	if _, err := r.dec.Token(); !errors.Is(err, io.EOF) {
		r.slip(r.here(), "Not JSON", "Something stands behind the end.")
	}
}

func (r *baselineReader) findings() error {
	if err := r.open('[', `"findings" is a list`); err != nil {
		return err
	}
	seen := map[[2]string]int{}
	for r.dec.More() {
		e, err := r.entry()
		if err != nil {
			return err
		}
		key := [2]string{e.Project, e.Fingerprint}
		if first := seen[key]; first != 0 {
			r.slip(e.Range, "Said twice", "This finding stands in line %d already; take one away.", first)
		}
		seen[key] = e.Range.Start.Line
		r.out.Entries = append(r.out.Entries, e)
	}
	_, err := r.dec.Token()
	if err != nil {
		return r.fail(err)
	}
	return nil
}

func (r *baselineReader) entry() (BaselineEntry, error) {
	var e BaselineEntry
	if err := r.open('{', "A finding is an object with fingerprint, rule and address"); err != nil {
		return e, err
	}
	e.Range = r.here()
	fields := map[string]*string{"project": &e.Project, "rule": &e.Rule, "address": &e.Address, "fingerprint": &e.Fingerprint, "reason": &e.Reason, "until": &e.Until}
	err := r.object([]string{"address", "fingerprint", "project", "reason", "rule", "until"}, func(key string, at hcl.Range) (err error) {
		if *fields[key], err = r.text(key); err != nil {
			return err
		}
		if key == "until" {
			if _, bad := time.Parse(time.DateOnly, e.Until); bad != nil {
				r.slip(at, "Wrong value", "\"until\" takes a date as in \"2027-03-31\", not %.40q.", e.Until)
			}
		}
		return nil
	})
	if err != nil {
		return e, err
	}
	if !isFingerprint(e.Fingerprint) {
		r.slip(e.Range, "No fingerprint", "A finding has the fingerprint that check --format json shows: sha256: and 64 digits.")
	}
	if e.Rule == "" {
		r.slip(e.Range, "No rule", "A finding names its rule.")
	}
	return e, nil
}

func isFingerprint(s string) bool {
	digest, ok := strings.CutPrefix(s, "sha256:")
	return ok && len(digest) == 64 && strings.Trim(digest, "0123456789abcdef") == ""
}
