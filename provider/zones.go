package provider

import (
	_ "embed"
	"strings"
)

//go:embed zones.tsv
var zones string

// Zones are the zones of a region of a cloud ("aws", "gcp"), sorted; nil where
// they are not known, or differ from account to account. Sources stand in
// zones.tsv.
func Zones(cloud, region string) []string {
	for line := range strings.Lines(zones) {
		if rest, ok := strings.CutPrefix(line, cloud+"\t"+region+"\t"); ok {
			return strings.Fields(rest)
		}
	}
	return nil
}
