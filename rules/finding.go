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
	// address, path and key, not of lines and words. "sha256:...". One about the
	// plan that speaks for many goes by its key, and not by the address.
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

	key string // what tells it from others of its rule, resource and path
	// many is a finding about the plan that speaks for others than the resource at
	// its address too, which may be another tomorrow: its key says which it is.
	many bool
}

// FingerprintAt is the fingerprint the finding would have at another address.
func (f *Finding) FingerprintAt(address string) string {
	if f.many {
		address = ""
	}
	return fingerprint(f.Rule, address, f.Path, f.key)
}

// anchor is the address that the fingerprint goes by.
func (f *Finding) anchor() string {
	if f.many {
		return ""
	}
	return f.Address
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
	Known  bool   // nobody decided it: the run counts only what is new
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
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.anchor(), b.anchor()), cmp.Compare(a.Path, b.Path), cmp.Compare(a.key, b.key), cmp.Compare(a.Address, b.Address), cmp.Compare(a.Message, b.Message))
	})
	nth, before := 0, "" // the key of the one before, as its rule gave it
	for i := range fs {
		f := &fs[i]
		key := f.key
		if i > 0 && fs[i-1].Rule == f.Rule && fs[i-1].anchor() == f.anchor() && fs[i-1].Path == f.Path && before == key {
			nth++
			f.key += "\x00" + strconv.Itoa(nth)
		} else {
			nth = 0
		}
		before = key
		f.Fingerprint = f.FingerprintAt(f.Address)
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
