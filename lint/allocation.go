package lint

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/compare"
	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/report"
)

// costTags are the keys that the cost is divided by, and how else they may be
// written.
type costTags struct {
	keys      []string
	spellings map[string]spelling // by key as written
	folded    map[string]spelling // by key in lower case
	loose     bool                // case counts nowhere
}

// spelling is one way to write a key. The lower rank counts where a resource
// has several.
type spelling struct{ key, rank int }

// defaultCostTags are what rules/lib/tagging.rego asks for where nothing is
// set: keys and their other spellings, sorted.
func defaultCostTags() (keys []string, aliases map[string][]string) {
	return []string{"environment", "owner", "cost-center"}, map[string][]string{
		"environment": {"ENV", "ENVIRONMENT", "Env", "Environment", "Stage", "env", "stage"},
		"owner":       {"OWNER", "OwnedBy", "Owner", "Squad", "TEAM", "Team", "owned-by", "owned_by", "squad", "team"},
		"cost-center": {
			"COST_CENTER", "Cost Center", "Cost Centre", "Cost-Center", "Cost-Centre", "CostCenter", "CostCentre", "Cost_Center",
			"cost-centre", "costCenter", "costCentre", "cost_center", "cost_centre", "costcenter", "costcentre",
		},
	}
}

// costTagsOf are those that tag/missing-cost-tags asks for. For whom and where
// it asks is no matter here: who pays is a question about all that is paid.
func costTagsOf(c *config.Config) *costTags {
	keys, aliases := defaultCostTags()
	t := &costTags{spellings: map[string]spelling{}, folded: map[string]spelling{}}
	if rule := c.Rule("tag/missing-cost-tags", "TAG-001"); rule != nil {
		if list, ok := rule.Params["required"].([]any); ok {
			keys = nil
			for _, item := range list {
				if name := keyName(item); name != "" && !slices.Contains(keys, name) {
					keys = append(keys, name)
				}
			}
		}
		if given, ok := rule.Params["aliases"].(map[string]any); ok {
			aliases = map[string][]string{}
			for key, list := range given {
				for _, name := range asList(list) {
					if name, ok := name.(string); ok {
						aliases[key] = append(aliases[key], name)
					}
				}
				slices.Sort(aliases[key])
			}
		}
		t.loose = rule.Params["case_sensitive"] == false
	}
	t.keys = keys
	for i, key := range keys {
		for rank, name := range append([]string{key}, aliases[key]...) {
			spell(t.spellings, name, spelling{i, rank})
			spell(t.folded, strings.ToLower(name), spelling{i, rank})
		}
	}
	return t
}

func spell(m map[string]spelling, name string, s spelling) {
	if _, ok := m[name]; !ok {
		m[name] = s
	}
}

// keyName is the key that one item of required asks for.
func keyName(item any) string {
	if object, ok := item.(map[string]any); ok {
		item = object["key"]
	}
	name, _ := item.(string)
	return name
}

// part is what one key says of a resource.
type part struct {
	kind  partKind
	value string
	rank  int // of the spelling, from 1; 0 where the key is not there
}

type partKind byte

const (
	isUntagged partKind = iota
	isTagged
	isUnknown
	isUntaggable
)

// read puts what each key says of a resource into parts.
func (t *costTags) read(r *model.Resource, parts []part) {
	rest := isUntagged
	switch {
	case r.Facts.TagsAttribute != "":
		if !r.Tags.Complete {
			rest = isUnknown
		}
	case r.Facts.Class == model.Unknown:
		rest = isUnknown // nobody knows whether it takes tags
	default:
		rest = isUntaggable
	}
	for i := range parts {
		parts[i] = part{kind: rest}
	}
	loose := t.loose || strings.HasPrefix(r.Type, "azurerm_")
	see := func(name string) (spelling, bool) {
		if loose {
			s, ok := t.folded[strings.ToLower(name)]
			return s, ok
		}
		s, ok := t.spellings[name]
		return s, ok
	}
	take := func(name string, p part) {
		s, ok := see(name)
		if !ok {
			return
		}
		p.rank = s.rank + 1
		if at := &parts[s.key]; at.rank == 0 || p.rank < at.rank || p.rank == at.rank && p.value < at.value {
			*at = p
		}
	}
	for name, value := range r.Tags.Known {
		if value == "" {
			take(name, part{kind: isUntagged})
			continue
		}
		take(name, part{kind: isTagged, value: value})
	}
	for _, name := range r.Tags.Hidden {
		take(name, part{kind: isUnknown})
	}
}

// bundle is what resources cost and emit that carry the same cost tags.
type bundle struct {
	parts         []part
	cost, before  decimal.Decimal
	kg, kgBefore  float64
	n, gaps       int
	known, weighs bool // some of the cost, of the carbon is known
	unknownBefore bool
	noKgBefore    bool
	kgGaps        int
	missing       int // without any cost
}

// allocation divides the cost and carbon of a project by its cost tags. Sums
// are made for each set of values that occurs, and these are few.
func allocation(resources []judged, tags *costTags) []report.Allocation {
	if len(tags.keys) == 0 {
		return nil
	}
	places := map[string]int{}
	var bundles []*bundle
	parts := make([]part, len(tags.keys))
	var name []byte
	for i := range resources {
		r := &resources[i]
		if (!r.exists || nothing(r.after)) && (!r.existed || nothing(r.before)) {
			continue
		}
		tags.read(r.Resource, parts)
		name = name[:0]
		for _, p := range parts {
			name = append(binary.AppendUvarint(append(name, byte(p.kind)), uint64(len(p.value))), p.value...)
		}
		at, ok := places[string(name)]
		if !ok {
			at = len(bundles)
			places[string(name)] = at
			bundles = append(bundles, &bundle{parts: slices.Clone(parts)})
		}
		bundles[at].add(r)
	}
	out := make([]report.Allocation, len(tags.keys))
	for i, key := range tags.keys {
		out[i] = divided(key, i, bundles)
	}
	return out
}

// nothing is whether one side is known to cost and to emit nothing.
func nothing(f *pricing.Footprint) bool {
	return f.Monthly != nil && f.Monthly.IsZero() && f.Carbon == nil && !f.Emits && f.Status != pricing.Partial
}

func (b *bundle) add(r *judged) {
	if r.existed {
		if f := r.before; f.Monthly != nil {
			b.before = b.before.Add(*f.Monthly)
		} else if f.Status != pricing.Usage {
			b.unknownBefore = true
		}
		if c := r.before.Carbon; c != nil {
			b.kgBefore += c.TotalKg()
		} else if r.before.Emits {
			b.noKgBefore = true
		}
	}
	if !r.exists {
		return
	}
	f := r.after
	b.n++
	if f.Monthly != nil {
		b.known = true
		b.cost = b.cost.Add(*f.Monthly)
	} else {
		b.missing++
	}
	if f.Status == pricing.Partial || f.Monthly == nil && f.Status != pricing.Usage {
		b.gaps++
	}
	switch {
	case f.Carbon != nil:
		b.weighs = true
		b.kg += f.Carbon.TotalKg()
	case f.Emits || f.Monthly == nil && f.Status != pricing.Usage:
		b.kgGaps++
	}
}

// divided is the allocation by one key.
func divided(key string, at int, bundles []*bundle) report.Allocation {
	values := map[string]*bundle{}
	rest := map[partKind]*bundle{}
	for _, b := range bundles {
		p := b.parts[at]
		var sum *bundle
		if p.kind == isTagged {
			if sum = values[p.value]; sum == nil {
				sum = &bundle{}
				values[p.value] = sum
			}
		} else if sum = rest[p.kind]; sum == nil {
			sum = &bundle{}
			rest[p.kind] = sum
		}
		sum.merge(b)
	}
	a := report.Allocation{Key: key, Values: []report.Allocated{},
		Untagged: rest[isUntagged].told(), Unknown: rest[isUnknown].told(), Untaggable: rest[isUntaggable].told()}
	for _, value := range sortedKeys(values) {
		told := values[value].told()
		told.Value = value
		a.Values = append(a.Values, *told)
	}
	compare.Bound(&a)
	return a
}

func (b *bundle) merge(o *bundle) {
	b.cost, b.before = b.cost.Add(o.cost), b.before.Add(o.before)
	b.kg, b.kgBefore = b.kg+o.kg, b.kgBefore+o.kgBefore
	b.n, b.gaps, b.kgGaps, b.missing = b.n+o.n, b.gaps+o.gaps, b.kgGaps+o.kgGaps, b.missing+o.missing
	b.known, b.weighs = b.known || o.known, b.weighs || o.weighs
	b.unknownBefore, b.noKgBefore = b.unknownBefore || o.unknownBefore, b.noKgBefore || o.noKgBefore
}

// told is a sum in the words of the report; nil for none.
func (b *bundle) told() *report.Allocated {
	if b == nil {
		return nil
	}
	out := &report.Allocated{Resources: b.n, CostGaps: b.gaps, CarbonGaps: b.kgGaps}
	if b.known || b.missing == 0 {
		out.Monthly = report.NewMoney(b.cost)
	}
	if !b.unknownBefore || b.before.IsPositive() {
		out.MonthlyBefore = report.NewMoney(b.before)
	}
	if b.weighs || b.kgGaps == 0 {
		out.CarbonKg = report.NumberOf(b.kg)
	}
	if !b.noKgBefore || b.kgBefore > 0 {
		out.CarbonBefore = report.NumberOf(b.kgBefore)
	}
	return out
}

// allocation converts what the cost divides into.
func (x exchange) allocation(list []report.Allocation) {
	for i := range list {
		for _, p := range list[i].Parts() {
			x.turn(&p.Monthly, &p.MonthlyBefore)
		}
	}
}
