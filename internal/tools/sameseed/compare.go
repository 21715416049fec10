package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// shown is how many differences of a kind are printed.
const shown = 20

// compare holds source to a plan that says the same; false when anything
// differs.
func compare(w io.Writer, source, plan *checked) bool {
	a, b := slices.Sorted(maps.Keys(source.resources)), slices.Sorted(maps.Keys(plan.resources))
	same := slices.Equal(a, b)
	fmt.Fprintf(w, "everything is created: %d resources of source, %d of the plan, addresses %s\n", len(a), len(b), equally(same))
	var differ []string
	for _, address := range a {
		if s, p := worth(source.resources[address]), worth(plan.resources[address]); s != p {
			differ = append(differ, fmt.Sprintf("%s: %s in source, %s in the plan", address, s, p))
		}
	}
	list(w, "  resources with another price or other carbon", differ)
	s, p := total(source, a), total(plan, b)
	fmt.Fprintf(w, "  total of source %s\n  total of the plan %s\n", s, p)
	var findings []string
	for _, key := range slices.Sorted(maps.Keys(source.findings)) {
		if source.findings[key] != plan.findings[key] {
			findings = append(findings, key+", in source")
		}
	}
	for _, key := range slices.Sorted(maps.Keys(plan.findings)) {
		if _, ok := source.findings[key]; !ok {
			findings = append(findings, key+", in the plan")
		}
	}
	list(w, fmt.Sprintf("  of %d findings, other ones", len(source.findings)), findings)
	return same && len(differ) == 0 && s == p && len(findings) == 0
}

func list(w io.Writer, what string, all []string) {
	fmt.Fprintf(w, "%s: %d\n", what, len(all))
	for _, line := range all[:min(len(all), shown)] {
		fmt.Fprintf(w, "    %s\n", line)
	}
}

func equally(same bool) string {
	if same {
		return "the same"
	}
	return "NOT the same"
}
