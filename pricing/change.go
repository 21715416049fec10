package pricing

import "github.com/iaclint/iaclint/model"

// Change replaces attributes of a resource: dotted path to new value.
type Change = model.Change
