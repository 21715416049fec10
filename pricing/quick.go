package pricing

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Most of what a card computes is plain: variables that are known, texts put
// together, a comparison, a choice, a call of one of a dozen functions. HCL is
// made for any value, with marks, conversions and refinements, and takes
// microseconds for each. A quick node stands in for one of HCL's and does the
// plain case itself; in every other it hands what it evaluated to the node it
// stands for, so that the result, and the wording of a slip, are always HCL's.

// quicken puts quick nodes into an expression that nobody else evaluates.
func quicken(e hclsyntax.Expression) hclsyntax.Expression {
	switch n := e.(type) {
	case *hclsyntax.ScopeTraversalExpr:
		if len(n.Traversal) == 1 {
			return &quickName{n, n.Traversal.RootName()}
		}
	case *hclsyntax.FunctionCallExpr:
		quickenAll(n.Args)
		return quickCall(n)
	case *hclsyntax.BinaryOpExpr:
		n.LHS, n.RHS = quicken(n.LHS), quicken(n.RHS)
		return &quickBinary{n, surely(n.RHS) == cty.Bool}
	case *hclsyntax.UnaryOpExpr:
		n.Val = quicken(n.Val)
		if n.Op == hclsyntax.OpLogicalNot {
			return &quickNot{n}
		}
	case *hclsyntax.ConditionalExpr:
		n.Condition, n.TrueResult, n.FalseResult = quicken(n.Condition), quicken(n.TrueResult), quicken(n.FalseResult)
		return newQuickChoice(n)
	case *hclsyntax.TemplateExpr:
		if v, ok := writtenText(n); ok {
			return &told{n, v, nil}
		}
		quickenAll(n.Parts)
		return &quickTemplate{n}
	case *hclsyntax.ParenthesesExpr:
		n.Expression = quicken(n.Expression)
	case *hclsyntax.TemplateWrapExpr:
		n.Wrapped = quicken(n.Wrapped)
	case *hclsyntax.RelativeTraversalExpr:
		n.Source = quicken(n.Source)
	case *hclsyntax.IndexExpr:
		n.Collection, n.Key = quicken(n.Collection), quicken(n.Key)
	case *hclsyntax.TupleConsExpr:
		quickenAll(n.Exprs)
	case *hclsyntax.ObjectConsExpr:
		for i := range n.Items {
			n.Items[i].ValueExpr = quicken(n.Items[i].ValueExpr)
		}
	case *hclsyntax.ForExpr:
		n.CollExpr, n.ValExpr = quicken(n.CollExpr), quicken(n.ValExpr)
		if n.KeyExpr != nil {
			n.KeyExpr = quicken(n.KeyExpr)
		}
		if n.CondExpr != nil {
			n.CondExpr = quicken(n.CondExpr)
		}
		if n.KeyExpr == nil {
			return &quickFor{n}
		}
	}
	return e
}

func quickenAll(list []hclsyntax.Expression) {
	for i, e := range list {
		list[i] = quicken(e)
	}
}

// surely is the type an expression has whatever it is evaluated over, also
// where its value is unknown or cannot be computed; NilType where that is not
// certain.
func surely(e hclsyntax.Expression) cty.Type {
	switch n := e.(type) {
	case *told:
		return surelyOf(n.v)
	case *hclsyntax.LiteralValueExpr:
		return surelyOf(n.Val)
	case *hclsyntax.ParenthesesExpr:
		return surely(n.Expression)
	case *quickTemplate:
		return cty.String
	case *quickBinary:
		return n.Op.Type
	case *quickNot:
		return cty.Bool
	default:
		return cty.NilType
	}
}

func surelyOf(v cty.Value) cty.Type {
	if v.Type().IsPrimitiveType() && !v.IsNull() {
		return v.Type()
	}
	return cty.NilType
}

// writtenText is the text of an expression that is nothing but a text.
func writtenText(e hclsyntax.Expression) (cty.Value, bool) {
	if t, ok := e.(*hclsyntax.TemplateExpr); ok && t.IsStringLiteral() {
		v := t.Parts[0].(*hclsyntax.LiteralValueExpr).Val
		return v, plain(v, cty.String)
	}
	return cty.NilVal, false
}

// told is a node that is evaluated already.
type told struct {
	hclsyntax.Expression
	v     cty.Value
	diags hcl.Diagnostics
}

func (e *told) Value(*hcl.EvalContext) (cty.Value, hcl.Diagnostics) { return e.v, e.diags }

// quickName is a variable.
type quickName struct {
	*hclsyntax.ScopeTraversalExpr
	name string
}

func (e *quickName) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	for at := ctx; at != nil; at = at.Parent() {
		if v, ok := at.Variables[e.name]; ok {
			return v, nil
		}
	}
	return e.ScopeTraversalExpr.Value(ctx)
}

// quickTemplate is a text with values in it.
type quickTemplate struct{ *hclsyntax.TemplateExpr }

func (e *quickTemplate) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	var room [96]byte
	text := room[:0]
	for i, part := range e.Parts {
		v, diags := part.Value(ctx)
		if len(diags) > 0 || !plain(v, cty.String) {
			rest := *e.TemplateExpr
			rest.Parts = slices.Clone(e.Parts)
			rest.Parts[i] = &told{part, v, diags}
			return rest.Value(ctx)
		}
		text = append(text, v.AsString()...)
	}
	return cty.StringVal(string(text)), nil
}

// quickChoice is a conditional. HCL evaluates both results, because each may
// change the type of the other. Where that is certain not to happen, the one
// that is not chosen is left alone.
type quickChoice struct {
	*hclsyntax.ConditionalExpr
	yes, no chosen
}

// chosen is what to do when a result of a conditional is chosen.
type chosen struct {
	result hclsyntax.Expression // evaluated alone; nil where both have to be
	null   cty.Value            // instead of a result that is written as null, else NilVal
}

func newQuickChoice(n *hclsyntax.ConditionalExpr) *quickChoice {
	return &quickChoice{n, chosenOf(n.TrueResult, n.FalseResult), chosenOf(n.FalseResult, n.TrueResult)}
}

func chosenOf(result, other hclsyntax.Expression) chosen {
	ty := surely(other)
	switch {
	case isNull(other), ty != cty.NilType && ty == surely(result):
		return chosen{result: result}
	case isNull(result) && ty != cty.NilType:
		return chosen{null: cty.NullVal(ty)}
	default:
		return chosen{}
	}
}

// isNull reports an expression that is written as null.
func isNull(e hclsyntax.Expression) bool {
	l, ok := e.(*hclsyntax.LiteralValueExpr)
	return ok && l.Val.RawEquals(nullValue)
}

func (e *quickChoice) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	cond, condDiags := e.Condition.Value(ctx)
	decided := len(condDiags) == 0 && plain(cond, cty.Bool)
	if decided {
		way := e.no
		if cond.True() {
			way = e.yes
		}
		switch {
		case way.null != cty.NilVal:
			return way.null, nil
		case way.result != nil:
			return way.result.Value(ctx)
		}
	}
	yes, yesDiags := e.TrueResult.Value(ctx)
	no, noDiags := e.FalseResult.Value(ctx)
	if ty := yes.Type(); decided && ty.IsPrimitiveType() && ty == no.Type() {
		if cond.True() {
			return yes, yesDiags
		}
		return no, noDiags
	}
	rest := *e.ConditionalExpr
	rest.Condition = &told{e.Condition, cond, condDiags}
	rest.TrueResult = &told{e.TrueResult, yes, yesDiags}
	rest.FalseResult = &told{e.FalseResult, no, noDiags}
	return rest.Value(ctx)
}

// plain reports that a value is there, known and of a primitive type.
func plain(v cty.Value, ty cty.Type) bool {
	return v.Type() == ty && v.IsKnown() && !v.IsNull()
}
