package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/pricing"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

// regions finds where the catalogue has a price for a key with holes.
type regions struct {
	facts    *catalogue.Catalogue
	cloud    string
	services map[string]map[string][]string // service to price key without cloud and region, to regions
}

// of are the regions in which any key that fits has a price, sorted.
func (r regions) of(key string) []string {
	service, _, _ := strings.Cut(key, "/")
	if strings.Contains(service, "<") {
		return nil
	}
	known, ok := r.services[service]
	if !ok {
		known = map[string][]string{}
		for _, p := range r.facts.Query(r.cloud + "/" + service + "/") {
			parts := strings.SplitN(p.Key, "/", 4) // cloud, service, region, rest
			sku := parts[1] + "/" + parts[3]
			known[sku] = append(known[sku], parts[2])
		}
		r.services[service] = known
	}
	if !strings.Contains(key, "<") {
		return known[key]
	}
	var out []string
	seen := map[string]bool{}
	for sku, where := range known {
		if !pricing.KeyFits(key, sku) {
			continue
		}
		for _, w := range where {
			if !seen[w] {
				seen[w] = true
				out = append(out, w)
			}
		}
	}
	slices.Sort(out)
	return out
}

// say is where any of the keys has a price: few by name, many by number.
func (r regions) say(keys []string) string {
	var all []string
	for _, k := range keys {
		all = append(all, r.of(k)...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	switch {
	case len(all) == 0:
		return "none"
	case slices.Contains(all, "global"):
		return "everywhere"
	case len(all) <= 2:
		return strings.Join(all, ", ")
	default:
		return fmt.Sprintf("%d", len(all))
	}
}
