package refresh

import (
	"strings"

	"github.com/shopspring/decimal"
)

// machineService is the service whose prices are sums.
const machineService = "compute"

// familyBlock is a family of Google's machines and what its parts are called.
type familyBlock struct {
	Name string `hcl:"name,label"` // "n2", what its types begin with
	List string `hcl:"list"`
	Core string `hcl:"core"` // descriptions; alternatives with | between them
	RAM  string `hcl:"ram"`
}

type family familyBlock

func (m *mapping) familiesOf(list string) []family {
	var out []family
	for _, f := range m.families {
		if f.List == list {
			out = append(out, f)
		}
	}
	return out
}

// machines adds up what machines cost from the prices of their cores and
// memory.
type machines struct {
	into     *collector
	families []family
	rates    map[rateOf]partRate
}

type rateOf struct{ family, part, option, region string }

type partRate struct {
	usd   decimal.Decimal
	since string
	two   bool // two prices for one part
}

func newMachines(families []family, into *collector) *machines {
	return &machines{into: into, families: families, rates: map[rateOf]partRate{}}
}

// machineOptions are how a machine may be paid, by Google's word for it, and
// what stands before the description then.
var machineOptions = map[string]struct {
	option string
	before []string
}{
	"OnDemand":    {"on-demand", []string{""}},
	"Preemptible": {"spot", []string{"Spot Preemptible ", "Preemptible "}},
}

// take notes a row that is the price of a core or of memory.
func (m *machines) take(row attributes, p googlePricing) {
	how, ok := machineOptions[row["usageType"]]
	if !ok || len(p.Expression.Rates) != 1 || p.Expression.Rates[0].Price.Currency != "USD" {
		return
	}
	for _, before := range how.before {
		text, ok := strings.CutPrefix(row["description"], before)
		if !ok {
			continue
		}
		for _, f := range m.families {
			if within(f.Core, text) && p.Expression.Unit == "h" {
				m.note(rateOf{f.Name, "core", how.option, row["region"]}, p)
			}
			if within(f.RAM, text) && p.Expression.Unit == "GiBy.h" {
				m.note(rateOf{f.Name, "ram", how.option, row["region"]}, p)
			}
		}
	}
}

// within is whether a description is one of the alternatives: what stands
// before " running in".
func within(alternatives, text string) bool {
	text, _, ok := strings.Cut(text, " running in ")
	for _, a := range strings.Split(alternatives, " | ") {
		if ok && a == text {
			return true
		}
	}
	return false
}

func (m *machines) note(at rateOf, p googlePricing) {
	usd := p.Expression.Rates[0].usd()
	old, seen := m.rates[at]
	m.rates[at] = partRate{usd: usd, since: max(day(p.Since), old.since), two: old.two || seen && !old.usd.Equal(usd)}
}

// sum gives every machine of the catalogue its price wherever those of its parts
// are known. Machines with disks or accelerators of their own are made of more
// than this and are left out.
func (m *machines) sum() {
	for _, name := range m.into.facts.MachineNames(m.into.cloud) {
		machine, ok := m.into.facts.Machine(m.into.cloud, name)
		if !ok || machine.GPUCount > 0 || machine.LocalSSDGB > 0 || strings.Contains(name, "lssd") || machine.VCPU <= 0 || machine.MemoryGiB <= 0 ||
			!m.into.facts.HasSKU(m.into.cloud, "compute/"+name+"/on-demand") {
			continue
		}
		series, _, _ := strings.Cut(name, "-")
		cores := decimal.NewFromFloat(machine.VCPU)
		if machine.BaselinePct > 0 { // a shared core is billed by its share
			cores = cores.Mul(decimal.NewFromFloat(machine.BaselinePct)).Div(decimal.New(100, 0))
		}
		memory := decimal.NewFromFloat(machine.MemoryGiB)
		for at, core := range m.rates {
			if at.family != series || at.part != "core" {
				continue
			}
			ram, ok := m.rates[rateOf{at.family, "ram", at.option, at.region}]
			if !ok || core.two || ram.two {
				continue
			}
			m.give("compute/"+name+"/"+at.option, "hour", at.region, cores.Mul(core.usd).Add(memory.Mul(ram.usd)), max(core.since, ram.since))
		}
	}
	units := map[string]string{"core": "vCPU-hour", "ram": "GiB-hour"}
	for at, rate := range m.rates {
		if sku := "compute/" + at.family + "/" + at.part + "/" + at.option; !rate.two && m.into.facts.HasSKU(m.into.cloud, sku) {
			m.give(sku, units[at.part], at.region, rate.usd, rate.since)
		}
	}
}

func (m *machines) give(sku, unit, region string, usd decimal.Decimal, since string) {
	by := &rule{unit: unit, units: map[string]decimal.Decimal{unit: decimal.New(1, 0)}}
	m.into.add(matched{rule: by, sku: sku}, quote{region: region, unit: unit, usd: usd, since: since})
}
