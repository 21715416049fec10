package lint

import "github.com/iaclint/iaclint/pricing/catalogue"

// tables are the facts rules may look up as data.iaclint.<name>; each is made
// only when a compiled rule refers to it.
func tables(facts *catalogue.Catalogue) map[string]func() any {
	return map[string]func() any{
		"regions": func() any { return regions(facts) },
	}
}

// regions are the grids and sites of every region: {cloud: {region:
// {g_per_kwh, pue, confidence, name}}}.
func regions(facts *catalogue.Catalogue) any {
	out := map[string]any{}
	for _, cloud := range facts.Clouds() {
		of := map[string]any{}
		for _, r := range facts.Regions(cloud) {
			grid, ok := facts.Grid(cloud, r.Code)
			if !ok {
				continue
			}
			site, ok := facts.Site(cloud, r.Code)
			if !ok {
				continue
			}
			of[r.Code] = map[string]any{"g_per_kwh": grid.GPerKWh, "pue": site.PUE, "confidence": grid.Confidence, "name": r.Name}
		}
		out[cloud] = of
	}
	return out
}
