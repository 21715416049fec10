package rules

import (
	"errors"
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// overall turns what a rule says of the plan into findings, and what it cannot
// know into verdicts "unknown"; at finds the resource of an address.
func (w *Worker) overall(r *rule, set *ast.Term, on *judged, at func(address string) *Subject) ([]Finding, error) {
	limits := w.j.set.settings.Limits
	most := limits.Findings * 100
	elems := members(set)
	cutOff := max(0, len(elems)-most)
	var doubt *doubt
	if len(on.holes) > 0 {
		doubt = w.doubt(r, on)
	}
	var out []Finding
	spoken := map[*Subject]bool{} // what there are findings about
	forAll := false               // one of them is unknown because of something else
	for _, t := range elems[:len(elems)-cutOff] {
		s, err := read(t)
		if err == nil && r.unit.custody != nil {
			err = s.modest()
		}
		if err != nil {
			return nil, err
		}
		if s.address == "" {
			return nil, errors.New("a finding about the plan has no address")
		}
		about := at(s.address)
		f := r.finding(about)
		f.Verdict = or(s.verdict, Fail)
		f.say(&s, limits.Message)
		f.stake(s.stake, about)
		if doubt != nil && f.Verdict == Fail {
			if h := doubt.of(&s); h != nil {
				f.Verdict, f.Because = Unknown, h.because()
				forAll = forAll || h.on != about
			}
		}
		spoken[about] = true
		if !f.price(r, &s, about) {
			continue
		}
		f.suppress(r)
		out = append(out, f)
	}
	if cutOff > 0 && len(out) > 0 {
		last := &out[len(out)-1]
		last.Cut = cutOff
		last.Message += fmt.Sprintf(" (and %d more findings of this rule, not shown)", cutOff)
	}
	if doubt != nil && !forAll && doubt.silence() {
		out = append(out, w.silences(r, on, doubt.open, spoken)...)
	}
	if why := r.shut(); why != "" {
		return nil, errors.New(why) // while it was asked "what if"
	}
	return out, nil
}

// silences are the resources a rule says nothing about only because an
// attribute in their row is not known. Each is asked about on its own: what is
// not known of one budget is no reason to be unsure of another.
func (w *Worker) silences(r *rule, on *judged, open []hole, spoken map[*Subject]bool) []Finding {
	var rows [][]hole
	for i := range open {
		if i == 0 || open[i].on != open[i-1].on {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], open[i])
	}
	rows = slices.DeleteFunc(rows, func(holes []hole) bool { return spoken[holes[0].on] })
	most := w.j.set.settings.Limits.Findings
	cutOff := max(0, len(rows)-most)
	var out []Finding
	for _, holes := range rows[:len(rows)-cutOff] {
		if len(open) > len(holes) {
			if _, possible := w.suppose(r, on, holes); !possible {
				continue
			}
		}
		out = append(out, r.untold(holes[0].on, &holes[0]))
	}
	if len(out) == 0 && len(spoken) == 0 && len(rows) > 0 { // it takes two of them
		out = append(out, r.untold(rows[0][0].on, &rows[0][0]))
	}
	if cutOff > 0 && len(out) > 0 {
		last := &out[len(out)-1]
		last.Cut = cutOff
		last.Message += fmt.Sprintf(" (and perhaps %d more resources, not shown)", cutOff)
	}
	return out
}
