package main

import (
	"fmt"
	"path"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/provider"
)

// cloud is one provider with its types.
type cloud struct {
	name   string // "aws", "azurerm", "google"
	key    string // in price keys: "aws", "azure", "gcp"
	title  string
	types  []typ // by name
	byName map[string]*pricing.Description
	prices regions
}

// typ is a resource type: what the tables and its card say.
type typ struct {
	name  string
	facts model.TypeFacts
	card  *pricing.Description // nil where it has none
}

// status is the word for how much is known of what a type costs.
func (t typ) status() string {
	switch {
	case t.card != nil && t.card.Priced():
		return "priced"
	case t.card != nil || t.facts.Class == model.Priced:
		return "not priced yet"
	case t.facts.Class == model.Feeder:
		return "billed through another"
	case t.facts.Class == model.Free:
		return "free"
	default:
		return "not judged yet"
	}
}

// pages are the files below docs/resources, by their path.
func pages() (map[string]string, error) {
	files := map[string]string{}
	var clouds []cloud
	for _, p := range []struct{ name, title string }{{"aws", "Amazon Web Services"}, {"azurerm", "Azure"}, {"google", "Google Cloud"}} {
		c, err := read(p.name, p.title)
		if err != nil {
			return nil, err
		}
		clouds = append(clouds, c)
		for _, t := range c.types {
			if t.card != nil {
				files[path.Join(c.name, t.name+".md")] = c.page(t)
			}
		}
		files[path.Join(c.name, "README.md")] = c.index()
	}
	files["README.md"] = contents(clouds)
	return files, nil
}

// read collects the types of a provider and describes its cards.
func read(name, title string) (cloud, error) {
	facts := catalogue.Embedded()
	est := pricing.New(facts, pricing.Options{})
	c := cloud{name: name, title: title, byName: map[string]*pricing.Description{}}
	for _, p := range provider.All() {
		if p.Name() != name {
			continue
		}
		c.key = p.Cloud()
		c.prices = regions{facts: facts, cloud: c.key, services: map[string]map[string][]string{}}
		for typeName, f := range p.Types() {
			t := typ{name: typeName, facts: f}
			if est.HasCard(typeName) {
				d, ok := est.Describe(typeName, c.key)
				if !ok {
					return cloud{}, fmt.Errorf("the card of %s cannot be read: %w", typeName, est.Diagnostics())
				}
				t.card = d
			}
			c.types = append(c.types, t)
		}
	}
	for _, own := range pricing.OwnCards() {
		if d, ok := est.Describe(own, c.key); ok {
			c.byName[own] = d
		}
	}
	return c, nil
}

// isType reports whether a card is of a type of the provider and no piece of
// other cards only.
func (c cloud) isType(card string) bool {
	for _, t := range c.types {
		if t.name == card {
			return true
		}
	}
	return false
}
