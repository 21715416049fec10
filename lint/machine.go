package lint

import (
	"strconv"

	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/rules"
)

// machines answers what rules may ask about the machine a resource runs on,
// from the catalogue.
func machineFacts(facts *catalogue.Catalogue, cloud, name string) (*rules.MachineFacts, string) {
	if name == "" {
		return nil, ""
	}
	m, ok := facts.Machine(cloud, name)
	if !ok {
		return nil, "no facts about the machine " + strconv.Quote(name)
	}
	out := &rules.MachineFacts{
		Type: name, VCPU: m.VCPU, MemoryGiB: m.MemoryGiB, Arch: m.ISA,
		GPU: int(m.GPUCount), Burstable: m.BaselinePct > 0,
	}
	if out.Arch == "x86" {
		out.Arch = "x86_64"
	}
	out.Successor, _ = facts.Successor(cloud, name)
	out.ArmTwin, _ = facts.ArmTwin(cloud, name)
	out.Smaller, _ = facts.Smaller(cloud, name)
	return out, ""
}

// machines are those that were asked for. Every worker has its own.
type machines map[machineKey]machine

type machineKey struct{ cloud, name string }

type machine struct {
	facts *rules.MachineFacts
	why   string
}

// facts is what rules may ask about the machine a resource runs on.
func (m machines) facts(facts *catalogue.Catalogue, cloud, name string) (*rules.MachineFacts, string) {
	key := machineKey{cloud, name}
	known, ok := m[key]
	if !ok {
		known.facts, known.why = machineFacts(facts, cloud, name)
		m[key] = known
	}
	return known.facts, known.why
}
