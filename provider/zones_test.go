package provider

import (
	"slices"
	"strings"
	"testing"
)

func TestZones(t *testing.T) {
	for _, c := range []struct {
		cloud, region, want string
	}{
		{"aws", "eu-west-1", "eu-west-1a eu-west-1b eu-west-1c"},
		{"aws", "us-west-1", ""},
		{"gcp", "us-central1", "us-central1-a us-central1-b us-central1-c us-central1-f"},
		{"azure", "westeurope", ""},
	} {
		if got := strings.Join(Zones(c.cloud, c.region), " "); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.cloud, c.region, got, c.want)
		}
	}
	for line := range strings.Lines(zones) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if line[0] == '#' {
			continue
		}
		list := strings.Fields(fields[2])
		if !slices.IsSorted(list) || slices.ContainsFunc(list, func(z string) bool { return !strings.HasPrefix(z, fields[1]) }) {
			t.Errorf("%s", line)
		}
	}
}
