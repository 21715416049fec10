package pricing

import (
	"math/big"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// quickBinary is an operator between two expressions.
type quickBinary struct {
	*hclsyntax.BinaryOpExpr
	// decisive: the right side is surely a bool, so that the left side alone
	// may decide.
	decisive bool
}

func (e *quickBinary) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	l, lDiags := e.LHS.Value(ctx)
	if e.decisive && len(lDiags) == 0 && plain(l, cty.Bool) {
		switch {
		case e.Op == hclsyntax.OpLogicalAnd && l.False():
			return cty.False, nil
		case e.Op == hclsyntax.OpLogicalOr && l.True():
			return cty.True, nil
		}
	}
	r, rDiags := e.RHS.Value(ctx)
	if len(lDiags) == 0 && len(rDiags) == 0 {
		if v, ok := operate(e.Op, l, r); ok {
			return v, nil
		}
	}
	rest := *e.BinaryOpExpr
	rest.LHS, rest.RHS = &told{e.LHS, l, lDiags}, &told{e.RHS, r, rDiags}
	return rest.Value(ctx)
}

// operate is an operator on plain values; false where they are not.
func operate(op *hclsyntax.Operation, l, r cty.Value) (v cty.Value, ok bool) {
	switch op.Type {
	case cty.Bool:
		return judge(op, l, r)
	case cty.Number:
		if plain(l, cty.Number) && plain(r, cty.Number) {
			return calculate(op, l, r)
		}
	}
	return cty.NilVal, false
}

// judge is an operator that says true or false.
func judge(op *hclsyntax.Operation, l, r cty.Value) (cty.Value, bool) {
	switch {
	case op == hclsyntax.OpEqual || op == hclsyntax.OpNotEqual:
		if !l.IsKnown() || !r.IsKnown() {
			return cty.NilVal, false
		}
		same := l.Equals(r)
		if !same.IsKnown() {
			return cty.NilVal, false
		}
		return cty.BoolVal(same.True() == (op == hclsyntax.OpEqual)), true
	case plain(l, cty.Bool) && plain(r, cty.Bool):
		switch op {
		case hclsyntax.OpLogicalAnd:
			return cty.BoolVal(l.True() && r.True()), true
		case hclsyntax.OpLogicalOr:
			return cty.BoolVal(l.True() || r.True()), true
		}
	case plain(l, cty.Number) && plain(r, cty.Number):
		switch op {
		case hclsyntax.OpLessThan:
			return l.LessThan(r), true
		case hclsyntax.OpLessThanOrEqual:
			return l.LessThanOrEqualTo(r), true
		case hclsyntax.OpGreaterThan:
			return l.GreaterThan(r), true
		case hclsyntax.OpGreaterThanOrEqual:
			return l.GreaterThanOrEqualTo(r), true
		}
	}
	return cty.NilVal, false
}

// calculate is an operator on numbers; false where there is no such number
// (zero times infinity).
func calculate(op *hclsyntax.Operation, l, r cty.Value) (v cty.Value, ok bool) {
	defer func() {
		if p := recover(); p != nil {
			if _, none := p.(big.ErrNaN); !none {
				panic(p)
			}
			ok = false
		}
	}()
	switch op {
	case hclsyntax.OpAdd:
		return l.Add(r), true
	case hclsyntax.OpSubtract:
		return l.Subtract(r), true
	case hclsyntax.OpMultiply:
		return l.Multiply(r), true
	case hclsyntax.OpDivide:
		return l.Divide(r), true
	}
	return cty.NilVal, false
}

// quickNot is a negation.
type quickNot struct{ *hclsyntax.UnaryOpExpr }

func (e *quickNot) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	v, diags := e.Val.Value(ctx)
	if len(diags) == 0 && plain(v, cty.Bool) {
		return cty.BoolVal(v.False()), nil
	}
	rest := *e.UnaryOpExpr
	rest.Val = &told{e.Val, v, diags}
	return rest.Value(ctx)
}
