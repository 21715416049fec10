package config

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// notPlain finds the first part of an expression that is more than a value:
// its place and what it is; "" when there is none. What this lets through can
// be evaluated in time linear to its text.
func notPlain(expr hclsyntax.Expression) (hcl.Range, string) {
	switch e := expr.(type) {
	case *hclsyntax.LiteralValueExpr:
		return hcl.Range{}, ""
	case *hclsyntax.TemplateExpr:
		return firstOf(e.Parts)
	case *hclsyntax.TemplateWrapExpr:
		return notPlain(e.Wrapped)
	case *hclsyntax.ParenthesesExpr:
		return notPlain(e.Expression)
	case *hclsyntax.TupleConsExpr:
		return firstOf(e.Exprs)
	case *hclsyntax.ObjectConsExpr:
		for _, item := range e.Items {
			if at, what := notPlain(item.KeyExpr); what != "" {
				return at, what
			}
			if at, what := notPlain(item.ValueExpr); what != "" {
				return at, what
			}
		}
		return hcl.Range{}, ""
	case *hclsyntax.ObjectConsKeyExpr:
		if hcl.ExprAsKeyword(e.Wrapped) != "" {
			return hcl.Range{}, ""
		}
		return notPlain(e.Wrapped)
	case *hclsyntax.UnaryOpExpr:
		return notPlain(e.Val)
	case *hclsyntax.FunctionCallExpr:
		return e.Range(), "the function " + e.Name
	case *hclsyntax.ScopeTraversalExpr:
		return e.Range(), "the reference " + e.Traversal.RootName() + " (is it a string that lacks its quotes?)"
	case *hclsyntax.ForExpr:
		return e.Range(), "a for expression"
	}
	return expr.Range(), "this expression"
}

func firstOf(list []hclsyntax.Expression) (hcl.Range, string) {
	for _, e := range list {
		if at, what := notPlain(e); what != "" {
			return at, what
		}
	}
	return hcl.Range{}, ""
}

// asWritten is a plain value as an expression. (hclwrite could do it, and would
// make every start longer.)
func asWritten(v cty.Value) string {
	if v.IsNull() {
		return "null"
	}
	switch ty := v.Type(); {
	case ty == cty.Bool:
		return strconv.FormatBool(v.True())
	case ty == cty.Number:
		return v.AsBigFloat().Text('g', -1)
	case ty == cty.String:
		return Quoted(v.AsString())
	case ty.IsTupleType():
		var list []string
		for _, elem := range v.AsValueSlice() {
			list = append(list, asWritten(elem))
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	var items []string
	object := v.AsValueMap()
	for _, key := range slices.Sorted(maps.Keys(object)) {
		items = append(items, Quoted(key)+" = "+asWritten(object[key]))
	}
	return "{" + strings.Join(items, ", ") + "}"
}

// Quoted is a text as a string of HCL.
func Quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case (r == '$' || r == '%') && strings.HasPrefix(s[i+1:], "{"):
			b.WriteRune(r)
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// goValue is v as Rego and JSON know it: bool, string, float64, []any,
// map[string]any or nil.
func goValue(v cty.Value) any {
	if v.IsNull() {
		return nil
	}
	switch ty := v.Type(); {
	case ty == cty.Bool:
		return v.True()
	case ty == cty.String:
		return v.AsString()
	case ty == cty.Number:
		f, _ := v.AsBigFloat().Float64()
		return f
	case ty.IsTupleType():
		list := []any{}
		for _, elem := range v.AsValueSlice() {
			list = append(list, goValue(elem))
		}
		return list
	}
	object := map[string]any{}
	for key, elem := range v.AsValueMap() {
		object[key] = goValue(elem)
	}
	return object
}
