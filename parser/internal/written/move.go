package written

import (
	"cmp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser/internal/tree"
)

// Move takes in the moved blocks of a module that is called at a path without
// instance keys.
func (t *Tree) Move(path string, mod *tree.Module) {
	for _, m := range mod.Moved {
		from, ok := address(m.From)
		to, same := address(m.To)
		if ok && same {
			t.Moves = append(t.Moves, model.Move{Module: path, From: from, To: to})
		}
	}
}

// order makes the moves independent of the order in which modules were read.
func (t *Tree) order() {
	slices.SortStableFunc(t.Moves, func(a, b model.Move) int { return cmp.Compare(a.Module, b.Module) })
}

// address is a traversal as Terraform prints addresses; ok is false for what is
// none.
func address(tr hcl.Traversal) (text string, ok bool) {
	var b strings.Builder
	for _, step := range tr {
		switch s := step.(type) {
		case hcl.TraverseRoot:
			b.WriteString(s.Name)
		case hcl.TraverseAttr:
			b.WriteString("." + s.Name)
		case hcl.TraverseIndex:
			switch {
			case !s.Key.IsKnown() || s.Key.IsNull():
				return "", false
			case s.Key.Type() == cty.String:
				b.WriteString(`["` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s.Key.AsString()) + `"]`)
			case s.Key.Type() == cty.Number:
				b.WriteString("[" + s.Key.AsBigFloat().Text('f', -1) + "]")
			default:
				return "", false
			}
		default:
			return "", false
		}
	}
	return b.String(), b.Len() > 0
}
