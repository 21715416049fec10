package catalogue

const (
	cpuHeader       = "key,model,microarch,isa,vcpu_per_socket,max_sockets,tdp_w,tdp_quality,date,source"
	gpuHeader       = "key,name,tdp_w,embodied_kg,embodied_kg_low,embodied_kg_high,date,source"
	fallbackHeader  = "cloud,isa,tdp_w_per_vcpu,tdp_p10,tdp_p90,host_kg_per_vcpu,host_p10,host_p90,date,source"
	storageHeader   = "cloud,kind,selector,media,w_per_tb,replication,date,source"
	componentHeader = "component,unit,value,low,high,date,source"
)

// CPU is a processor model.
type CPU struct {
	Key, Model, Microarch string
	ISA                   string // "x86" or "arm64"
	VCPUPerSocket         float64
	MaxSockets            float64
	TDPWatts              float64 // of one socket
	TDPQuality            string  // "published", "derived", "proxy", "fallback" …
	Date, Source          string
}

// TDPPerVCPU is watts for one vCPU.
func (c CPU) TDPPerVCPU() float64 { return c.TDPWatts / c.VCPUPerSocket }

// CPU returns the processor with the key of Machine.CPU.
func (c *Catalogue) CPU(key string) (CPU, bool) {
	l, ok := c.text("machines/cpus.csv").find(key)
	if !ok {
		return CPU{}, false
	}
	return CPU{
		Key: l.str(), Model: l.str(), Microarch: l.str(), ISA: l.str(),
		VCPUPerSocket: l.num(), MaxSockets: l.num(), TDPWatts: l.num(), TDPQuality: l.str(),
		Date: l.str(), Source: l.str(),
	}, true
}

// GPU is an accelerator card; its embodied carbon spans a wide range.
type GPU struct {
	Key, Name                                 string
	TDPWatts                                  float64
	EmbodiedKg, EmbodiedLowKg, EmbodiedHighKg float64
	Date, Source                              string
}

// GPU returns the accelerator with the key of Machine.GPU.
func (c *Catalogue) GPU(key string) (GPU, bool) {
	l, ok := c.text("machines/gpus.csv").find(key)
	if !ok {
		return GPU{}, false
	}
	return GPU{
		Key: l.str(), Name: l.str(), TDPWatts: l.num(),
		EmbodiedKg: l.num(), EmbodiedLowKg: l.num(), EmbodiedHighKg: l.num(),
		Date: l.str(), Source: l.str(),
	}, true
}

// Fallback is the median machine of a cloud and instruction set, for types of
// which only vCPU and memory are known: watts of TDP and kilograms of host for
// one vCPU, with the 10th and 90th percentile.
type Fallback struct {
	TDPPerVCPU, TDPLow, TDPHigh          float64
	HostKgPerVCPU, HostKgLow, HostKgHigh float64
	Date, Source                         string
}

// Fallback returns the medians of a cloud; isa is "x86" or "arm64", and ""
// means x86.
func (c *Catalogue) Fallback(cloud, isa string) (Fallback, bool) {
	if isa == "" {
		isa = "x86"
	}
	l, ok := c.text("carbon/fallback.csv").find(cloud, isa)
	if !ok {
		return Fallback{}, false
	}
	l.str()
	l.str()
	return Fallback{
		TDPPerVCPU: l.num(), TDPLow: l.num(), TDPHigh: l.num(),
		HostKgPerVCPU: l.num(), HostKgLow: l.num(), HostKgHigh: l.num(),
		Date: l.str(), Source: l.str(),
	}, true
}

// Storage is what keeps a terabyte of a service: the medium, its power and
// how many copies the service makes.
type Storage struct {
	Media        string  // "ssd", "hdd", or "" for a row that only says the copies of a node
	WattsPerTB   float64 // of one copy
	Replication  float64
	Date, Source string
}

// Storage returns how a kind of storage is kept: ("aws", "ebs", "gp3"),
// ("azure", "storage-account", "grs"). A selector that has no row of its own
// takes the kind's row for any selector, where there is one.
func (c *Catalogue) Storage(cloud, kind, selector string) (Storage, bool) {
	t := c.text("carbon/storage.csv")
	l, ok := t.find(cloud, kind, selector)
	if !ok {
		l, ok = t.find(cloud, kind, "*")
	}
	if !ok {
		return Storage{}, false
	}
	l.str()
	l.str()
	l.str()
	return Storage{
		Media: l.str(), WattsPerTB: l.num(), Replication: l.num(), Date: l.str(), Source: l.str(),
	}, true
}

// Factor is one number of the carbon method with its published range.
type Factor struct {
	Unit             string
	Value, Low, High float64 // Low and High are Value where no range is published
	Date, Source     string
}

// Factor returns a factor by name: "ssd" and "hdd" (kg per GB), "server_base",
// "cpu_extra" and "dram" (kg), "memory_power" (W per GB), "platform_overhead"
// (x TDP), "cpu_curve_0" … "cpu_curve_100" (x TDP), "network_interregion" (kWh
// per GB), "lifespan_hours", "hours_per_month".
func (c *Catalogue) Factor(name string) (Factor, bool) {
	l, ok := c.text("carbon/factors.csv").find(name)
	if !ok {
		return Factor{}, false
	}
	l.str()
	f := Factor{Unit: l.str(), Value: l.num(), Low: l.num(), High: l.num(), Date: l.str(), Source: l.str()}
	if f.Low == 0 {
		f.Low = f.Value
	}
	if f.High == 0 {
		f.High = f.Value
	}
	return f, true
}
