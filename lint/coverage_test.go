package lint

import (
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/provider"
)

// describedTypes are the cards of ours as they say themselves, by type.
func describedTypes(t *testing.T) map[string]*pricing.Description {
	t.Helper()
	est := pricing.New(catalogue.Embedded(), pricing.Options{})
	out := map[string]*pricing.Description{}
	for _, typ := range pricing.OwnCards() {
		d, ok := est.Describe(typ, cloudOf(typ))
		if !ok {
			t.Fatalf("the card of %s cannot be read: %v", typ, est.Diagnostics())
		}
		out[typ] = d
	}
	if len(out) == 0 {
		t.Fatal("no cards")
	}
	return out
}

func cloudOf(typ string) string {
	prefix, _, _ := strings.Cut(typ, "_")
	return map[string]string{"aws": "aws", "azurerm": "azure", "google": "gcp"}[prefix]
}

// typeFacts are the facts of every type in the tables.
func typeFacts() map[string]model.TypeFacts {
	out := map[string]model.TypeFacts{}
	for _, p := range provider.All() {
		for name, facts := range p.Types() {
			out[name] = facts
		}
	}
	return out
}

// A type that has a card is billed: were it free or billed through another in
// the tables, one of the two would be wrong. What is no type is a piece of
// another card.
func TestCardsAreOfPricedTypes(t *testing.T) {
	facts, cards := typeFacts(), describedTypes(t)
	var pieces []string
	for _, d := range cards {
		for _, p := range d.Parts {
			pieces = append(pieces, p.Card)
		}
	}
	for typ := range cards {
		f, ok := facts[typ]
		switch {
		case ok && f.Class != model.Priced:
			t.Errorf("%s has a card and is %s in the table of types", typ, f.Class)
		case !ok && !slices.Contains(pieces, typ):
			t.Errorf("%s has a card, is no type of a provider and no piece of another card", typ)
		}
	}
}

// Of each service some example says money that somebody worked out by hand from
// published prices, and says where they are published.
func TestEveryServiceHasMoneyByHand(t *testing.T) {
	facts := typeFacts()
	byHand := map[string]bool{}
	for typ, d := range describedTypes(t) {
		f, ok := facts[typ]
		if !ok || !d.Priced() {
			continue
		}
		service := cloudOf(typ) + " " + f.Service
		byHand[service] = byHand[service] || slices.ContainsFunc(d.Examples, func(x pricing.Shown) bool {
			return x.Monthly != "" && x.Source != "" && len(x.Prices) > 0
		})
	}
	for service, has := range byHand {
		if !has {
			t.Errorf("no card of %s has an example with money by hand", service)
		}
	}
	if len(byHand) < 100 {
		t.Errorf("only %d services are priced", len(byHand))
	}
}

// The numbers agree with the cards and the tables.
func TestCoverageOfTypes(t *testing.T) {
	c := CoverageOfTypes(catalogue.Embedded())
	facts, cards := typeFacts(), describedTypes(t)
	total, priced, unpriced := 0, 0, 0
	for _, counts := range c.Types {
		for _, n := range counts {
			total += n
		}
		priced += counts["priced"]
		unpriced += counts["unpriced"]
	}
	if total != len(facts) {
		t.Errorf("%d types counted of %d", total, len(facts))
	}
	for typ := range cards {
		if _, ok := facts[typ]; !ok {
			delete(cards, typ) // a piece of others
		}
	}
	without := 0
	for _, u := range c.Unpriced {
		if d, ok := cards[u.Type]; ok {
			without++
			if d.Priced() {
				t.Errorf("%s is priced and listed as not", u.Type)
			}
		} else if facts[u.Type].Class != model.Priced {
			t.Errorf("%s is %s and listed as billed", u.Type, facts[u.Type].Class)
		}
	}
	if unpriced != len(c.Unpriced) || priced+without != len(cards) {
		t.Errorf("%d priced, %d cards, %d of them without a price; %d unpriced, %d listed", priced, len(cards), without, unpriced, len(c.Unpriced))
	}
}
