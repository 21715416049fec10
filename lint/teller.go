package lint

import (
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
)

// teller puts what was found out into the words of the report. Fleets repeat
// themselves, so it says equal things once and hands the same words out again;
// nobody may change them. Every worker has its own.
type teller struct {
	exchange   exchange
	footprints map[*pricing.Footprint]*told
	lists      map[*model.Action][]string
	lockIns    map[lockInKey]*report.LockIn
}

// told is a footprint in the words of the report.
type told struct {
	cost       report.Cost
	carbonNew  *report.Carbon // of a resource that did not exist before
	carbonKept *report.Carbon // of one that stays as it is
	carbonGaps []report.Gap
}

type lockInKey struct {
	typ, service, why string
	grade             int
}

func newTeller(x exchange) *teller {
	return &teller{exchange: x, footprints: map[*pricing.Footprint]*told{}, lists: map[*model.Action][]string{}, lockIns: map[lockInKey]*report.LockIn{}}
}

func (t *teller) footprint(f *pricing.Footprint) *told {
	if known, ok := t.footprints[f]; ok {
		return known
	}
	out := &told{cost: cost(f, t.exchange)}
	if len(f.CarbonGaps) > 0 {
		out.carbonGaps = gaps(f.CarbonGaps)
	}
	if f.Carbon != nil {
		fresh := carbon(f.Carbon)
		kept := fresh
		fresh.BeforeKg, kept.BeforeKg = new(report.Number), report.NumberOf(f.Carbon.TotalKg())
		out.carbonNew, out.carbonKept = &fresh, &kept
	}
	t.footprints[f] = out
	return out
}

// actions are the words of a list; the parser keeps equal lists once.
func (t *teller) actions(list []model.Action) []string {
	if len(list) == 0 {
		return nil
	}
	if known := t.lists[&list[0]]; len(known) == len(list) {
		return known
	}
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = string(a)
	}
	t.lists[&list[0]] = out
	return out
}

func (t *teller) lockIn(r *model.Resource) *report.LockIn {
	l := r.LockIn
	if l.Grade < 0 {
		return nil
	}
	key := lockInKey{r.Type, l.Service, l.Why, l.Grade}
	if known, ok := t.lockIns[key]; ok {
		return known
	}
	out := &report.LockIn{Grade: l.Grade, Service: l.Service, Why: l.Why, Alternatives: l.Alternatives, Effort: l.Effort, Inherent: l.Inherent}
	t.lockIns[key] = out
	return out
}
