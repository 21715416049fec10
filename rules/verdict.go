package rules

import (
	"errors"
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// judged is one subject, or the plan, while its rules are asked.
type judged struct {
	subject *Subject // nil: the plan
	doc     *document
	holes   []hole
}

func (on *judged) address() string {
	if on.subject == nil {
		return thePlan
	}
	return on.subject.Resource.Address
}

// thePlan stands where errors name a resource.
const thePlan = "the plan"

// verdicts adds what a rule says of a resource as findings: what rests on
// something that is not known becomes unknown, and so does silence. None is added
// with an error.
func (w *Worker) verdicts(out []Finding, r *rule, set *ast.Term, on *judged) ([]Finding, error) {
	found, err := w.read(r, set)
	if err != nil {
		return out, err
	}
	var doubt *doubt
	if len(on.holes) > 0 {
		doubt = w.doubt(r, on)
	}
	if len(found) == 0 {
		if doubt != nil && doubt.silence() {
			if why := r.shut(); why != "" {
				return out, errors.New(why)
			}
			out = append(out, r.untold(on.subject, &doubt.open[0]))
		}
		return out, nil
	}
	before := len(out)
	limits := w.j.set.settings.Limits
	cutOff := max(0, len(members(set))-len(found))
	for i := range found {
		s := &found[i]
		f := r.finding(on.subject)
		f.Verdict = or(s.verdict, Fail)
		f.say(s, limits.Message)
		f.stake(s.stake, on.subject)
		if doubt != nil && f.Verdict == Fail {
			if h := doubt.of(s); h != nil {
				f.Verdict, f.Because = Unknown, h.because()
			}
		}
		if !f.price(r, s, on.subject) {
			continue
		}
		f.suppress(r)
		out = append(out, f)
	}
	if why := r.shut(); why != "" {
		return out[:before], errors.New(why) // while it was asked "what if"
	}
	if cutOff > 0 && len(out) > before {
		last := &out[len(out)-1]
		last.Cut = cutOff
		last.Message += fmt.Sprintf(" (and %d more findings of this rule here, not shown)", cutOff)
	}
	return out, nil
}

// maxRead bounds what is remembered of findings that were taken apart.
const maxRead = 4096

// read takes apart what a rule found, as many findings as are shown, once for all
// resources that it found the same of.
func (w *Worker) read(r *rule, set *ast.Term) ([]said, error) {
	elems := members(set)
	if len(elems) == 0 {
		return nil, nil
	}
	if found, ok := w.told[set]; ok {
		return found, nil
	}
	var found []said
	for _, t := range elems[:min(len(elems), w.j.set.settings.Limits.Findings)] {
		s, err := read(t)
		if err == nil && r.unit.custody != nil {
			err = s.modest()
		}
		if err != nil {
			return nil, err
		}
		found = append(found, s)
	}
	if r.twins {
		if w.told == nil || len(w.told) >= maxRead {
			w.told = map[*ast.Term][]said{}
		}
		w.told[set] = found
	}
	return found, nil
}

// untold is silence that a hole might break.
func (r *rule) untold(s *Subject, h *hole) Finding {
	f := r.finding(s)
	f.Verdict, f.Path, f.Because = Unknown, h.dotted(), h.because()
	f.Message = fmt.Sprintf("cannot be told: %s %s", h.dotted(), h.why)
	f.suppress(r)
	return f
}

func (h hole) because() *Because { return &Because{Path: h.dotted(), Reason: h.why} }

// members of a set of findings, in the order of Rego.
func members(set *ast.Term) []*ast.Term {
	if set == nil {
		return nil
	}
	switch v := set.Value.(type) {
	case ast.Set:
		return v.Slice()
	case *ast.Array:
		var out []*ast.Term
		v.Foreach(func(t *ast.Term) { out = append(out, t) })
		return out
	}
	return nil
}

// finding is a finding of the rule with all that does not depend on what it
// says.
func (r *rule) finding(s *Subject) Finding {
	d, _ := r.file.configured()
	f := Finding{
		Rule: d.ID, Aliases: d.Aliases, Family: d.Family, Pack: d.Pack, Severity: d.Severity,
		Title: d.Title, Remediation: d.Remediation, Docs: d.Docs,
	}
	if s != nil {
		f.Address, f.Source = s.Resource.Address, s.Resource.Source
	}
	return f
}

// say takes over what the rule wrote.
func (f *Finding) say(s *said, limit int) {
	f.Message = cut(s.message, limit)
	f.Path, f.key = s.path, s.key
	f.Related, f.Facts, f.Exposure = s.related, s.facts, s.exposure
	if s.address != "" {
		f.Address, f.many = s.address, s.many
	}
}

// suppress marks a finding whose address the configuration excludes from the
// rule.
func (f *Finding) suppress(r *rule) {
	if slices.ContainsFunc(r.file.setting.Exclude, func(glob string) bool { return match(glob, f.Address) }) {
		f.Suppressed = &Suppression{By: "config", Reason: "excluded from " + r.file.id}
	}
}
