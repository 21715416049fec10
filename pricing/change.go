package pricing

import "github.com/zclconf/go-cty/cty"

// Change replaces attributes of a resource: dotted path to new value.
type Change map[string]cty.Value
