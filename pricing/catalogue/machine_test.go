package catalogue

import (
	"math"
	"strings"
	"testing"
)

// TestMachineWatts compares the columns with docs/carbon-method.md, section
// 10: watts at half load, whole-life embodied kilograms.
func TestMachineWatts(t *testing.T) {
	c := Embedded()
	for _, tt := range []struct {
		cloud, name       string
		vcpu, gib         float64
		cpu               string
		watts50, embodied float64
		match             string
	}{
		{"aws", "m5.large", 2, 8, "8175m", 12.636, 33.558, "exact"},
		{"aws", "m6g.xlarge", 4, 16, "graviton2", 15.178, 83.320, "exact"},
		{"azure", "Standard_D4s_v5", 4, 16, "8370c", 22.303, 66.993, "rule"},
		{"gcp", "n2-standard-4", 4, 16, "8373c", 22.105, 52.147, "exact"},
		{"aws", "p4d.24xlarge", 96, 1152, "8275cl", 3307.584, 4236.8, "exact"},
		{"aws", "r5.large", 2, 16, "8175m", 15.772, 44.662, "exact"},
	} {
		m, ok := c.Machine(tt.cloud, tt.name)
		if !ok || m.VCPU != tt.vcpu || m.MemoryGiB != tt.gib || m.CPU != tt.cpu || m.Match != tt.match || !m.HasWatts() {
			t.Errorf("%s: %+v %v", tt.name, m, ok)
		}
		if !near(m.Watts[2], tt.watts50) || !near(m.EmbodiedKg, tt.embodied) {
			t.Errorf("%s: %v W and %v kg, want %v and %v", tt.name, m.Watts[2], m.EmbodiedKg, tt.watts50, tt.embodied)
		}
		cpu, ok := c.CPU(m.CPU)
		if !ok || cpu.TDPPerVCPU() <= 0 || cpu.ISA != m.ISA {
			t.Errorf("%s runs on %+v %v", tt.name, cpu, ok)
		}
	}
}

func near(got, want float64) bool { return math.Abs(got-want) <= 0.005*want }

func TestMachineNames(t *testing.T) {
	c := Embedded()
	for _, tt := range []struct{ cloud, name, want string }{
		{"azure", "standard_d4s_V5", "Standard_D4s_v5"}, // Azure does not mind the case, keys do
		{"azure", "Standard_B2s", "Standard_B2s"},
		{"aws", "db.r5.large", "r5.large"},
		{"aws", "cache.m6g.large", "m6g.large"},
		{"aws", "r6g.large.search", "r6g.large"},
		{"aws", "m5.large.elasticsearch", "m5.large"},
		{"aws", "db.x2g.large", "db.x2g.large"}, // no such EC2 type
		{"aws", "kafka.m5.large", "m5.large"},
		{"gcp", "e2-micro", "e2-micro"},
	} {
		if m, ok := c.Machine(tt.cloud, tt.name); !ok || m.Name != tt.want || m.Cloud != tt.cloud {
			t.Errorf("%s: got %q %v, want %q", tt.name, m.Name, ok, tt.want)
		}
	}
	for _, name := range []string{"", "m5", "m5.", "m5.larg", "m5.largex", "db.", "zzz", "name"} {
		if m, ok := c.Machine("aws", name); ok {
			t.Errorf("%q is %+v", name, m)
		}
	}
	if m, ok := c.Machine("db", "m5.large"); ok {
		t.Errorf("a machine of no cloud: %+v", m)
	}
}

func TestMachineKinds(t *testing.T) {
	c := Embedded()
	if m, _ := c.Machine("aws", "t3.medium"); m.BaselinePct != 20 {
		t.Errorf("t3.medium has a baseline of %v %%", m.BaselinePct)
	}
	if m, _ := c.Machine("aws", "m4.large"); m.BaselinePct != 0 || m.Generation == "" {
		t.Errorf("m4.large: %+v", m)
	}
	m, _ := c.Machine("aws", "p4d.24xlarge")
	if g, ok := c.GPU(m.GPU); m.GPUCount != 8 || !ok || g.TDPWatts != 400 || g.EmbodiedLowKg > g.EmbodiedKg || g.EmbodiedHighKg < g.EmbodiedKg {
		t.Errorf("p4d.24xlarge has %v × %+v", m.GPUCount, g)
	}
	m, ok := c.Machine("aws", "c8g.large")
	if !ok || m.VCPU != 2 || m.MemoryGiB != 4 || m.ISA != "arm64" {
		t.Errorf("c8g.large: %+v", m)
	}
	m, ok = c.Machine("azure", "Standard_D3_v2_Promo")
	if !ok || m.Match != "spec-only" || m.HasWatts() || m.VCPU != 4 || m.Watts[2] != 0 {
		t.Errorf("Standard_D3_v2_Promo: %+v %v", m, ok)
	}
}

// TestMachinesAreWhole: what has watts has all of it, what has not has the
// size at least, and every key resolves.
func TestMachinesAreWhole(t *testing.T) {
	c := Embedded()
	for _, cloud := range clouds {
		for l := range c.text("machines/" + cloud + ".csv").lines {
			m := readMachine(cloud, l)
			if m.VCPU <= 0 || m.MemoryGiB <= 0 || m.Source == "" || m.Date == "" {
				t.Errorf("%+v", m)
			}
			if !m.HasWatts() {
				continue
			}
			if m.Watts[0] <= 0 || m.Watts[0] > m.Watts[1] || m.Watts[1] > m.Watts[2] || m.Watts[2] > m.Watts[3] ||
				m.EmbodiedKg <= 0 || m.ResourceShare <= 0 || m.ResourceShare > 1 || m.TDPQuality == "" {
				t.Errorf("%+v", m)
			}
			if _, ok := c.CPU(m.CPU); !ok {
				t.Errorf("%s: no CPU %q", m.Name, m.CPU)
			}
			if _, ok := c.GPU(m.GPU); m.GPU != "" && !ok {
				t.Errorf("%s: no GPU %q", m.Name, m.GPU)
			}
			if found, ok := c.Machine(cloud, strings.ToUpper(m.Name)); !ok || found.Name != m.Name {
				t.Errorf("%s is found as %q", m.Name, found.Name)
			}
		}
	}
}

func TestFallback(t *testing.T) {
	c := Embedded()
	f, ok := c.Fallback("aws", "")
	if !ok || f.TDPPerVCPU != 4.1667 || f.HostKgPerVCPU != 16.7177 || f.TDPLow >= f.TDPHigh {
		t.Errorf("%+v %v", f, ok)
	}
	if f, ok := c.Fallback("gcp", "arm64"); !ok || f.TDPPerVCPU != 2.3472 {
		t.Errorf("%+v %v", f, ok)
	}
	if _, ok := c.Fallback("aws", "sparc"); ok {
		t.Error("a fallback for sparc")
	}
}

func TestStorage(t *testing.T) {
	c := Embedded()
	for _, tt := range []struct {
		cloud, kind, selector string
		media                 string
		watts, copies         float64
	}{
		{"aws", "ebs", "gp3", "ssd", 1.2, 2},
		{"aws", "ebs", "st1", "hdd", 0.65, 2},
		{"aws", "s3", "standard", "hdd", 0.65, 6},
		{"aws", "rds", "multi-az", "ssd", 1.2, 4},
		{"aws", "dynamodb", "anything", "ssd", 1.2, 2},
		{"azure", "disk", "premium-ssd", "ssd", 1.2, 3},
		{"azure", "storage-account", "ragrs", "hdd", 0.65, 6},
		{"gcp", "disk", "pd-balanced", "ssd", 1.2, 1},
		{"gcp", "redis", "standard-ha", "", 0, 2},
		{"*", "fallback", "", "ssd", 1.2, 2},
	} {
		s, ok := c.Storage(tt.cloud, tt.kind, tt.selector)
		if !ok || s.Media != tt.media || s.WattsPerTB != tt.watts || s.Replication != tt.copies {
			t.Errorf("%s %s %s: %+v %v", tt.cloud, tt.kind, tt.selector, s, ok)
		}
	}
	if s, ok := c.Storage("aws", "ebs", "gp9"); ok {
		t.Errorf("gp9 is %+v", s)
	}
}

func TestFactor(t *testing.T) {
	c := Embedded()
	for name, want := range map[string]Factor{
		"ssd":                 {Value: 0.045, Low: 0.003, High: 0.16},
		"hdd":                 {Value: 0.002, Low: 0.0013, High: 0.02},
		"server_base":         {Value: 1000, Low: 370, High: 1300},
		"dram":                {Value: 1.388, Low: 0.9, High: 1.931},
		"memory_power":        {Value: 0.392, Low: 0.284, High: 0.62},
		"platform_overhead":   {Value: 0.2, Low: 0.1, High: 0.33},
		"cpu_curve_50":        {Value: 0.75, Low: 0.75, High: 0.75},
		"network_interregion": {Value: 0.001, Low: 0.0006, High: 0.06},
		"lifespan_hours":      {Value: 35040, Low: 35040, High: 52560},
		"hours_per_month":     {Value: 730, Low: 730, High: 730},
	} {
		f, ok := c.Factor(name)
		if !ok || f.Value != want.Value || f.Low != want.Low || f.High != want.High || f.Source == "" {
			t.Errorf("%s: %+v, want %+v", name, f, want)
		}
	}
}
