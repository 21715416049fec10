package lint

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
)

// lapsed names exclusions, discounts and prices of books that do not hold on the
// day of the run: verdicts and figures are others because of it, and nobody touched
// a thing. Prices are
// said once for a book, as a contract ends as a whole, and not where another
// line has taken over.
func lapsed(opt Options) hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, d := range opt.Config.Discounts {
		if summary, when := standing(d.Validity, opt.AsOf); summary != "" {
			diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Discount " + summary, Subject: &d.Range,
				Detail: fmt.Sprintf("%q %s: prices are without it.", d.Name, when)})
		}
	}
	for _, e := range opt.Config.Exclusions {
		if (config.Validity{Until: e.Until}).Over(opt.AsOf) {
			rng := e.Range
			diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Exclusion has run out", Subject: &rng,
				Detail: fmt.Sprintf("It held until %s, and this run is for %s: what it covers counts again. Settle it, or set a later day.", e.Until, opt.AsOf)})
		}
	}
	inForce := map[string]bool{}
	for _, p := range opt.Prices {
		inForce[p.Key] = inForce[p.Key] || p.On(opt.AsOf)
	}
	type kind struct{ file, summary string }
	count, first := map[kind]int{}, map[kind]*hcl.Diagnostic{}
	for _, p := range opt.Prices {
		summary, when := standing(p.Validity, opt.AsOf)
		if summary == "" || inForce[p.Key] {
			continue
		}
		k := kind{p.Range.Filename, summary}
		if count[k]++; count[k] == 1 {
			first[k] = &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Price of a book " + summary, Subject: &p.Range,
				Detail: fmt.Sprintf("%s %s: the list's counts.", p.Key, when)}
			diags = append(diags, first[k])
		}
	}
	for k, d := range first {
		if more := count[k] - 1; more > 0 {
			d.Detail += fmt.Sprintf(" So it is with %d more below.", more)
		}
	}
	return diags
}

// standing is why something does not hold on a day; "" where it does.
func standing(v config.Validity, day string) (summary, when string) {
	switch {
	case v.Over(day):
		return "has run out", fmt.Sprintf("held until %s, and this run is for %s", v.Until, day)
	case !v.Begun(day):
		return "is not in force yet", fmt.Sprintf("holds from %s, and this run is for %s; --as-of names another day", v.From, day)
	}
	return "", ""
}
