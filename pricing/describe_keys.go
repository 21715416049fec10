package pricing

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// mostKeys is how many keys of one dimension are told apart; beyond that a
// <name> stands for them.
const mostKeys = 6

// anything stands where a key holds a value that has no name.
const anything = "<…>"

// keys are the price keys the i-th cost of the card may have.
func (w cardSource) keys(i int) []string {
	a := w.blocks["cost"][i].Body.Attributes["price"]
	if a == nil {
		return nil
	}
	found := w.patterns(a.Expr, 0)
	found = slices.DeleteFunc(found, func(s string) bool { return s == "" })
	slices.Sort(found)
	return slices.Compact(found)
}

// patterns are the texts an expression may come to, with <name> for what the
// card is given. Null comes to nothing.
func (w cardSource) patterns(e hclsyntax.Expression, depth int) []string {
	if depth > 12 {
		return []string{anything}
	}
	depth++
	switch e := e.(type) {
	case *hclsyntax.LiteralValueExpr:
		if plain(e.Val, cty.String) {
			return []string{e.Val.AsString()}
		}
		if e.Val.IsNull() {
			return nil
		}
		return []string{anything}
	case *hclsyntax.ParenthesesExpr:
		return w.patterns(e.Expression, depth)
	case *hclsyntax.TemplateWrapExpr:
		return w.patterns(e.Wrapped, depth)
	case *hclsyntax.ConditionalExpr:
		return few(append(w.patterns(e.TrueResult, depth), w.patterns(e.FalseResult, depth)...), anything)
	case *hclsyntax.ScopeTraversalExpr:
		return w.named(e.Traversal, depth)
	case *hclsyntax.TemplateExpr:
		return w.joinedPatterns(e.Parts, depth)
	case *hclsyntax.FunctionCallExpr:
		return w.called(e, depth)
	case *hclsyntax.IndexExpr:
		return w.values(e.Collection, depth)
	default:
		return []string{anything}
	}
}

// joinedPatterns are the patterns of a text in pieces. A piece that has too
// many is named instead of told apart.
func (w cardSource) joinedPatterns(parts []hclsyntax.Expression, depth int) []string {
	out := []string{""}
	for _, part := range parts {
		found := w.patterns(part, depth)
		if len(found) == 0 {
			return nil
		}
		if len(out)*len(found) > mostKeys {
			found = []string{nameOf(part)}
		}
		var next []string
		for _, head := range out {
			for _, tail := range found {
				next = append(next, head+tail)
			}
		}
		out = next
	}
	return out
}

// named are the patterns of a variable: those of a let where they hold no
// values, its name otherwise.
func (w cardSource) named(t hcl.Traversal, depth int) []string {
	name := "<" + last(t) + ">"
	if t.RootName() != "let" || len(t) != 2 {
		return []string{name}
	}
	e, ok := w.lets[last(t)]
	if !ok {
		return []string{name}
	}
	found := w.patterns(e, depth)
	whole := func(s string) bool {
		return !strings.Contains(s, "<") || strings.Contains(s, "/") && !strings.Contains(s, anything)
	}
	if len(found) > mostKeys || slices.ContainsFunc(found, func(s string) bool { return !whole(s) }) {
		return []string{name}
	}
	return found
}

// called are the patterns of the functions that hand a text on.
func (w cardSource) called(e *hclsyntax.FunctionCallExpr, depth int) []string {
	switch e.Name {
	case "lower", "tostring", "trimspace":
		return w.patterns(e.Args[0], depth)
	case "lookup":
		return few(append(w.values(e.Args[0], depth), w.patterns(e.Args[len(e.Args)-1], depth)...), nameOf(e.Args[1]))
	case "coalesce", "first", "known":
		var found []string
		for _, a := range e.Args {
			found = append(found, w.patterns(a, depth)...)
		}
		if slices.ContainsFunc(found, func(s string) bool { return strings.Contains(s, "<") }) {
			return []string{nameOf(e)}
		}
		return few(found, anything)
	default:
		return []string{nameOf(e)}
	}
}

// values are what a table of the card holds.
func (w cardSource) values(e hclsyntax.Expression, depth int) []string {
	switch e := e.(type) {
	case *hclsyntax.ObjectConsExpr:
		var found []string
		for _, item := range e.Items {
			found = append(found, w.patterns(item.ValueExpr, depth)...)
		}
		return few(found, anything)
	case *hclsyntax.ScopeTraversalExpr:
		if table, ok := w.lets[last(e.Traversal)]; ok && e.Traversal.RootName() == "let" && depth < 12 {
			return w.values(table, depth+1)
		}
	}
	return []string{nameOf(e)}
}

// few are the patterns, or one for all where they are too many.
func few(found []string, instead string) []string {
	slices.Sort(found)
	if found = slices.Compact(found); len(found) > mostKeys {
		return []string{instead}
	}
	return found
}

// nameOf is <name> for the first thing an expression reads.
func nameOf(e hclsyntax.Expression) string {
	switch e := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		return "<" + last(e.Traversal) + ">"
	case *hclsyntax.FunctionCallExpr:
		if path, ok := getPath(e); ok {
			return "<" + path[strings.LastIndexByte(path, '.')+1:] + ">"
		}
		for _, a := range e.Args {
			if name := nameOf(a); name != anything {
				return name
			}
		}
	case *hclsyntax.ParenthesesExpr:
		return nameOf(e.Expression)
	case *hclsyntax.TemplateWrapExpr:
		return nameOf(e.Wrapped)
	}
	return anything
}

// getPath is the path of get(value, "path").
func getPath(e *hclsyntax.FunctionCallExpr) (string, bool) {
	if e.Name != "get" || len(e.Args) < 2 {
		return "", false
	}
	v, ok := writtenText(e.Args[1])
	if !ok {
		return "", false
	}
	return v.AsString(), true
}

// last is the last name of a traversal.
func last(t hcl.Traversal) string {
	for i := len(t) - 1; i >= 0; i-- {
		switch step := t[i].(type) {
		case hcl.TraverseAttr:
			return step.Name
		case hcl.TraverseRoot:
			return step.Name
		}
	}
	return "…"
}

// KeyFits reports whether a price key without cloud and region is one that a
// described key stands for.
func KeyFits(described, sku string) bool {
	head, rest, more := strings.Cut(described, "<")
	after, ok := strings.CutPrefix(sku, head)
	if !ok || !more {
		return ok && after == ""
	}
	_, rest, _ = strings.Cut(rest, ">")
	for i := range len(after) + 1 { // a value may be empty
		if KeyFits(rest, after[i:]) {
			return true
		}
	}
	return false
}
