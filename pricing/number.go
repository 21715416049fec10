package pricing

import (
	"fmt"
	"math/big"

	"github.com/hashicorp/hcl/v2"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// places is how far a quantity is kept behind the point: far below anything
// that is billed, and enough to make 1/3 of a thing add up to a cent.
const places = 12

// largest bounds a quantity; beyond it nobody means what is written.
var largest = decimal.New(1, 24)

// number evaluates an expression to a decimal, or says why it cannot.
func (sc *scope) number(ctx *hcl.EvalContext, e *expression) (decimal.Decimal, *Missing) {
	v, miss := sc.value(ctx, e)
	if miss != nil {
		return decimal.Zero, miss
	}
	if key := usageKeyOf(e.reads); v.IsNull() && key != "" {
		return decimal.Zero, noUse(key)
	}
	n, err := toNumber(v)
	if err != nil {
		return decimal.Zero, &Missing{Path: firstSelf(e.reads), Reason: err.Error()}
	}
	d := toDecimal(n.AsBigFloat())
	if d.Abs().GreaterThan(largest) {
		return decimal.Zero, &Missing{Path: firstSelf(e.reads), Reason: "the number is too large to be meant"}
	}
	return d, nil
}

func toNumber(v cty.Value) (cty.Value, error) {
	if v.IsNull() {
		return cty.NilVal, fmt.Errorf("a number is needed, there is none")
	}
	n, err := convert.Convert(v, cty.Number)
	if err != nil || n.IsNull() {
		return cty.NilVal, fmt.Errorf("a number is needed, not %s", show(v))
	}
	return n, nil
}

func toDecimal(f *big.Float) decimal.Decimal {
	if i, acc := f.Int64(); acc == big.Exact {
		return decimal.NewFromInt(i)
	}
	d, err := decimal.NewFromString(f.Text('f', places))
	if err != nil {
		return largest.Add(largest) // infinite
	}
	return d
}

// show writes a known value for a person, shortly.
func show(v cty.Value) string {
	if !v.IsWhollyKnown() {
		return "unknown"
	}
	if v.IsNull() {
		return "null"
	}
	if s, err := convert.Convert(v, cty.String); err == nil {
		text := s.AsString()
		if len(text) > 40 {
			text = text[:40] + "…"
		}
		if v.Type() != cty.String {
			return text
		}
		return fmt.Sprintf("%q", text)
	}
	return v.Type().FriendlyName()
}
