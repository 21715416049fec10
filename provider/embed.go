package provider

import "embed"

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
