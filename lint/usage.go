package lint

import (
	"maps"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
)

// joined lays usage files over each other, later ones over earlier ones; nil
// for none.
func joined(files []*config.Usage) func(*model.Resource) map[string]cty.Value {
	if len(files) == 0 {
		return nil
	}
	return func(r *model.Resource) map[string]cty.Value {
		out := map[string]cty.Value{}
		for _, u := range files {
			maps.Copy(out, u.For(r.Address, r.Type))
		}
		return out
	}
}
