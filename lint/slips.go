package lint

import (
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
