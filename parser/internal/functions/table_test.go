package functions

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// notInTerraform are functions the console has not, or whose results it makes
// up anew each time. They have tests of their own.
var notInTerraform = []string{
	"assumeequal", "assumelistlength", "assumelistlengthmax", "assumelistlengthmin", "assumemaplength", "assumemaplengthmax", "assumemaplengthmin",
	"assumenotnull", "assumesetlength", "assumesetlengthmax", "assumesetlengthmin", "assumestringprefix",
	"base64gunzip", "bcrypt", "cidrcontains", "convert", "plantimestamp", "timestamp", "urldecode", "uuid",
}

func TestEveryFunctionIsRecorded(t *testing.T) {
	cases := map[string]int{}
	for _, e := range readConsole(t) {
		if name, _, ok := strings.Cut(e.expression, "("); ok {
			cases[name]++
		}
	}
	table := Table(tree(t))
	recorded := 0
	for _, name := range slices.Sorted(maps.Keys(table)) {
		if slices.Contains(notInTerraform, name) || strings.HasPrefix(name, core) {
			continue
		}
		recorded++
		if cases[name] < 4 {
			t.Errorf("%s has %d cases in testdata/console.tsv; want at least 4", name, cases[name])
		}
	}
	if recorded != 114+3 {
		t.Errorf("%d functions are Terraform's; it has 118 with the four that are not recorded, and three of its provider", recorded)
	}
	for name := range table {
		if strings.Contains(name, "::") {
			continue
		}
		if _, ok := table[core+name]; !ok {
			t.Errorf("%s cannot be called as %s%s", name, core, name)
		}
	}
}

// A module's table is its own: what one writes into it no other sees.
func TestTablesAreApart(t *testing.T) {
	one := Table(tree(t))
	delete(one, "upper")
	if _, ok := Table(tree(t))["upper"]; !ok {
		t.Error("taking a function out of one table takes it out of another")
	}
}

// calls are the recorded expressions that are one call, with their arguments
// evaluated.
func calls(t *testing.T, ctx *hcl.EvalContext, do func(e entry, name string, args []cty.Value)) {
	t.Helper()
	for _, e := range readConsole(t) {
		if e.expression == "" || e.expression[0] == '#' {
			continue
		}
		expr, diags := hclsyntax.ParseExpression([]byte(e.expression), "", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		call, ok := expr.(*hclsyntax.FunctionCallExpr)
		if !ok || call.ExpandFinal || strings.Contains(e.expression, "sensitive") || slices.Contains([]string{"can", "try", "core::try"}, call.Name) {
			continue
		}
		var args []cty.Value
		for _, x := range call.Args {
			v, diags := x.Value(ctx)
			if diags.HasErrors() {
				args = nil
				break
			}
			args = append(args, v)
		}
		if len(args) > 0 {
			do(e, call.Name, args)
		}
	}
}

// call evaluates a call with given arguments as HCL does, conversions and all.
func call(t *testing.T, ctx *hcl.EvalContext, name string, args []cty.Value) (cty.Value, error) {
	t.Helper()
	inner := ctx.NewChild()
	inner.Variables = map[string]cty.Value{}
	var names []string
	for i, v := range args {
		names = append(names, "arg"+string(rune('a'+i)))
		inner.Variables[names[i]] = v
	}
	return evaluate(t, name+"("+strings.Join(names, ",")+")", inner)
}

// Whatever a call is made with, and each of its arguments by turns, leaves its
// mark on the result. (Where the result is unknown there is nothing to hide, and
// some functions of go-cty do not mark it; nor are nulls that are passed over.)
func TestMarksAreKept(t *testing.T) {
	ctx := scope(t, tree(t))
	tested := 0
	calls(t, ctx, func(e entry, name string, args []cty.Value) {
		plain, err := call(t, ctx, name, args)
		if err != nil {
			return
		}
		for i := range args {
			if !looksAt(name, i) || args[i].IsNull() || !plain.IsKnown() {
				continue
			}
			marked := slices.Clone(args)
			marked[i] = marked[i].Mark(Ephemeral)
			v, err := call(t, ctx, name, marked)
			if err != nil {
				t.Errorf("%s with argument %d marked: %v", e.expression, i, err)
				continue
			}
			if bare, _ := v.UnmarkDeep(); !v.HasMarkDeep(Ephemeral) || (name != "ephemeralasnull" && !bare.RawEquals(plain)) {
				t.Errorf("%s with argument %d marked gives %#v", e.expression, i, v)
			}
			tested++
		}
	})
	if tested < 800 {
		t.Errorf("only %d calls were tested", tested)
	}
}

// looksAt is whether the result of a function depends on an argument always.
// lookup gives the default, or does not.
func looksAt(name string, arg int) bool {
	switch name {
	case "ephemeralasnull", "issensitive":
		return false
	case "lookup":
		return arg < 2
	}
	return true
}

// The reason why a call with a sensitive argument fails does not show it.
func TestErrorsKeepSecrets(t *testing.T) {
	ctx := scope(t, tree(t))
	tested := 0
	calls(t, ctx, func(e entry, name string, args []cty.Value) {
		secret := slices.Clone(args)
		for i := range secret {
			secret[i] = secret[i].Mark(Sensitive)
		}
		_, err := call(t, ctx, name, secret)
		if err == nil {
			return
		}
		tested++
		for _, v := range args {
			if s := textOf(v); len(s) > 2 && strings.Contains(err.Error(), s) && !strings.Contains(name, s) {
				t.Errorf("%s: the error shows an argument: %v", e.expression, err)
			}
		}
	})
	if tested < 150 {
		t.Errorf("only %d failing calls were tested", tested)
	}
}

// With any argument unknown the result is unknown, or what it would be anyway,
// or the call is wrong whatever the argument will be.
func TestUnknownArgumentsGiveNothingElse(t *testing.T) {
	ctx := scope(t, tree(t))
	calls(t, ctx, func(e entry, name string, args []cty.Value) {
		plain, err := call(t, ctx, name, args)
		if err != nil {
			return
		}
		for i, v := range args {
			if !v.IsKnown() || v.IsNull() {
				continue
			}
			for _, unknown := range []cty.Value{cty.UnknownVal(v.Type()), cty.DynamicVal} {
				with := slices.Clone(args)
				with[i] = unknown
				got, err := call(t, ctx, name, with)
				if err != nil {
					t.Errorf("%s with argument %d unknown (%#v): %v", e.expression, i, unknown, err)
					continue
				}
				if name == "coalesce" && unknown == cty.DynamicVal {
					continue // Terraform too takes the first, not asking what types may yet come
				}
				if got.IsWhollyKnown() && !got.RawEquals(plain) {
					t.Errorf("%s with argument %d unknown (%#v) gives %#v", e.expression, i, unknown, got)
				}
				if ty := got.Type(); unknown != cty.DynamicVal && ty != cty.DynamicPseudoType && plain.Type() != cty.DynamicPseudoType && len(ty.TestConformance(plain.Type())) > 0 && len(plain.Type().TestConformance(ty)) > 0 {
					t.Errorf("%s with argument %d unknown (%#v) gives a value of %#v, otherwise of %#v", e.expression, i, unknown, ty, plain.Type())
				}
			}
		}
	})
}

// Odd arguments of all kinds, in any place: an answer or a plain error.
func TestNothingPanics(t *testing.T) {
	odd := []cty.Value{
		cty.NumberIntVal(-1), cty.StringVal(""), cty.NullVal(cty.DynamicPseudoType), cty.PositiveInfinity, cty.DynamicVal,
		cty.ListVal([]cty.Value{cty.NullVal(cty.String)}),
		cty.EmptyTupleVal, cty.MustParseNumberVal("1e300"), cty.NumberFloatVal(0.5), cty.StringVal("%!%[]*é\x00"), cty.StringVal("10.0.0.0/8"),
		cty.SetVal([]cty.Value{cty.UnknownVal(cty.String)}), cty.EmptyObjectVal, cty.MapValEmpty(cty.DynamicPseudoType),
		cty.UnknownVal(cty.String), cty.True.Mark(Sensitive), cty.ListValEmpty(cty.DynamicPseudoType), cty.NullVal(cty.List(cty.String)),
		cty.TupleVal([]cty.Value{cty.DynamicVal, cty.NullVal(cty.Bool)}),
	}
	ctx := scope(t, tree(t))
	ask := func(name string, args ...cty.Value) {
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%s(%#v) panics: %v", name, args, r)
			}
		}()
		if v, err := call(t, ctx, name, args); err != nil && strings.Contains(err.Error(), "panic") {
			t.Errorf("%s(%#v) gives %#v, %.300v", name, args, v, err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(ctx.Functions)) {
		if strings.HasPrefix(name, core) {
			continue
		}
		for i, a := range odd {
			ask(name, a)
			for j, b := range odd {
				ask(name, a, b)
				for _, c := range odd[:6] {
					if i < 12 && j < 12 {
						ask(name, a, b, c)
					}
				}
			}
		}
	}
}
