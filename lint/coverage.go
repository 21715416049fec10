package lint

import (
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/provider"
	"github.com/iaclint/iaclint/report"
)

// CoverageOfTypes counts, for each provider, the resource types that are
// priced, free, or billed through another; and names those that are billed and
// are not priced yet. A type is priced when it has a card of ours and the
// catalogue has a price for what the card's examples bill.
func CoverageOfTypes(facts *catalogue.Catalogue) *report.TypeCoverage {
	est := pricing.New(facts, pricing.Options{})
	out := &report.TypeCoverage{SchemaVersion: report.SchemaVersion, Types: map[string]map[string]int{}}
	for _, p := range provider.All() {
		if p.Cloud() == "" {
			continue // graded for lock-in only
		}
		counts := map[string]int{"priced": 0, "free": 0, "feeder": 0, "unpriced": 0, "unknown": 0}
		for name, facts := range p.Types() {
			class, why := classOf(est, name, facts)
			counts[class]++
			if class == "unpriced" {
				out.Unpriced = append(out.Unpriced, report.UnpricedType{Provider: p.Name(), Type: name, Service: facts.Service, Reason: why})
			}
		}
		out.Types[p.Name()] = counts
	}
	return out
}

// classOf is the class of a type by what can be estimated.
func classOf(est *pricing.Estimator, name string, facts model.TypeFacts) (class, why string) {
	if !est.HasCard(name) {
		if facts.Class != model.Priced {
			return string(facts.Class), ""
		}
		return "unpriced", "no card"
	}
	if d, ok := est.Describe(name, facts.Cloud); !ok || !d.Priced() {
		return "unpriced", "no price in the catalogue"
	}
	return "priced", ""
}
