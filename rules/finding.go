package rules

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/model"
)

// Verdicts of a finding. A rule that has nothing to say passes.
const (
	Fail    = "fail"
	Unknown = "unknown"
)

// Finding is one thing a rule says of one resource, or of the plan.
type Finding struct {
	Rule    string
	Aliases []string
	Family  string
	Pack    string // "iaclint/core@1.0.0"

	Severity string
	Verdict  string // Fail or Unknown
	Address  string
	Path     string // attribute, dotted without indices; "" for the resource

	Title       string // of the rule
	Message     string // of this finding
	Remediation string
	Docs        string

	Source *model.Range // nil when not known
	Saving *Saving      // nil when no saving is claimed
	Fix    []Fix
	// Fingerprint tells this finding from others in two runs: made of rule,
	// address, path and key, not of lines and words. "sha256:...".
	Fingerprint string
	Suppressed  *Suppression // nil when it is not

	Exposure *decimal.Decimal // worst case in USD a month; never a saving
	Related  []string         // addresses
	Facts    map[string]any   // as encoding/json would have them
	// Because says what an unknown verdict rests on; nil for a fail.
	Because *Because
	// Cut is how many more findings of this rule on this resource are not
	// shown; it stands on the last one shown.
	Cut int

	key string
}

// Because is the value that is not known, and why.
type Because struct {
	Path   string // "instance_type", "refs.launch_template", "cost.monthly"
	Reason string // "is known only after apply (var.size)"
}

// Saving is what the proposed change spares, a month. Nil figures are not
// known; a figure below zero is a change for the worse.
type Saving struct {
	Monthly    *decimal.Decimal // USD
	CarbonKg   *float64         // kgCO2e
	Confidence string           // "exact" or "bounded"
}

// Fix is one edit of an attribute.
type Fix struct {
	Path  string // dotted
	Value any    // as encoding/json would have it
	Safe  bool   // may be applied without a person
}

// Suppression is who said that a finding does not count.
type Suppression struct {
	By     string // "inline", "config" or "baseline"
	Reason string
	Until  string // YYYY-MM-DD or ""
}

// said is a finding as the rule wrote it.
type said struct {
	term     *ast.Term
	message  string
	verdict  string // "" leaves it to the engine
	address  string
	path     string
	key      string
	restsOn  []string
	explicit bool // rests_on was given
	related  []string
	change   ast.Object
	remove   bool
	exposure *decimal.Decimal
	facts    map[string]any
}

// read takes a rule's finding apart. What is not as the contract has it is an
// error of the rule.
func read(t *ast.Term) (said, error) {
	s := said{term: t}
	obj, ok := t.Value.(ast.Object)
	if !ok {
		return s, fmt.Errorf("a finding must be an object with a message; it is %s", ast.ValueName(t.Value))
	}
	err := obj.Iter(func(k, v *ast.Term) error {
		name, _ := k.Value.(ast.String)
		var ok bool
		switch name {
		case "message":
			s.message, ok = text(v)
		case "verdict":
			s.verdict, ok = text(v)
			ok = ok && (s.verdict == Fail || s.verdict == Unknown)
		case "address":
			s.address, ok = text(v)
		case "path":
			s.path, ok = text(v)
		case "key":
			s.key, ok = text(v)
		case "rests_on":
			s.explicit = true
			s.restsOn, ok = texts(v)
		case "related":
			s.related, ok = texts(v)
		case "change":
			s.change, ok = v.Value.(ast.Object)
		case "remove":
			var yes ast.Boolean
			yes, ok = v.Value.(ast.Boolean)
			s.remove = bool(yes)
		case "exposure":
			var n ast.Number
			if n, ok = v.Value.(ast.Number); ok {
				d, err := decimal.NewFromString(n.String())
				s.exposure, ok = &d, err == nil
			}
		case "facts":
			if _, ok = v.Value.(ast.Object); ok {
				s.facts, _ = plain(v).(map[string]any)
			}
		default:
			return fmt.Errorf("a finding has the key %s, which the contract does not know", k)
		}
		if !ok {
			return fmt.Errorf("%s of a finding is %s", name, ast.ValueName(v.Value))
		}
		return nil
	})
	if err == nil && s.message == "" {
		err = fmt.Errorf("a finding has no message")
	}
	return s, err
}

func text(t *ast.Term) (string, bool) {
	s, ok := t.Value.(ast.String)
	if n, isNumber := t.Value.(ast.Number); isNumber {
		return n.String(), true
	}
	return string(s), ok
}

// texts reads a list or a set of strings.
func texts(t *ast.Term) (out []string, ok bool) {
	ok = true
	add := func(t *ast.Term) {
		s, isText := text(t)
		ok = ok && isText
		out = append(out, s)
	}
	switch v := t.Value.(type) {
	case *ast.Array:
		v.Foreach(add)
	case ast.Set:
		for _, t := range v.Slice() {
			add(t)
		}
	default:
		return nil, false
	}
	return out, ok
}

// fingerprint is stable over runs: nothing in it comes from wording or lines.
func fingerprint(rule, address, path, key string) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{rule, address, path, key}, "\x00")))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// finish sorts the findings of one subject and gives them fingerprints. Where
// a rule says two things of one path without a key they are counted.
func finish(fs []Finding) []Finding {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Address, b.Address), cmp.Compare(a.Path, b.Path), cmp.Compare(a.key, b.key), cmp.Compare(a.Message, b.Message))
	})
	nth := 0
	for i := range fs {
		f := &fs[i]
		if i > 0 && fs[i-1].Rule == f.Rule && fs[i-1].Address == f.Address && fs[i-1].Path == f.Path && fs[i-1].key == f.key {
			nth++
			f.Fingerprint = fingerprint(f.Rule, f.Address, f.Path, f.key+"\x00"+strconv.Itoa(nth))
			continue
		}
		nth = 0
		f.Fingerprint = fingerprint(f.Rule, f.Address, f.Path, f.key)
	}
	return fs
}

// cut shortens a message, and says so.
func cut(s string, limit int) string {
	if len(s) <= limit || utf8.RuneCountInString(s) <= limit {
		return s
	}
	runes := []rune(s)
	return fmt.Sprintf("%s… (cut; %d characters in all)", string(runes[:limit]), len(runes))
}
