package lint

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

var euro = config.Currency{Code: "EUR", PerUSD: decimal.RequireFromString("0.917342"), Date: "2026-11-01", Source: "ECB"}

func inCurrency(t *testing.T, input string, c config.Currency) *report.Report {
	t.Helper()
	cfg := config.Default()
	if path := filepath.Join(filepath.Dir(input), config.FileName); exists(path) {
		loaded, diags := config.Load(path)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		cfg = loaded
	}
	cfg.Currency = c
	cfg.Discounts = []config.Discount{{Name: "less", Percent: *limit("9"), Keys: []string{"aws/ec2/*"}}}
	cfg.Guardrails = []config.Guardrail{{Name: "all", MonthlyUSD: limit("100"), IncreaseUSD: limit("1000000"), IncreasePercent: limit("5"), MonthlyKg: limit("3")}}
	r, err := Run(context.Background(), Options{Paths: []string{input}, Config: cfg, Version: "0.0.0", Catalogue: frozen(t), Packs: []rules.Source{rules.Core()}, AsOf: "2026-11-21"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Every amount of a report in euros is that in dollars times the rate, and
// nothing else differs: rules, severities, limits and the exit code go by
// dollars.
func TestAnotherCurrency(t *testing.T) {
	tiny, seen := decimal.New(1, -6), map[string]int{}
	for _, name := range []string{"platform", "aws-change", "aws-serverless", "rules-change", "rules-production", "rules-aws"} {
		input := filepath.Join(fixtures, "plan", name, "plan.json")
		dollars, euros := inCurrency(t, input, config.Currency{}), inCurrency(t, input, euro)
		if euros.Currency != "EUR" || euros.CurrencyRate == nil || euros.CurrencyRate.Source != "ECB" || euros.CurrencyRate.Date != "2026-11-01" || !euros.CurrencyRate.PerUSD.Equal(euro.PerUSD) {
			t.Fatalf("%s: currency %s, rate %+v", name, euros.Currency, euros.CurrencyRate)
		}
		if dollars.Currency != "USD" || dollars.CurrencyRate != nil {
			t.Fatalf("%s: currency %s, rate %+v", name, dollars.Currency, dollars.CurrencyRate)
		}
		c := counterpart{t: t, amount: func(path string, usd, eur decimal.Decimal) {
			seen[path]++
			if d := usd.Mul(euro.PerUSD).Sub(eur).Abs(); d.GreaterThan(tiny) {
				t.Errorf("%s %s: $%s and €%s", name, path, usd, eur)
			}
		}}
		c.same("", reflect.ValueOf(dollars).Elem(), reflect.ValueOf(euros).Elem())
		addsUp(t, euros)
	}
	const project, resource = ".Projects[]", ".Projects[].Resources[]"
	for _, path := range []string{
		resource + ".Cost.Monthly", resource + ".Cost.Before", resource + ".Cost.Low", resource + ".Cost.High", resource + ".Cost.Lines[].UnitPrice",
		resource + ".Cost.Lines[].Monthly", resource + ".Cost.Lines[].Contract.ListUnitPrice", resource + ".Cost.Hints[].UnitPrice",
		project + ".Findings[].Saving.Monthly", project + ".Findings[].Exposure", project + ".Totals.Monthly", project + ".Totals.MonthlyBefore",
		project + ".Totals.MonthlyDelta", project + ".Totals.ListMonthly", project + ".Totals.ExitEgress", project + ".Totals.Saving.Monthly",
		".Summary.Monthly", ".Summary.MonthlyDelta", ".Summary.ListMonthly", ".Summary.Saving.Monthly", ".Summary.Guardrails[].Actual", ".Summary.Guardrails[].Limit",
	} {
		if seen[path] == 0 {
			t.Errorf("no amount at %s", path)
		}
	}
}

// addsUp holds a report to the sums a reader would make.
func addsUp(t *testing.T, r *report.Report) {
	t.Helper()
	close := func(what string, got *report.Money, want decimal.Decimal) {
		if got == nil || got.Sub(want).Abs().GreaterThan(decimal.New(1, -7)) {
			t.Errorf("%s is %v, its parts %s", what, got, want)
		}
	}
	for _, p := range r.Projects {
		total := decimal.Zero
		for _, res := range p.Resources {
			if res.Cost.Monthly == nil {
				continue
			}
			total = total.Add(res.Cost.Monthly.Decimal)
			lines := decimal.Zero
			for _, l := range res.Cost.Lines {
				lines = lines.Add(l.Monthly.Decimal)
				if l.Quantity.Mul(l.UnitPrice.Decimal).Sub(l.Monthly.Decimal).Abs().GreaterThan(decimal.New(1, -2)) && !l.FromUsage {
					t.Errorf("%s %s: %s × %s is not %s", res.Address, l.Name, l.Quantity, l.UnitPrice, l.Monthly)
				}
			}
			close(res.Address, res.Cost.Monthly, lines)
		}
		close("total of "+p.Name, p.Totals.Monthly, total)
		if b := p.Totals.MonthlyBefore; b != nil && !p.Totals.MonthlyDelta.Equal(p.Totals.Monthly.Sub(b.Decimal)) {
			t.Errorf("%s: change of %s from %s to %s", p.Name, p.Totals.MonthlyDelta, b, p.Totals.Monthly)
		}
	}
}

// counterpart walks two reports and hands over what is money in both.
type counterpart struct {
	t      *testing.T
	amount func(path string, a, b decimal.Decimal)
}

// apartFields are those that have to differ, or that hold no money though they
// have its type.
var apartFields = map[string]bool{"Currency": true, "CurrencyRate": true, "Unit": true, "Example": true, "Quantity": true}

func (c *counterpart) same(path string, a, b reflect.Value) {
	if a.Type() == reflect.TypeFor[report.Money]() {
		c.amount(path, a.Interface().(report.Money).Decimal, b.Interface().(report.Money).Decimal)
		return
	}
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() != b.IsNil() {
			c.t.Errorf("%s: known on one side only", path)
		} else if !a.IsNil() {
			c.same(path, a.Elem(), b.Elem())
		}
	case reflect.Slice:
		if a.Len() != b.Len() {
			c.t.Errorf("%s: %d and %d", path, a.Len(), b.Len())
			return
		}
		for i := range a.Len() {
			c.same(path+"[]", a.Index(i), b.Index(i))
		}
	case reflect.Struct:
		if g, ok := a.Interface().(report.Guardrail); ok && g.Unit != "USD" {
			if other := b.Interface().(report.Guardrail); g.Broken != other.Broken || g.Unit != other.Unit {
				c.t.Errorf("%s: %+v and %+v", path, g, other)
			}
			return
		}
		for i := range a.NumField() {
			if field := a.Type().Field(i).Name; !apartFields[field] {
				c.same(path+"."+field, a.Field(i), b.Field(i))
			}
		}
	default:
		if !reflect.DeepEqual(a.Interface(), b.Interface()) {
			c.t.Errorf("%s: %v and %v", path, a, b)
		}
	}
}

// A limit is given in dollars and holds in dollars: what is exactly at it is so
// in any currency, also when rounding made the sum of the projects larger.
func TestGuardrailInAnotherCurrency(t *testing.T) {
	x := exchangeTo(euro)
	for _, test := range []struct {
		monthly string // in dollars, of each of three projects
		broken  bool
	}{{"40.000000001", false}, {"40", false}, {"40.01", true}} {
		var sum report.Summary
		for range 3 {
			p := report.Project{Totals: report.Totals{Monthly: usd(test.monthly), MonthlyBefore: usd("0"), MonthlyDelta: usd(test.monthly)}}
			x.project(&p)
			compare.Add(&sum, []report.Project{p})
		}
		for _, g := range hold(config.Guardrail{MonthlyUSD: limit("120"), IncreaseUSD: limit("120")}, sum, x) {
			if g.Broken != test.broken || g.Unit != "EUR" || g.Limit.String() != "110.08104" {
				t.Errorf("3 × $%s: %s of %s %s, broken %v", test.monthly, g.Actual, g.Limit, g.Unit, g.Broken)
			}
		}
	}
}

func TestGoldenInEuros(t *testing.T) {
	input := filepath.Join(fixtures, "plan", "aws-change", "plan.json")
	r := inCurrency(t, input, euro)
	r.Projects[0].Name = "plan/aws-change/plan.json"
	var got bytes.Buffer
	if err := report.WriteText(&got, r, report.Options{}); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join(filepath.Dir(input), "want.eur.text")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v; make it with: go test ./lint -run TestGolden -update", err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

// One dollar that is one of something changes no byte but the names.
func TestCurrencyAtPar(t *testing.T) {
	input := filepath.Join(fixtures, "plan", "aws-change", "plan.json")
	par := inCurrency(t, input, config.Currency{Code: "PAB", PerUSD: decimal.NewFromInt(1), Date: "2026-11-01"})
	par.Currency, par.CurrencyRate = "USD", nil
	for i, g := range par.Summary.Guardrails {
		if g.Unit == "PAB" {
			par.Summary.Guardrails[i].Unit = "USD"
		}
	}
	for i := range par.Projects[0].Resources {
		for j := range par.Projects[0].Resources[i].Cost.Hints {
			h := &par.Projects[0].Resources[i].Cost.Hints[j]
			if h.UnitPrice != nil {
				h.Example = report.CurrencyOf("USD").Worked(*h.UnitPrice, h.Unit)
			}
		}
	}
	var a, b bytes.Buffer
	for w, r := range map[*bytes.Buffer]*report.Report{&a: par, &b: inCurrency(t, input, config.Currency{})} {
		if err := report.WriteJSON(w, r); err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() {
		t.Error("a currency at par differs from dollars")
	}
}
