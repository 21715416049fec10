package report

import (
	_ "embed"
	"strings"
)

//go:embed focus_services.tsv
var focusServices string

// focusCategories are the categories of services by FOCUS, by the name that a
// resource has for its service.
func focusCategories() map[string]string {
	categories := make(map[string]string, 400)
	for line := range strings.Lines(focusServices) {
		service, category, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if ok {
			categories[service] = category
		}
	}
	return categories
}
