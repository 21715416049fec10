package pricing

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

// TestUsageProfileRows holds the table to its columns: amounts that grow, a
// reason, and a key that some card has.
func TestUsageProfileRows(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	type counted struct{ name, unit string }
	known := map[counted]bool{}
	typed := map[string]bool{}
	everyCard(t, func(typ string) {
		specs, _ := est.UsageKeys(typ)
		for _, s := range specs {
			known[counted{s.Name, s.Unit}] = true
			typed[typ+" "+s.Name] = true
			for _, k := range s.Keys {
				known[counted{k.Name, k.Unit}] = true
				typed[typ+" "+s.Name+"."+k.Name] = true
			}
		}
	})
	seen := map[string]bool{}
	for i, line := range strings.Split(strings.TrimRight(usageProfiles, "\n"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != profileColumns || cells[6] == "" {
			t.Errorf("line %d: %d cells, want %d: %s", i+1, len(cells), profileColumns, line)
			continue
		}
		if id := strings.Join(cells[:3], " "); seen[id] {
			t.Errorf("line %d: %s stands above already", i+1, id)
		} else {
			seen[id] = true
		}
		var before decimal.Decimal
		for _, cell := range cells[3:6] {
			n, err := decimal.NewFromString(cell)
			if err != nil || n.LessThan(before) || !n.IsPositive() {
				t.Errorf("line %d: %s is no amount, or less than that of a smaller size", i+1, cell)
			}
			before = n
		}
		for _, unit := range strings.Split(cells[2], "|") {
			found := typed[cells[0]+" "+cells[1]]
			for k := range known {
				found = found || cells[0] == "*" && k.unit == unit && stars(cells[1], k.name)
			}
			if !found {
				t.Errorf("line %d: no card has %s of %s in %s", i+1, cells[1], cells[0], unit)
			}
		}
	}
}

// TestProfile takes amounts for what is not given, and never for what is.
func TestProfile(t *testing.T) {
	est := New(catalogue.Embedded(), Options{Profile: "medium"})
	lambda := func(given map[string]cty.Value) *Footprint {
		est.opt.Usage = func(*model.Resource) map[string]cty.Value { return given }
		r := &model.Resource{Address: "aws_lambda_function.f", Type: "aws_lambda_function", Region: model.Region{Name: "us-east-1"},
			After: model.Values(map[string]cty.Value{"memory_size": cty.NumberIntVal(512)})}
		r.Facts.Cloud = "aws"
		return est.footprint(r, nil, r.After, after)
	}
	const requests, duration = "usage profile medium: monthly_requests = 10000000", "usage profile medium: request_duration_ms = 200"
	for _, c := range []struct {
		name    string
		given   map[string]cty.Value
		status  Status
		assumed []string
	}{
		{"nothing given", nil, Priced, []string{requests, duration}},
		{"one given", map[string]cty.Value{"monthly_requests": cty.NumberIntVal(10000000)}, Priced, []string{duration}},
		{"both given", map[string]cty.Value{"monthly_requests": cty.NumberIntVal(10000000), "request_duration_ms": cty.NumberIntVal(200)}, Priced, nil},
		{"a known zero", map[string]cty.Value{"monthly_requests": cty.Zero}, Priced, []string{duration}},
		{"said to be unknown", map[string]cty.Value{"monthly_requests": nullValue}, Usage, nil},
	} {
		f := lambda(c.given)
		if f.Status != c.status || !slices.Equal(f.Assumed, c.assumed) {
			t.Errorf("%s: %s, assumed %q, want %s, %q", c.name, f.Status, f.Assumed, c.status, c.assumed)
		}
		for _, l := range f.Lines {
			want := ""
			if slices.ContainsFunc(c.assumed, func(a string) bool {
				return slices.ContainsFunc(l.Reads, func(r string) bool { return strings.Contains(a, strings.TrimPrefix(r, "usage.")+" =") })
			}) {
				want = "medium"
			}
			if l.UsageProfile != want {
				t.Errorf("%s: line %s is of profile %q, want %q", c.name, l.Name, l.UsageProfile, want)
			}
		}
		if c.name == "a known zero" && (len(f.Lines) == 0 || !f.Monthly.IsZero()) {
			t.Errorf("%s: %v", c.name, f.Monthly)
		}
	}
}

// TestProfilesLeaveAlone what most do not have, and what is no amount.
func TestProfilesLeaveAlone(t *testing.T) {
	est := New(catalogue.Embedded(), Options{Profile: "large"})
	everyCard(t, func(typ string) {
		specs, _ := est.UsageKeys(typ)
		for _, a := range est.profile(est.card(typ)) {
			s := specs[slices.IndexFunc(specs, func(s UsageSpec) bool { return s.Name == a.name })]
			if a.inner == "" && s.Optional {
				t.Errorf("%s: a profile fills %s, which has a default", typ, a.name)
			}
			if !a.value.IsKnown() || a.value.Type() != cty.Number {
				t.Errorf("%s: %s", typ, a.said)
			}
		}
	})
	for pattern, want := range map[string]bool{"monthly_*": true, "*_requests": true, "monthly_*_requests": false, "monthly_requests": true, "*month*quest*": true, "*_gb": false, "x*": false} {
		if stars(pattern, "monthly_requests") != want {
			t.Errorf("%s: %v", pattern, !want)
		}
	}
}
