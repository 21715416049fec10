package lint

import (
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// usages are the usage files of a run, later ones over earlier ones, held to
// what the cards of the resources know. It is safe for concurrent use.
type usages struct {
	files []*config.Usage
	known func(typ string) ([]pricing.UsageSpec, bool)
	read  sync.Map // usageAt -> *fitted

	mu    sync.Mutex
	types map[entryAt][]string // of the resources that an entry speaks of, sorted
	all   []string             // addresses, for naming the nearest
}

// entryAt is an entry of a file.
type entryAt struct{ file, entry int }

// usageAt is an entry as a type of resource takes it.
type usageAt struct {
	entryAt
	typ string
}

func newUsages(files []*config.Usage) *usages {
	return &usages{files: files, types: map[entryAt][]string{}}
}

// of is the usage of a resource; nil where none is given. A null is use that
// somebody says is not known. Nobody may change it.
func (u *usages) of(r *model.Resource) map[string]cty.Value {
	var out map[string]cty.Value
	own := false
	for i, f := range u.files {
		for _, n := range f.For(r.Address, r.Type) {
			values := u.fit(usageAt{entryAt{i, n}, r.Type}).values
			switch {
			case out == nil:
				out = values
				continue
			case !own:
				out, own = merged(nil, out), true
			}
			merged(out, values)
		}
	}
	return out
}

// giver is of, or nil where there are no files.
func (u *usages) giver() func(*model.Resource) map[string]cty.Value {
	if len(u.files) == 0 {
		return nil
	}
	return u.of
}

// merged lays values over others, which it changes; groups key by key.
func merged(under, over map[string]cty.Value) map[string]cty.Value {
	if under == nil {
		under = make(map[string]cty.Value, len(over))
	}
	for name, v := range over {
		below, ok := under[name]
		if ok && !below.IsNull() && !v.IsNull() && below.Type().IsObjectType() && v.Type().IsObjectType() {
			v = cty.ObjectVal(merged(below.AsValueMap(), v.AsValueMap()))
		}
		under[name] = v
	}
	return under
}

// see notes which entries speak of the resources of a plan.
func (u *usages) see(resources []*model.Resource) {
	if len(u.files) == 0 {
		return
	}
	seen := map[usageAt]bool{}
	for _, r := range resources {
		for i, f := range u.files {
			for _, n := range f.For(r.Address, r.Type) {
				seen[usageAt{entryAt{i, n}, r.Type}] = true
			}
		}
	}
	u.mu.Lock()
	defer u.mu.Unlock()
	for at := range seen {
		if place, found := slices.BinarySearch(u.types[at.entryAt], at.typ); !found {
			u.types[at.entryAt] = slices.Insert(u.types[at.entryAt], place, at.typ)
		}
	}
	for _, r := range resources {
		u.all = append(u.all, r.Address)
	}
}

// fit holds an entry to what a type's card knows, once.
func (u *usages) fit(at usageAt) *fitted {
	if f, ok := u.read.Load(at); ok {
		return f.(*fitted)
	}
	specs, _ := u.known(at.typ)
	f := &fitted{}
	f.values = f.fit(u.files[at.file].Entries[at.entry].Values, slices.Concat(specs, purchaseSpecs()), "")
	kept, _ := u.read.LoadOrStore(at, f)
	return kept.(*fitted)
}

// purchaseSpecs are the usage keys that every resource may have: how it is
// bought.
func purchaseSpecs() []pricing.UsageSpec {
	values := map[string][]string{
		reservedTerm:    {"1_year", "3_year"},
		reservedType:    {"standard", "convertible"},
		reservedPayment: {"no_upfront", "partial_upfront", "all_upfront"},
	}
	var out []pricing.UsageSpec
	for _, name := range PurchaseUsageKeys() {
		out = append(out, pricing.UsageSpec{Name: name, Kind: pricing.UsageText, Values: values[name], Optional: true})
	}
	return out
}

// dotted are the names of keys, those of groups with their group.
func dotted(specs []pricing.UsageSpec) []string {
	var out []string
	for _, s := range specs {
		out = append(out, s.Name)
		for _, name := range dotted(s.Keys) {
			if !strings.HasSuffix(name, "*") {
				out = append(out, s.Name+"."+name)
			}
		}
	}
	return out
}

// UsageProfiles are the profiles there are, smallest first.
func UsageProfiles() []string { return pricing.UsageProfiles() }
