package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
)

// Selector picks resources: every condition that is set has to hold, and each
// holds when one of its patterns matches.
type Selector struct {
	Types        []string            // patterns of resource types
	Addresses    []string            // patterns
	Tags         map[string][]string // tag key to value patterns
	Environments []string            // "prod", "nonprod" or "unknown"
}

// Matches reports whether the resource is picked. env is asked for only when
// it matters.
func (s Selector) Matches(typ, address string, tags map[string]string, env func() string) bool {
	if !someMatch(s.Types, typ) || !someMatch(s.Addresses, address) {
		return false
	}
	for key, patterns := range s.Tags {
		if value, ok := tags[key]; !ok || !someMatch(patterns, value) {
			return false
		}
	}
	return len(s.Environments) == 0 || slices.Contains(s.Environments, env())
}

func someMatch(patterns []string, s string) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, func(p string) bool { return Match(p, s) })
}

// Purchase says that some resources are bought otherwise than on demand.
type Purchase struct {
	Name   string
	Option string // whoever knows the options asks CheckPurchases
	// Coverage is the percentage of it that is bought so, above 0 to 100.
	Coverage decimal.Decimal
	Selector
	OptionRange hcl.Range
}

// Schedule says how many hours a month some resources run.
type Schedule struct {
	Name  string
	Hours float64 // 0 < Hours <= 730
	Selector
}

// Discount is percent off the list prices of some keys.
type Discount struct {
	Name    string
	Keys    []string        // patterns of price keys, "aws/ec2/*"; none: all
	Percent decimal.Decimal // 0 to 100
	Validity
	Range hcl.Range
}

// Covers reports whether the discount is for a price key.
func (d Discount) Covers(key string) bool { return someMatch(d.Keys, key) }

// Currency is what amounts are shown in; the zero value is USD.
type Currency struct {
	Code   string          // ISO 4217
	PerUSD decimal.Decimal // how much of it one dollar is
	Date   string          // of the rate, YYYY-MM-DD
	Source string
}

func (d *decoder) selector(s *Selector) settings {
	return settings{
		"types":        d.texts(&s.Types, anything),
		"addresses":    d.texts(&s.Addresses, anything),
		"environments": d.texts(&s.Environments, environmentWord).among(Prod, Nonprod, Unknown),
		"tags":         d.tagPatterns(&s.Tags),
	}
}

func environmentWord(s string) string {
	if s != Prod && s != Nonprod && s != Unknown {
		return fmt.Sprintf("%q, %q or %q", Prod, Nonprod, Unknown)
	}
	return ""
}

// tagPatterns reads { key = ["pattern", …] }.
func (d *decoder) tagPatterns(dst *map[string][]string) setting {
	return d.object(nil, "tag", shape{kind: isList}, func(key string, item hclsyntax.ObjectConsItem, v cty.Value) {
		values, ok := stringsOf(v)
		if !ok {
			d.errorf(item.ValueExpr.Range(), "Wrong value", "The tag %q takes a list of values; this is %s.", key, describe(v))
			return
		}
		if *dst == nil {
			*dst = map[string][]string{}
		}
		(*dst)[key] = values
	})
}

func (d *decoder) purchase(b *hclsyntax.Block, c *Config) {
	p := Purchase{Name: b.Labels[0], Coverage: decimal.NewFromInt(100), OptionRange: b.DefRange()}
	known := d.selector(&p.Selector)
	known["option"] = setting{shape{kind: isText}, func(a *hclsyntax.Attribute) {
		p.OptionRange = a.Expr.Range()
		d.text(&p.Option).store(a)
	}}
	known["coverage"] = d.number(0.01, 100, func(n decimal.Decimal) { p.Coverage = n })
	d.body(b.Body, "in a purchase", known, nil, nil)
	if b.Body.Attributes["option"] == nil {
		d.errorf(b.DefRange(), "Option missing", "Purchase %q says how it is bought: option = \"reserved-1y-no-upfront\", for example.", p.Name)
	}
	c.Purchases = append(c.Purchases, p)
}

// CheckPurchases finds purchases of options that are not among those known.
func (c *Config) CheckPurchases(known []string) hcl.Diagnostics {
	d := &decoder{}
	for _, p := range c.Purchases {
		if p.Option != "" && !slices.Contains(known, p.Option) {
			d.errorf(p.OptionRange, "Unknown purchase option", "There is no purchase option %q. %s", p.Option, didYouMean(p.Option, known))
		}
	}
	return d.diags
}

// hoursOfMonth is the month every figure is for.
const hoursOfMonth = 730

func (d *decoder) schedule(b *hclsyntax.Block, c *Config) {
	s := Schedule{Name: b.Labels[0]}
	known := d.selector(&s.Selector)
	known["hours_per_month"] = d.number(1, hoursOfMonth, func(n decimal.Decimal) { s.Hours = n.InexactFloat64() })
	known["hours_per_week"] = d.number(1, 168, func(n decimal.Decimal) { s.Hours = n.InexactFloat64() * hoursOfMonth / 168 })
	d.body(b.Body, "in a schedule", known, nil, nil)
	month, week := b.Body.Attributes["hours_per_month"], b.Body.Attributes["hours_per_week"]
	switch {
	case month == nil && week == nil:
		d.errorf(b.DefRange(), "Hours missing", "Schedule %q says hours_per_month or hours_per_week.", s.Name)
	case month != nil && week != nil:
		d.errorf(week.NameRange, "Hours said twice", "Schedule %q says hours_per_month already.", s.Name)
	}
	c.Schedules = append(c.Schedules, s)
}

func (d *decoder) discount(b *hclsyntax.Block, c *Config) {
	s := Discount{Name: b.Labels[0], Range: b.DefRange()}
	d.body(b.Body, "in a discount", settings{
		"percent": d.number(0, 100, func(n decimal.Decimal) { s.Percent = n }),
		"keys":    d.texts(&s.Keys, keyPattern),
		"from":    d.date(&s.From),
		"until":   d.date(&s.Until),
	}, nil, nil)
	if slip := s.slip(); slip != "" {
		d.errorf(b.Body.Attributes["until"].Expr.Range(), "Dates the wrong way round", "Discount %q never holds. %s", s.Name, slip)
	}
	if b.Body.Attributes["percent"] == nil {
		d.errorf(b.DefRange(), "Percent missing", "Discount %q says how many percent come off: percent = 9.", s.Name)
	}
	c.Discounts = append(c.Discounts, s)
}

// keyPattern is a pattern of price keys: cloud/service/region/rest.
func keyPattern(s string) string {
	cloud, _, _ := strings.Cut(s, "/")
	if !slices.Contains([]string{"aws", "azure", "gcp", "*"}, cloud) {
		return `patterns of price keys (cloud/service/region/…), as in "aws/ec2/*" or "azure/*/westeurope/*"`
	}
	return ""
}

func (d *decoder) currency(b *hclsyntax.Block, c *Config) {
	cur := Currency{Code: b.Labels[0]}
	d.body(b.Body, "in a currency", settings{
		"per_usd": d.number(1e-6, 1e6, func(n decimal.Decimal) { cur.PerUSD = n }),
		"date":    d.date(&cur.Date),
		"source":  d.text(&cur.Source),
	}, nil, nil)
	switch {
	case !isCurrencyCode(cur.Code):
		d.errorf(b.LabelRanges[0], "Not a currency", "A currency is its three letters by ISO 4217: currency \"EUR\".")
	case cur.Code == "USD":
		d.errorf(b.LabelRanges[0], "Dollars need no rate", "Amounts are in USD unless a currency block says otherwise: leave this one out.")
	case b.Body.Attributes["per_usd"] == nil || b.Body.Attributes["date"] == nil:
		d.errorf(b.DefRange(), "Rate missing", "A currency says what one dollar is and since when: per_usd = 0.92 and date = \"2026-11-01\".")
	case c.Currency.Code != "":
		d.errorf(b.DefRange(), "Two currencies", "Amounts are shown in one currency; %s stands above already.", c.Currency.Code)
	}
	c.Currency = cur
}

func isCurrencyCode(s string) bool {
	return len(s) == 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
