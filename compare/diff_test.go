package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/report"
)

// Lines of a bill are there of both sides where they differ, and why something
// is not known stands on the side where it is not.
func TestLinesAndGaps(t *testing.T) {
	r := diff(t, of(project("p", "source", res("a.grows", "1", "no-op"), res("a.hidden", "3", "no-op"), res("a.same", "2", "no-op"), res("a.told", "", "no-op"))),
		of(project("p", "source", res("a.grows", "4", "no-op"), res("a.hidden", "", "no-op"), res("a.same", "2", "no-op"), res("a.told", "5", "no-op"))), sides)
	list := r.Projects[0].Resources
	grows, hidden, same, told := list[0].Cost, list[1].Cost, list[2].Cost, list[3].Cost
	if len(grows.BeforeLines) != 1 || grows.BeforeLines[0].Monthly.String() != "1" || grows.Lines[0].Monthly.String() != "4" {
		t.Errorf("grows: %+v", grows)
	}
	if hidden.Monthly != nil || hidden.Before.String() != "3" || hidden.BeforeStatus != report.Priced || len(hidden.Gaps) != 1 || len(hidden.BeforeGaps) > 0 {
		t.Errorf("hidden: %+v", hidden)
	}
	if same.BeforeLines != nil || same.BeforeGaps != nil || same.BeforeStatus != "" {
		t.Errorf("same: %+v", same)
	}
	if told.Before != nil || told.BeforeStatus != report.Unknown || len(told.BeforeGaps) != 1 || told.BeforeLines != nil {
		t.Errorf("told: %+v", told)
	}
	if c := list[0].Carbon; *c.BeforeKg != 0.125 || c.TotalKg != 0.5 {
		t.Errorf("carbon of grows: %+v", c)
	}
	if list[1].Carbon != nil || list[3].Carbon.BeforeKg != nil {
		t.Error("carbon of one side is taken for that of both")
	}
	if d := r.Diagnostics; len(d) != 1 || !strings.Contains(d[0].Detail, "a.hidden, a.told") {
		t.Errorf("nobody says what is known on one side only: %v", d)
	}
}

// A resource that is gone costs nothing and keeps what it was.
func TestGone(t *testing.T) {
	plan := project("p", "plan-json", res("a.x", "0", "delete"))
	plan.Resources[0].ActionReason = "delete_because_no_resource_config"
	for head, reason := range map[string]string{"not in branch": "", "deleted by branch": "delete_because_no_resource_config"} {
		to := project("p", "source")
		if reason != "" {
			to = plan
		}
		r := diff(t, of(project("p", "source", res("a.x", "8", "no-op"))), of(to), sides).Projects[0].Resources[0]
		if r.Cost.Reason != head || r.ActionReason != reason || r.Cost.Monthly.String() != "0" || r.Cost.Before.String() != "8" || len(r.Cost.BeforeLines) != 1 || *r.Carbon.BeforeKg != 1 || r.Carbon.TotalKg != 0 {
			t.Errorf("%s: %+v", head, r)
		}
	}
}

func TestTotals(t *testing.T) {
	r := diff(t, of(project("p", "source", res("a.x", "8", "no-op"))), of(project("p", "source", res("a.x", "8", "no-op"), res("a.y", "16", "no-op"))), sides)
	s := r.Summary
	if s.Monthly.String() != "24" || s.MonthlyBefore.String() != "8" || s.MonthlyDelta.String() != "16" || *s.CarbonKg != 3 || *s.CarbonBefore != 1 || *s.CarbonDeltaKg != 2 {
		t.Errorf("%+v", s)
	}
	// Where nothing of one side is known, the change is not.
	r = diff(t, of(project("p", "source", res("a.x", "", "no-op"))), of(project("p", "source", res("a.x", "8", "no-op"))), sides)
	if s := r.Summary; s.Monthly.String() != "8" || s.MonthlyBefore != nil || s.MonthlyDelta != nil || s.CarbonDeltaKg != nil {
		t.Errorf("%+v", s)
	}
}

// A small change of carbon is seen beside a large sum, which is rounded more.
func TestSmallChangeOfCarbon(t *testing.T) {
	large := res("a.large", "9999999", "no-op")
	base, head := of(project("p", "source", large, res("a.x", "1", "no-op"))), of(project("p", "source", large, res("a.x", "2", "no-op")))
	var saved [2]*report.Report
	for i, r := range []*report.Report{base, head} {
		saved[i] = again(t, r)
	}
	if got := *diff(t, saved[0], saved[1], sides).Summary.CarbonDeltaKg; got != 0.125 {
		t.Errorf("%v kg, want 0.125", got)
	}
}

// again is a report as it is read back.
func again(t *testing.T, r *report.Report) *report.Report {
	t.Helper()
	var b strings.Builder
	if err := report.WriteJSON(&b, r); err != nil {
		t.Fatal(err)
	}
	out, err := report.ReadJSON(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestProjects(t *testing.T) {
	x := func(monthly string) report.Resource { return res("a.x", monthly, "no-op") }
	base := of(project("app", "source", x("1")), project("gone", "source", x("2")), project("net/plan.json", "plan-json", x("3")))
	head := of(project("app", "source", x("4")), project("net", "source", x("5")), project("new", "source", x("6")))
	want := "update a.x 1>4\ndelete a.x 2>0\nupdate a.x 3>5\ncreate a.x ?>6\n"
	r := diff(t, base, head, sides)
	if d := cmp.Diff(want, said(r)); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	var names []string
	for _, p := range r.Projects {
		names = append(names, p.Name+" "+p.Totals.MonthlyDelta.String())
	}
	if got := strings.Join(names, ", "); got != "app 3, gone -2, net 2, new 6" {
		t.Error(got)
	}
	// One each are the same, whatever they are called.
	r = diff(t, of(project("old.json", "plan-json", x("1"))), of(project("new.json", "plan-json", x("1"))), sides)
	if got := said(r); got != "no-op a.x 1>1\n" || r.Projects[0].Name != "new.json" {
		t.Error(got)
	}
}

func TestRefused(t *testing.T) {
	euro := of(project("p", "source"))
	euro.Currency = "EUR"
	if _, err := Diff(of(), euro, sides); err == nil || !strings.Contains(err.Error(), "main is in USD and branch in EUR") {
		t.Errorf("currencies: %v", err)
	}
	if _, err := Diff(of(), diff(t, of(), of(), sides), sides); err == nil {
		t.Error("a comparison is compared")
	}
	other := of(project("p", "source"))
	other.Catalogue.Version, other.Summary.ExitCode = "2026.12", exitBroken
	r := diff(t, other, of(project("p", "source")), sides)
	if len(r.Diagnostics) != 2 || r.Diagnostics[0].Summary != "Different prices" || r.Diagnostics[1].Summary != "Base not complete" {
		t.Errorf("%+v", r.Diagnostics)
	}
}

// random is a report of two projects with a few of some addresses in them.
func random(rnd *rand.Rand) *report.Report {
	var projects []report.Project
	for _, name := range []string{"one", "two"} {
		var list []report.Resource
		var findings []report.Finding
		for i := range 12 {
			address := fmt.Sprintf("a.r%02d", i)
			if rnd.IntN(3) == 0 {
				continue
			}
			monthly := fmt.Sprintf("%d.%02d", rnd.IntN(40), rnd.IntN(100))
			if rnd.IntN(6) == 0 {
				monthly = ""
			}
			actions := []string{"no-op", "no-op", "update", "create", "delete", "delete create", "forget"}[rnd.IntN(7)]
			r := res(address, monthly, actions)
			if actions == "delete" && r.Cost.Monthly != nil {
				r.Cost.Monthly = usd("0")
			}
			if rnd.IntN(4) == 0 {
				r.Previous = fmt.Sprintf("a.r%02d", rnd.IntN(12))
			}
			list = append(list, r)
			if rnd.IntN(2) == 0 {
				findings = append(findings, found("rule", address))
			}
		}
		p := project(name, "plan-json", list...)
		p.Findings = findings
		projects = append(projects, p)
	}
	return of(projects...)
}

// A report laid on itself changes nothing; and what changes from one to another
// changes back from that to the one.
func TestThereAndBack(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 11))
	for range 120 {
		a, b := random(rnd), random(rnd)
		before := again(t, a)
		self := diff(t, a, a, sides)
		for _, p := range self.Projects {
			if len(p.Fixed) > 0 || p.Totals.MonthlyDelta != nil && !p.Totals.MonthlyDelta.IsZero() || p.Totals.CarbonDeltaKg != nil && *p.Totals.CarbonDeltaKg != 0 {
				t.Fatalf("laid on itself: %+v", p.Totals)
			}
			for _, r := range p.Resources {
				if !slices.Equal(r.Actions, []string{"no-op"}) || r.Previous != "" || r.Cost.BeforeLines != nil || !sameMoney(r.Cost.Before, r.Cost.Monthly) {
					t.Fatalf("laid on itself: %+v", r)
				}
			}
			for _, f := range p.Findings {
				if f.State != report.Unchanged {
					t.Fatalf("laid on itself: %+v", f)
				}
			}
		}
		there, back := diff(t, a, b, sides), diff(t, b, a, sides)
		for i := range there.Projects {
			x, y := there.Projects[i].Totals, back.Projects[i].Totals
			if (x.MonthlyDelta == nil) != (y.MonthlyDelta == nil) || x.MonthlyDelta != nil && !x.MonthlyDelta.Add(y.MonthlyDelta.Decimal).IsZero() {
				t.Fatalf("there %v, back %v", x.MonthlyDelta, y.MonthlyDelta)
			}
			if x.CarbonDeltaKg != nil && max(float64(*x.CarbonDeltaKg+*y.CarbonDeltaKg), -float64(*x.CarbonDeltaKg+*y.CarbonDeltaKg)) > 1e-6 {
				t.Fatalf("there %v kg, back %v kg", *x.CarbonDeltaKg, *y.CarbonDeltaKg)
			}
			if x.MonthlyDelta != nil && !x.MonthlyDelta.Equal(changes(there.Projects[i].Resources)) {
				t.Fatalf("the total changes by %s, its resources by %s", x.MonthlyDelta, changes(there.Projects[i].Resources))
			}
		}
		if d := cmp.Diff(again(t, a), before); d != "" {
			t.Fatalf("the base was changed:\n%s", d)
		}
	}
}

// changes adds up what resources change by, what is not known left out on its
// side, as totals do.
func changes(list []report.Resource) decimal.Decimal {
	sum := decimal.Zero
	for i := range list {
		if m := list[i].Cost.Monthly; m != nil {
			sum = sum.Add(m.Decimal)
		}
		if m := list[i].Cost.Before; m != nil {
			sum = sum.Sub(m.Decimal)
		}
	}
	return sum
}
