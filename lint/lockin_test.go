package lint

import (
	"math"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
)

// The points of the services add up to the score of the run, their costs and
// those of what is left out to the total, in any currency.
func TestExplainLockInAddsUp(t *testing.T) {
	for name, text := range map[string]string{
		"dollars": "",
		"another": "currency \"JPY\" {\n  per_usd = 150\n  date    = \"2026-11-01\"\n}\n",
	} {
		c := settled(t, text)
		r := checked(t, Options{Paths: []string{"../testdata/fixtures/plan/platform/plan.json"}, Config: c, Catalogue: frozen(t)})
		p := ExplainLockIn(r, nil, c).Projects[0]
		var points float64
		cost := amountOf(p.Inherent.Monthly)
		if p.Ungraded.Monthly != nil {
			cost = cost.Add(p.Ungraded.Monthly.Decimal)
		}
		resources := p.Inherent.Resources + p.Ungraded.Resources
		for i, s := range p.Services {
			points += float64(s.Points)
			resources += s.Resources
			if s.Monthly != nil {
				cost = cost.Add(s.Monthly.Decimal)
			}
			if i > 0 && amountOf(s.Monthly).GreaterThan(amountOf(p.Services[i-1].Monthly)) {
				t.Errorf("%s: %s stands below what is cheaper", name, s.Service)
			}
			if len(s.Basis) != 4 {
				t.Errorf("%s: %s stands on %q", name, s.Service, s.Basis)
			}
		}
		if math.Abs(points-float64(p.Score)) > 1e-6 || p.Score == 0 {
			t.Errorf("%s: the services come to %v, the score is %v", name, points, p.Score)
		}
		if !cost.Equal(p.Monthly.Decimal) || resources != r.Projects[0].Coverage.Managed {
			t.Errorf("%s: %s of %s, %d of %d resources", name, cost, p.Monthly, resources, r.Projects[0].Coverage.Managed)
		}
		x := p.Exit
		if x.GB == nil || x.Unsized == 0 || x.ListPrice == nil || x.WithProgramme == nil || strings.Join(x.Programmes, ", ") != "AWS, Azure, Google Cloud" || math.Abs(float64(*x.Hours)-float64(*x.GB)*8/3600) > 1e-9 {
			t.Errorf("%s: exit %+v", name, x)
		}
	}
}

// What is gone ties nothing, and what is allowed says why, apart from what is not.
func TestExplainLockInOfRows(t *testing.T) {
	row := func(address, action string, grade int) report.Resource {
		return report.Resource{Address: address, Type: "aws_dynamodb_table", Provider: "registry.terraform.io/hashicorp/aws", Actions: []string{action},
			Cost: report.Cost{Monthly: report.NewMoney(*money("10"))}, LockIn: &report.LockIn{Grade: grade, Service: "DynamoDB", Why: "its own"}}
	}
	r := &report.Report{Projects: []report.Project{{Name: "p", Resources: []report.Resource{row("aws_dynamodb_table.a", "no-op", 4), row("aws_dynamodb_table.b", "no-op", 4), row("aws_dynamodb_table.c", "delete", 4)}}}}
	c := settled(t, `rule "lock-in/lock-in-above-threshold" {
		allow = [{ match = "aws_dynamodb_table.b", reason = "decided in March" }]
	}`)
	p := ExplainLockIn(r, nil, c).Projects[0]
	if len(p.Services) != 2 || p.Services[0].Resources != 1 || p.Services[0].Allowed != "" || p.Services[1].Allowed != "decided in March" || p.Services[1].Addresses[0] != "aws_dynamodb_table.b" {
		t.Errorf("%+v", p.Services)
	}
	if p.Exit.GB != nil || p.Exit.WithProgramme != nil {
		t.Errorf("nothing is stored, and leaving costs %+v", p.Exit)
	}
	if p := ExplainLockIn(&report.Report{Projects: []report.Project{{Name: "none"}}}, nil, config.Default()).Projects[0]; p.Heavy != nil || len(p.Services) != 0 || p.Band != "low" {
		t.Errorf("of nothing: %+v", p)
	}
}
