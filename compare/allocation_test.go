package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/report"
)

// paid is one part: "web 3" costs 3, "web" an amount nobody knows.
func paid(text string) *report.Allocated {
	value, monthly, _ := strings.Cut(text, " ")
	a := &report.Allocated{Value: value, CarbonKg: report.NumberOf(1), Resources: 1}
	if monthly != "" {
		a.Monthly = usd(monthly)
	}
	return a
}

// paying is a project whose cost is divided by team.
func paying(name, untagged string, values ...string) report.Project {
	p := project(name, "source")
	a := report.Allocation{Key: "team", Values: []report.Allocated{}}
	for _, v := range values {
		a.Values = append(a.Values, *paid(v))
	}
	if untagged != "" {
		a.Untagged = paid(" " + untagged)
	}
	p.Totals.Allocation = []report.Allocation{a}
	return p
}

// lines are the parts, each with what it was and is.
func lines(list []report.Allocation) string {
	word := func(m *report.Money) string {
		if m == nil {
			return "?"
		}
		return m.String()
	}
	var out []string
	for _, a := range list {
		for _, p := range a.Parts() {
			out = append(out, fmt.Sprintf("%s:%s %s>%s×%d", a.Key, p.Value, word(p.MonthlyBefore), word(p.Monthly), p.Resources))
		}
	}
	return strings.Join(out, " ")
}

// Who paid before stands beside who pays, in the project and over all.
func TestDiffAllocation(t *testing.T) {
	undivided := project("p", "source")
	for name, c := range map[string]struct {
		base, head []report.Project
		want       string
	}{
		"moves":       {[]report.Project{paying("p", "5", "web 3", "old 7")}, []report.Project{paying("p", "2", "web 4", "new 6")}, "team:old 7>0×0 team:new 0>6×1 team:web 3>4×1 team: 5>2×1"},
		"all tagged":  {[]report.Project{paying("p", "5")}, []report.Project{paying("p", "", "web 5")}, "team:web 0>5×1 team: 5>0×0"},
		"not known":   {[]report.Project{paying("p", "", "web")}, []report.Project{paying("p", "", "web 5")}, "team:web ?>5×1"},
		"not divided": {[]report.Project{undivided}, []report.Project{paying("p", "1", "web 5")}, "team:web ?>5×1 team: ?>1×1"},
		"new":         {nil, []report.Project{paying("p", "1", "web 5")}, "team:web 0>5×1 team: 0>1×1"},
		"gone":        {[]report.Project{paying("p", "1", "web 5")}, nil, "team:web 5>0×0 team: 1>0×0"},
	} {
		r := diff(t, of(c.base...), of(c.head...), sides)
		if got := lines(r.Projects[0].Totals.Allocation); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
		if got := lines(r.Summary.Allocation); got != c.want {
			t.Errorf("%s, over all: %s\nwant %s", name, got, c.want)
		}
	}
}

// A value that several projects pay for is one value.
func TestMergeAllocation(t *testing.T) {
	r, err := Merge(report.Tool{}, []Part{{File: "a", Report: of(paying("a", "1", "web 5", "api 2"))}, {File: "b", Report: of(paying("b", "", "api 4", "web"))}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := lines(r.Summary.Allocation), "team:api ?>6×2 team:web ?>5×2 team: ?>1×1"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if r.Projects[0].Totals.Allocation[0].Values[0].Monthly.String() != "5" {
		t.Error("adding up has changed a project")
	}
}

// What is beyond the number a report holds is one part, before and after.
func TestBound(t *testing.T) {
	var many []string
	for i := range report.MostAllocated + 3 {
		many = append(many, fmt.Sprintf("v%d %d", i, i+1))
	}
	p := paying("p", "", many...)
	Bound(&p.Totals.Allocation[0])
	a := p.Totals.Allocation[0]
	if len(a.Values) != report.MostAllocated || a.Others.Distinct != 3 || a.Others.Monthly.String() != "6" {
		t.Fatalf("%d values, others %+v", len(a.Values), a.Others)
	}
	// What was among the others before cannot be told.
	r := diff(t, of(p), of(paying("p", "", "v0 9", "v5 9")), sides)
	for _, v := range r.Projects[0].Totals.Allocation[0].Values {
		if v.Value == "v0" && v.MonthlyBefore != nil || v.Value == "v5" && v.MonthlyBefore.String() != "6" {
			t.Errorf("%s before: %v", v.Value, v.MonthlyBefore)
		}
	}
}
