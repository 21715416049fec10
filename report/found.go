package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// found is one finding as the formats of CI systems see it: flat, with a place
// and a key that no other finding of the report has. A broken guardrail is one
// too, so that whoever reads only such a format learns why the run failed.
type found struct {
	*Finding
	project *Project // nil for a guardrail over all of them
	place   place
	key     string // hexadecimal; of the finding, not of its wording or its line
	fixed   bool   // of the base and gone
}

// guardrailRule is what broken guardrails are filed under.
const guardrailRule = "guardrail/broken"

// gather lists what a report found, in its order: broken guardrails, then the
// findings of each project, then those that are fixed.
func gather(r *Report) []found {
	n := 0
	for i := range r.Projects {
		n += len(r.Projects[i].Findings) + len(r.Projects[i].Fixed)
	}
	all := make([]found, 0, n+len(r.Summary.Guardrails))
	places := make([]places, len(r.Projects))
	for i := range r.Projects {
		places[i] = whereOf(&r.Projects[i])
	}
	all = append(all, brokenGuardrails(r, places)...)
	for i := range r.Projects {
		p := &r.Projects[i]
		for j := range p.Findings {
			all = append(all, found{Finding: &p.Findings[j], project: p, place: places[i].of(&p.Findings[j])})
		}
	}
	for i := range r.Projects {
		p := &r.Projects[i]
		for j := range p.Fixed {
			all = append(all, found{Finding: &p.Fixed[j], project: p, place: places[i].of(&p.Fixed[j]), fixed: true})
		}
	}
	giveKeys(all)
	return all
}

// ofHead leaves out what is fixed.
func ofHead(all []found) []found {
	return slices.DeleteFunc(all, func(f found) bool { return f.fixed })
}

// standing leaves out what is fixed and what somebody has decided to live with.
func standing(all []found) []found {
	return slices.DeleteFunc(all, func(f found) bool { return f.fixed || f.Suppressed != nil })
}

// heaviestFirst orders findings for a reader who sees only the first of them:
// verdicts before what cannot be told, new before known, then by severity.
// Equals keep their order.
func heaviestFirst(all []found) {
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(Rank(a.Severity), Rank(b.Severity)))
	})
}

func (f *found) rank() int {
	switch {
	case f.fixed:
		return 4
	case f.Suppressed != nil:
		return 3
	case f.Verdict == VerdictUnknown:
		return 2
	case f.State == Unchanged:
		return 1
	}
	return 0
}

// giveKeys makes the fingerprints unique: one run may be over plans that have
// the same address, and the base of a comparison has what the head has.
func giveKeys(all []found) {
	seen := make(map[string]bool, len(all))
	for i := range all {
		f := &all[i]
		key := strings.TrimPrefix(f.Fingerprint, "sha256:")
		if !isHex(key) || seen[key] {
			name := ""
			if f.project != nil {
				name = f.project.Name
			}
			base := f.Fingerprint + "\x00" + name + "\x00" + f.Rule + "\x00" + f.Address + "\x00" + f.Path
			key = digest(base)
			for n := 2; seen[key]; n++ {
				key = digest(base + "\x00" + strconv.Itoa(n))
			}
		}
		seen[key] = true
		f.key = key
	}
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

// isHex reports whether s is a digest as this program writes them.
func isHex(s string) bool {
	if len(s) != 2*sha256.Size {
		return false
	}
	for _, c := range []byte(s) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

func brokenGuardrails(r *Report, places []places) []found {
	var list []found
	money := CurrencyOf(r.Currency)
	for i := range r.Summary.Guardrails {
		g := &r.Summary.Guardrails[i]
		if !g.Broken {
			continue
		}
		name := g.Name
		if len(g.Tags) > 0 {
			name += " (" + strings.Join(g.Tags, ", ") + ")"
		}
		f := found{Finding: &Finding{
			Rule: guardrailRule, Family: "guardrail", Severity: "high", Verdict: Fail,
			Title: "A guardrail is broken", Address: name,
			Message:     strings.TrimSpace(g.Kind+" "+money.inUnit(g.Actual, g.Unit)) + ", the limit is " + money.inUnit(g.Limit, g.Unit),
			Remediation: "Bring the change back under the limit, or have the limit raised in the configuration by those who keep it.",
			Fingerprint: digest("guardrail\x00" + g.Name + "\x00" + g.Project + "\x00" + g.Kind + "\x00" + strings.Join(g.Tags, "\x00")),
		}}
		for j := range r.Projects {
			if p := &r.Projects[j]; p.Name == g.Project || len(r.Projects) == 1 {
				f.project, f.place = p, places[j].root()
			}
		}
		if f.project == nil && len(places) > 0 {
			f.place = places[0].root()
		}
		list = append(list, f)
	}
	return list
}
