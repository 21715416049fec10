package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/provider"
)

// book is what the configuration says of prices on the day of the run, whatever
// the resource.
func book(opt Options) pricing.Book {
	c := opt.Config
	b := pricing.Book{Nearest: c.MissingPrices == config.MissingNearest}
	for _, p := range opt.Prices {
		if !p.On(opt.AsOf) {
			continue
		}
		b.Prices = append(b.Prices, pricing.BookPrice{Covers: p.Covers, Unit: p.Unit, USD: p.USD, Date: p.Date, Source: p.Source})
	}
	for _, d := range c.Discounts {
		if !d.On(opt.AsOf) {
			continue
		}
		b.Discounts = append(b.Discounts, pricing.Discount{Name: d.Name, Covers: d.Covers, Percent: d.Percent})
	}
	return b
}

// PurchaseOptions are the words for how something is bought, sorted.
func PurchaseOptions() []string { return pricing.PurchaseOptions() }

// terms finds how each resource of a project is run and paid for.
type terms struct {
	opt   Options
	env   environments
	usage func(*model.Resource) map[string]cty.Value // nil where no usage says how it is bought
}

// termsOf returns nil when nothing differs from the list.
func termsOf(opt Options, env environments, usage *usages) func(*model.Resource) *pricing.Terms {
	t := terms{opt: opt, env: env}
	if slices.ContainsFunc(opt.Usage, func(u *config.Usage) bool { return u.Mentions(reservedTerm) }) {
		t.usage = usage.of
	}
	if t.usage == nil && len(opt.Config.Purchases)+len(opt.Config.Schedules) == 0 {
		return nil
	}
	return t.of
}

// of is the terms of a resource: the first schedule that picks it, and all
// purchases that do, in the order of the file; what a usage file says of this
// very resource goes first.
func (t terms) of(r *model.Resource) *pricing.Terms {
	var out pricing.Terms
	env := func() string { e, _ := t.env.of(r); return e }
	picks := func(s config.Selector) bool { return s.Matches(r.Type, r.Address, r.Tags.Known, env) }
	for _, s := range t.opt.Config.Schedules {
		if (len(s.Types) > 0 || provider.Stoppable(r.Type)) && picks(s.Selector) {
			out.Hours, out.Schedule = s.Hours, s.Name
			break
		}
	}
	if t.usage != nil {
		if p, ok := reserved(t.usage(r)); ok {
			out.Purchases = append(out.Purchases, p)
		}
	}
	for _, p := range t.opt.Config.Purchases {
		if picks(p.Selector) {
			out.Purchases = append(out.Purchases, pricing.Purchase{Name: p.Name, Option: p.Option, Coverage: p.Coverage.Shift(-2)})
		}
	}
	if out.Hours == 0 && len(out.Purchases) == 0 {
		return nil
	}
	return &out
}

// Keys of usage files that say how a resource is bought.
const (
	reservedTerm    = "reserved_instance_term"           // 1_year, 3_year
	reservedType    = "reserved_instance_type"           // standard, convertible
	reservedPayment = "reserved_instance_payment_option" // no_upfront, partial_upfront, all_upfront
)

// PurchaseUsageKeys are the usage keys every resource may have, whatever its
// card knows.
func PurchaseUsageKeys() []string { return []string{reservedPayment, reservedTerm, reservedType} }

// reserved is the purchase a usage file speaks of.
func reserved(usage map[string]cty.Value) (pricing.Purchase, bool) {
	say := func(key, otherwise string) string {
		v, ok := usage[key]
		if !ok || v.IsNull() || v.Type() != cty.String {
			return otherwise
		}
		return v.AsString()
	}
	years, _, _ := strings.Cut(say(reservedTerm, ""), "_")
	if years == "" {
		return pricing.Purchase{}, false
	}
	kind := cmp.Or(map[string]string{"convertible": "convertible"}[say(reservedType, "standard")], "reserved")
	payment := strings.ReplaceAll(say(reservedPayment, "no_upfront"), "_", "-")
	return pricing.Purchase{Name: "usage file", Option: fmt.Sprintf("%s-%sy-%s", kind, years, payment), Coverage: decimal.NewFromInt(1)}, true
}
