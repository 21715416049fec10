package catalogue

import (
	"slices"
	"strings"
)

const machineHeader = "name,vcpu,memory_gib,cpu,isa,baseline_pct,host_vcpu,host_memory_gib,host_sockets," +
	"gpu,gpu_count,local_ssd_gb,local_hdd_gb,w_0,w_10,w_50,w_100,host_kg,share,embodied_kg," +
	"match,tdp_quality,generation,date,source"

// Machine is what is known of one machine type. Watts and kilograms were
// derived by docs/carbon-method.md; fields that are not known are zero, and
// Match says which to expect.
type Machine struct {
	Cloud     string
	Name      string  // as the cloud writes it
	VCPU      float64 // as sold; fractions for shared-core types
	MemoryGiB float64
	CPU       string // key for Catalogue.CPU, "" when not known
	ISA       string // "x86" or "arm64"

	// BaselinePct is the share of each vCPU a burstable type may use for
	// ever, in percent; 0 when the type is not burstable.
	BaselinePct float64

	HostVCPU, HostMemoryGiB, HostSockets float64

	GPU                    string // key for Catalogue.GPU, "" when not known
	GPUCount               float64
	LocalSSDGB, LocalHDDGB float64

	Watts [4]float64 // at 0, 10, 50 and 100 % utilisation; see HasWatts

	HostEmbodiedKg float64 // whole host, whole life
	ResourceShare  float64 // of the host, 0 to 1
	EmbodiedKg     float64 // this machine's share with its disks and GPUs, whole life

	// Match is how the row was found: "exact", "rule" (by the naming scheme),
	// "disk-unknown", "cpu-unknown", or "spec-only": vCPU, memory, ISA and
	// GPU count are known and neither watts nor embodied carbon.
	Match      string
	TDPQuality string // "published", "derived", "proxy" …; "" when spec-only
	Generation string // "current" or "previous" where the cloud says so
	Date       string
	Source     string
}

// HasWatts reports whether power and embodied carbon are known.
func (m Machine) HasWatts() bool { return m.Match != "spec-only" }

// Machine returns a machine type. Case does not matter; Name has the cloud's
// own spelling, which is the one in price keys. A managed class ("db.m5.large",
// "cache.r6g.large", "r6g.large.search") gives the machine it runs on.
func (c *Catalogue) Machine(cloud, name string) (Machine, bool) {
	t := c.text("machines/" + cloud + ".csv")
	if l, ok := t.find(name); ok {
		return readMachine(cloud, l), true
	}
	if base, _ := managed(cloud, name); base != name {
		if l, ok := t.find(base); ok {
			return readMachine(cloud, l), true
		}
	}
	return Machine{}, false
}

// MachineNames returns the machine types of a cloud, in the order of the table.
func (c *Catalogue) MachineNames(cloud string) []string {
	var names []string
	for l := range c.text("machines/" + cloud + ".csv").lines {
		names = append(names, l.str())
	}
	return names
}

func readMachine(cloud string, l line) Machine {
	return Machine{
		Cloud: cloud, Name: l.str(), VCPU: l.num(), MemoryGiB: l.num(), CPU: l.str(), ISA: l.str(),
		BaselinePct: l.num(), HostVCPU: l.num(), HostMemoryGiB: l.num(), HostSockets: l.num(),
		GPU: l.str(), GPUCount: l.num(), LocalSSDGB: l.num(), LocalHDDGB: l.num(),
		Watts:          [4]float64{l.num(), l.num(), l.num(), l.num()},
		HostEmbodiedKg: l.num(), ResourceShare: l.num(), EmbodiedKg: l.num(),
		Match: l.str(), TDPQuality: l.str(), Generation: l.str(), Date: l.str(), Source: l.str(),
	}
}

// class is how a managed service writes the machine it runs on, and where
// its prices stand.
type class struct {
	prefix, suffix string
	service        string // SKU prefix before the class name
}

var classes = [...]class{
	{prefix: "db.", service: "rds/"},
	{prefix: "cache.", service: "elasticache/node/"},
	{prefix: "kafka.", service: "msk/broker/"},
	{prefix: "mq.", service: "mq/broker/"},
	{prefix: "dax.", service: "dax/node/"},
	{prefix: "dms.", service: "dms/instance/"},
	{prefix: "ml.", service: "sagemaker/studio-notebook/"},
	{suffix: ".search", service: "opensearch/instance/"},
	{suffix: ".elasticsearch", service: "opensearch/instance/"},
}

// managed splits the class of a managed service into the machine and the
// class it came from; other names come back as they are.
func managed(cloud, name string) (machine string, c class) {
	if cloud != "aws" {
		return name, class{}
	}
	i := slices.IndexFunc(classes[:], func(c class) bool {
		return strings.HasPrefix(name, c.prefix) && strings.HasSuffix(name, c.suffix)
	})
	if i < 0 {
		return name, class{}
	}
	c = classes[i]
	return name[len(c.prefix) : len(name)-len(c.suffix)], c
}
