package provider

import "embed"

// The pages of docs/resources say what cards, prices and the tables here hold.
// The directive stands here because go generate comes by after the catalogue.
//
//go:generate go run ../internal/tools/resourcedocs

//go:embed *.hcl types lockin
var data embed.FS

// text returns an embedded file, "" when there is none: a cloud may come
// without its tables.
func text(name string) string {
	b, err := data.ReadFile(name)
	if err != nil {
		return ""
	}
	return string(b)
}
