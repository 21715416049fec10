package catalogue

import (
	"strings"
	"testing"
)

func TestFollow(t *testing.T) {
	c := Embedded()
	for _, tt := range []struct{ cloud, name, successor, arm string }{
		{"aws", "m4.large", "m6i.large", "m7g.large"},
		{"aws", "m5.large", "m6i.large", "m7g.large"},
		{"aws", "c4.8xlarge", "c5.9xlarge", ""}, // 36 vCPUs, which no later family has but the ninth of c5
		{"aws", "t2.micro", "t3.micro", "t4g.micro"},
		{"aws", "m6i.large", "", "m7g.large"},
		{"aws", "m7g.large", "", ""},
		{"aws", "p3.2xlarge", "", ""},
		{"aws", "db.r5.large", "db.r6i.large", "db.r7g.large"},
		{"aws", "db.t2.micro", "db.t3.micro", "db.t4g.micro"},
		{"aws", "cache.m4.large", "cache.m5.large", "cache.m7g.large"}, // ElastiCache has no m6i
		{"aws", "m5.large.search", "", "m7g.large.search"},
		{"aws", "kafka.m5.large", "", "kafka.m7g.large"},
		{"azure", "Standard_D4s_v3", "Standard_D4s_v5", "Standard_D4ps_v5"},
		{"azure", "standard_ds13_v2", "Standard_E8s_v5", "Standard_E8ps_v5"}, // 8 vCPUs, 56 GiB
		{"azure", "Standard_D4s_v5", "", "Standard_D4ps_v5"},
		{"azure", "Standard_E4-2s_v5", "", ""}, // constrained: its own kind
		{"gcp", "n1-standard-4", "n2-standard-4", "t2a-standard-4"},
		{"gcp", "n1-highmem-4", "n2-highmem-4", "c4a-highmem-4"},
		{"gcp", "g1-small", "e2-small", ""},
		{"gcp", "e2-standard-2", "", "t2a-standard-2"},
		{"aws", "m99.large", "", ""},
		{"hetzner", "cx22", "", ""},
	} {
		if got, ok := c.Successor(tt.cloud, tt.name); got != tt.successor || ok != (tt.successor != "") {
			t.Errorf("successor of %s: %q %v, want %q", tt.name, got, ok, tt.successor)
		}
		if got, ok := c.ArmTwin(tt.cloud, tt.name); got != tt.arm || ok != (tt.arm != "") {
			t.Errorf("Arm twin of %s: %q %v, want %q", tt.name, got, ok, tt.arm)
		}
	}
}

func TestSmallerAndBigger(t *testing.T) {
	c := Embedded()
	for _, tt := range []struct{ cloud, name, smaller, bigger string }{
		{"aws", "m5.xlarge", "m5.large", "m5.2xlarge"},
		{"aws", "m5.large", "", "m5.xlarge"},
		{"aws", "t3.medium", "t3.small", "t3.large"}, // two vCPUs each: memory decides
		{"aws", "m5.24xlarge", "m5.16xlarge", ""},
		{"aws", "db.m5.4xlarge", "db.m5.2xlarge", "db.m5.8xlarge"},
		{"azure", "Standard_D4s_v5", "Standard_D2s_v5", "Standard_D8s_v5"},
		{"gcp", "n2-highmem-8", "n2-highmem-4", "n2-highmem-16"},
		{"gcp", "nothing-1", "", ""},
	} {
		if got, ok := c.Smaller(tt.cloud, tt.name); got != tt.smaller || ok != (tt.smaller != "") {
			t.Errorf("smaller than %s: %q %v, want %q", tt.name, got, ok, tt.smaller)
		}
		if got, ok := c.Bigger(tt.cloud, tt.name); got != tt.bigger || ok != (tt.bigger != "") {
			t.Errorf("bigger than %s: %q %v, want %q", tt.name, got, ok, tt.bigger)
		}
	}
}

// TestFamiliesExist checks the table by hand against what is there: every
// family has machines, and what it is said to be replaced by has them too, on
// the right processors.
func TestFamiliesExist(t *testing.T) {
	c := Embedded()
	for l := range c.text("machines/families.csv").lines {
		cloud, family, generation, arch := l.str(), l.str(), l.str(), l.str()
		successors, arm := l.str(), l.str()
		if generation == "" || arch != "x86" && arch != "arm64" {
			t.Errorf("%s: generation %q, arch %q", family, generation, arch)
		}
		check := func(name, isa string) {
			members := c.members(cloud, name)
			if len(members) == 0 {
				t.Errorf("%s has no machines", name)
			}
			for _, m := range members {
				if m.ISA != isa {
					t.Errorf("%s is %s, %s is said to be %s", m.Name, m.ISA, name, isa)
				}
			}
		}
		check(family, arch)
		for name := range strings.FieldsSeq(successors) {
			check(name, arch)
		}
		for name := range strings.FieldsSeq(arm) {
			check(name, "arm64")
		}
	}
}
