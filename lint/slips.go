package lint

import (
	"maps"

	"github.com/hashicorp/hcl/v2"
)

// Slips is an error made of mistakes in somebody's configuration or rule pack,
// with the sources to quote.
type Slips interface {
	error
	Slips() (hcl.Diagnostics, map[string]*hcl.File)
}

type slips struct {
	diags hcl.Diagnostics
	files map[string]*hcl.File
}

func (s slips) Error() string { return s.diags.Error() }

// Slips implements Slips.
func (s slips) Slips() (hcl.Diagnostics, map[string]*hcl.File) { return s.diags, s.files }

// sources are the files that a slip may be in, by their names.
func sources(all ...map[string]*hcl.File) map[string]*hcl.File {
	out := map[string]*hcl.File{}
	for _, files := range all {
		maps.Copy(out, files)
	}
	return out
}

// named says in notes that stand at no line which of several projects they are
// about.
func named(diags hcl.Diagnostics, project string, projects int) hcl.Diagnostics {
	if projects < 2 {
		return diags
	}
	out := make(hcl.Diagnostics, len(diags))
	for i, d := range diags {
		out[i] = d
		if d.Subject == nil {
			about := *d
			about.Detail = project + ": " + d.Detail
			out[i] = &about
		}
	}
	return out
}
