package pricing

import (
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/pricing/catalogue"
)

// operands are what the expressions of a card meet, the odd ones included.
// "missing" is not among the variables.
var operands = map[string]cty.Value{
	"text":     cty.StringVal("Ab"),
	"other":    cty.StringVal("Abc"),
	"digits":   cty.StringVal("12"),
	"truth":    cty.StringVal("true"),
	"number":   cty.NumberFloatVal(2.5),
	"none":     cty.Zero,
	"infinite": cty.PositiveInfinity,
	"yes":      cty.True,
	"no":       cty.False,
	"nothing":  nullValue,
	"notext":   cty.NullVal(cty.String),
	"nobool":   cty.NullVal(cty.Bool),
	"hidden":   cty.DynamicVal,
	"hidtext":  cty.UnknownVal(cty.String),
	"hidbool":  cty.UnknownVal(cty.Bool),
	"hidnum":   cty.UnknownVal(cty.Number),
	"list":     cty.TupleVal([]cty.Value{cty.StringVal("Ab"), cty.True, nullValue}),
	"part":     cty.TupleVal([]cty.Value{cty.StringVal("Ab"), cty.UnknownVal(cty.String)}),
	"texts":    cty.ListVal([]cty.Value{cty.StringVal("Ab")}),
	"empty":    cty.EmptyTupleVal,
	"block":    cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"a": cty.StringVal("x"), "b": nullValue, "c": cty.UnknownVal(cty.Bool)})}),
	"sku":      cty.StringVal("ec2/m5.large/linux/on-demand"),
	"size":     cty.StringVal("m5.large"),
	"paid":     cty.StringVal("on-demand"),
	"object":   cty.ObjectVal(map[string]cty.Value{"a": cty.Zero}),
}

// forms are expressions of two operands. They hold every kind of node that is
// quickened, also within another.
var forms = []string{
	"X", "X == Y", "X != Y", "X < Y", "X <= Y", "X > Y", "X >= Y", "X + Y", "X - Y", "X * Y", "X / Y", "X % Y", "-X", "!X",
	"X && Y", "X || Y", `X && Y == "Ab"`, `X || Y == "Ab"`, "X && !Y", "(X == null) || Y",
	"X ? Y : 1", `X ? Y : "a"`, `X ? "a" : Y`, "X ? null : Y", "X ? Y : null", `X ? "a" : "b${Y}"`, `X ? "${Y}" : 1`, "X ? Y + 1 : null", "X ? null : Y / 10", `X ? null : "${Y}"`, "X ? null : null",
	`X ? Y == 1 : true`, `"a${X}b${Y}"`, `"${X}"`, `"${X}-"`, `"a-${X ? "x" : Y}"`,
	`get(X, "a")`, `get(X, "a", Y)`, `get(X, "b", Y)`, `get(X, "c.d", Y)`, "get(X, Y)", `get(X, "a", Y, 1)`, `get(X, "b") == null ? null : get(Y, "a") / 10`,
	"first(X, Y)", "first(X...)", "known(X, Y)", "coalesce(X, Y)", "coalesce(X)", `coalesce(X, "a")`, "coalesce(X, Y, 3)", `coalesce(X, Y, "a")`, "coalesce(X, 1, Y)", "coalesce(notext, X, Y)", "coalesce(X, nobool, Y)", "sum(X)", "sum([X, Y])", "sum([])", "first_priced([X, Y])", "first_priced(X)", "first_priced([for v in [X, Y] : v])", `first_priced([for v in ["no/such", X] : "ec2/m5.large/linux/${v}"])`, "priced(X)", "machine(X)", "machine(X, Y)", "sum([for v in [X] : 1])", "sum(X, Y)", "length(X)", "length(X, Y)",
	"contains(X, Y)", `contains(["Ab", "c"], X)`, `contains([X, Y], "Ab")`, "concat(X, Y)", "concat(X)", "concat([X], Y)", "concat(texts, X, Y)", "lower(X)", "upper(X)", "lower(X) == Y", "startswith(X, Y)", "endswith(X, Y)", `endswith(X, "b")`,
	`regex("b", X)`, `regex("(A)(z)?(.)", X)`, `regexall("[a-zA-Z]", X)`, `regexall("(A)(z)?", X)`, `regexall("(?P<n>A)", X)`, `regexall("(", X)`, "regexall(X, Y)", `regexall("none", X) == Y`,
	"lookup({ a = X }, Y, 1)", "{ a = X, b = Y }", "[X, lower(Y)]", "[for v in X : lower(v) if v != Y]", "[for v in X : v]", "[for k, v in X : [k, v == Y]]", "[for v in X : v if Y]", "[for v in X : v if v]", "[for v in [Y, X] : v == Y if v == Y]", "[for v in X : [for w in Y : w if w == v]]", `[for v in ["a"] : [for w in X : "${v}${w}"]]`, `[for v in X : get(v, "a") if get(v, "a") != null]`, `{ for k, v in X : "${k}" => v == Y }`, "{ a = X, Ab = 1 }[Y]", "[X, Y][0]", "unheard(X)", "max(X, Y)", "min(X, Y, 3)", "max(X)", "ceil(X)", "floor(X)", "ceil(-2.5)", "floor(-2.5)", "tonumber(X)", `lookup({ a = "x", Ab = "y" }, X, Y)`, `lookup({ a = "x", Ab = 2 }, X, "z")`, `lookup({ Ab = null }, X, Y)`,
	"trimprefix(X, Y)", `trimsuffix(X, "b")`, "replace(X, Y, X)", `replace(X, "/b/", Y)`, "split(X, Y)", `split("b", X)`, `[for v in split("b", X) : v if v != Y]`, `contains(split("b", X), Y)`, `length(split("", X))`, `split("", "")`,
}

// TestQuickIsHCL: a quick node comes to what HCL comes to, and says what HCL
// says, whatever it is given.
func TestQuickIsHCL(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	ctx := est.functions("aws", "us-east-1").NewChild()
	ctx.Variables = operands
	names := append(sortedKeys(operands), "missing")
	parse := func(src string) hclsyntax.Expression {
		e, diags := hclsyntax.ParseExpression([]byte(src), "form", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatalf("%s: %s", src, diags)
		}
		return e
	}
	for _, form := range forms {
		for _, x := range names {
			for _, y := range names {
				if !strings.Contains(form, "Y") && y != names[0] {
					continue
				}
				src := strings.NewReplacer("X", x, "Y", y).Replace(form)
				compare(t, src, parse(src), quicken(parse(src)), ctx)
				compare(t, src+" without context", parse(src), quicken(parse(src)), nil)
			}
		}
	}
}

// TestFirstPriced: the first that has a price in the region, null where none has,
// and unknown where nobody knows the region or one of them.
func TestFirstPriced(t *testing.T) {
	est := New(catalogue.Embedded(), Options{})
	const have = `"ec2/m5.large/linux/on-demand"`
	null, unknown := cty.NullVal(cty.String), cty.UnknownVal(cty.String)
	for _, c := range []struct {
		region, src string
		want        cty.Value
	}{
		{"us-east-1", `first_priced(["no/such", ` + have + `, "ec2/m5.xlarge/linux/on-demand"])`, cty.StringVal("ec2/m5.large/linux/on-demand")},
		{"us-east-1", `first_priced([for s in ["m0.none", "m5.large", "m5.xlarge"] : "ec2/${s}/linux/on-demand"])`, cty.StringVal("ec2/m5.large/linux/on-demand")},
		{"us-east-1", `first_priced(["no/such"])`, null},
		{"us-east-1", `first_priced([for s in ["no/such"] : s])`, null},
		{"nowhere-1", `first_priced([` + have + `])`, null},
		{"", `first_priced([` + have + `])`, unknown},
		{"", `first_priced([for s in [` + have + `] : s])`, unknown},
		{"us-east-1", `first_priced([hidden, ` + have + `])`, unknown},
	} {
		e, diags := hclsyntax.ParseExpression([]byte(c.src), "form", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		ctx := est.functions("aws", c.region).NewChild()
		ctx.Variables = operands
		for _, e := range []hclsyntax.Expression{e, quicken(e)} {
			if v, diags := e.Value(ctx); diags.HasErrors() || v.IsKnown() != c.want.IsKnown() || v.IsKnown() && !v.RawEquals(c.want) {
				t.Errorf("%s in %q: %#v %s, want %#v", c.src, c.region, v, diags, c.want)
			}
		}
	}
}

func compare(t *testing.T, src string, plain, quick hclsyntax.Expression, ctx *hcl.EvalContext) {
	t.Helper()
	outcome := func(e hclsyntax.Expression) (v cty.Value, said string) {
		defer func() {
			if p := recover(); p != nil {
				v, said = cty.NilVal, "panic"
			}
		}()
		v, diags := e.Value(ctx)
		texts := []string{}
		for _, d := range diags {
			texts = append(texts, d.Detail)
		}
		return v, strings.Join(slices.Sorted(slices.Values(texts)), "; ")
	}
	want, wantSaid := outcome(plain)
	got, gotSaid := outcome(quick)
	if (want == cty.NilVal) != (got == cty.NilVal) || want != cty.NilVal && !got.RawEquals(want) {
		t.Errorf("%s: got %#v, want %#v", src, got, want)
	}
	if gotSaid != wantSaid {
		t.Errorf("%s: said %q, want %q", src, gotSaid, wantSaid)
	}
}
