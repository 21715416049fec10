package refresh

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// TestMappingsLeadToKeys: every rule leads to keys that the catalogue has, in
// the unit that it has them in. A key that no card can ask for is no use.
func TestMappingsLeadToKeys(t *testing.T) {
	facts := catalogue.Embedded()
	for _, cloud := range Clouds() {
		m, err := loadMapping(cloud)
		if err != nil {
			t.Fatal(err)
		}
		units := map[string]string{} // of the catalogue's keys
		for _, p := range facts.Query(cloud + "/") {
			parts := strings.SplitN(p.Key, "/", 4)
			units[parts[1]+"/"+parts[3]] = p.Unit
		}
		for _, l := range m.lists {
			for _, r := range l.rules {
				shape := "^"
				for i, text := range r.key.text {
					if i > 0 {
						shape += "[^/]+(?:/[^/]+)?" // {skumeter} has two parts
					}
					shape += regexp.QuoteMeta(text)
				}
				keys, re := 0, regexp.MustCompile(shape+"$")
				for key, unit := range units {
					if !re.MatchString(key) {
						continue
					}
					keys++
					if r.unit != "" && unit != r.unit && len(r.key.holes) == 0 {
						t.Errorf("%s: %s is a %s, and here a %s", l.name, key, unit, r.unit)
					}
				}
				if keys == 0 {
					t.Errorf("%s: no key of the catalogue looks like %q", l.name, strings.Join(r.key.text, "{}"))
				}
			}
		}
	}
}

// TestMappingSaysWhatIsWrong: a slip in a mapping file has its file in front.
func TestMappingSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		`unit = "hour"`:                             "",
		`where = { c = "{d" }`:                      `"{d" has { without }`,
		`units = { h = 1 }`:                         "units of the list, and none of the catalogue",
		"unit = \"hour\"\n units = { h = \"1/0\" }": `"1/0" is no ratio`,
		`over = "many"`:                             "many",
		`units = 7`:                                 "map of string required",
		`rice = "hour"`:                             `"rice"`,
		`}`:                                         "m/aws/x.hcl",
	} {
		file := "list \"x\" {\n price \"a/{b}\" {\n" + text + "\n}\n}\n"
		_, err := readMapping(fstest.MapFS{"m/aws/x.hcl": &fstest.MapFile{Data: []byte(file)}}, "m/aws")
		switch {
		case want == "":
			if err != nil {
				t.Error(err)
			}
		case err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "m/aws/x.hcl"):
			t.Errorf("%s: got %v, want %q", text, err, want)
		}
	}
}

func TestPatterns(t *testing.T) {
	for _, tt := range []struct {
		pattern, value string
		want           bool
	}{
		{"NatGateway-Hours", "NatGateway-Hours", true}, {"NatGateway-Hours", "EUC1-NatGateway-Hours", false},
		{"~NatGateway-Hours", "NatGateway-Hours", true}, {"~NatGateway-Hours", "EUC1-NatGateway-Hours", true},
		{"~NatGateway-Hours", "EU-NatGateway-Hours", true}, {"~NatGateway-Hours", "EUC1-Regional-NatGateway-Hours", false},
		{"~KMS-Keys", "eu-central-1-KMS-Keys", true}, {"~KMS-Keys", "us-gov-west-1-KMS-Keys", true}, {"~KMS-Keys", "KMS-Keys", true},
		{"~VPN-Usage-Hours:ipsec.1", "VPN-Usage-Hours:ipsec.1", true}, {"~BoxUsage*", "USE1-ATL1-BoxUsage:m5.large", true},
		{"~Requests-Tier1", "USW2-Requests-SIA-Tier1", false}, {"a.c", "abc", false}, {"a*c", "abbc", true}, {"a*c", "abbcd", false},
	} {
		p, err := parsePattern(tt.pattern)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.match(tt.value, attributes{}); got != tt.want {
			t.Errorf("%s matches %s: %v", tt.pattern, tt.value, got)
		}
	}
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct{ ours, theirs, per string }{
		{"hour", "1 Hour", "1"}, {"hour", "1/Hour", "1"}, {"month", "1/Month", "1"}, {"10k-operations", "10K", "1"},
		{"1M-operations", "10K", "100"}, {"each", "10", "0.1"}, {"GB-month", "1 GB/Month", "1"}, {"GB-month", "100 GB/Month", "0.01"},
		{"100-GB-seconds", "100 GB Seconds", "1"}, {"GB-second", "1 GB Second", "1"}, {"vCPU-second", "1 Second", "1"},
		{"100-hours", "100 Hours", "1"}, {"1M-operations-month", "10K/Month", "100"}, {"day", "1/Day", "1"}, {"IOPS-month", "1 IOPS/Month", "1"},
		{"GB-month", "1 GiB/Month", ""}, {"hour", "1/Month", ""}, {"GB", "1 GB/Month", ""}, {"GB-month", "1/Month", ""}, {"hour", "1 Minute", ""},
	} {
		per, ok := unitsPer(tt.ours, tt.theirs)
		if ok != (tt.per != "") || ok && per.String() != tt.per {
			t.Errorf("%s in one %s: %s %v, want %q", tt.theirs, tt.ours, per, ok, tt.per)
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Azure App Service Premium v3 Plan - Linux": "azure-app-service-premium-v3-plan-linux", "100 RU/s": "100-ru-s",
		"P10 LRS Disk": "p10-lrs-disk", " (x) ": "x", "": "",
	} {
		if got := slug(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}
