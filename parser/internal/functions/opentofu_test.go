package functions

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// The examples are those of OpenTofu's documentation, and corner cases.
func TestWhatOpenTofuHasBeyond(t *testing.T) {
	ctx := scope(t, tree(t))
	ctx.Variables["string"] = cty.UnknownVal(cty.String)
	ctx.Variables["list"] = cty.UnknownVal(cty.List(cty.String))
	ctx.Variables["set"] = cty.UnknownVal(cty.Set(cty.String))
	ctx.Variables["map"] = cty.UnknownVal(cty.Map(cty.String))
	for expression, want := range map[string]string{
		`cidrcontains("192.168.2.0/20", "192.168.2.1")`:                "true",
		`cidrcontains("192.168.2.0/20", "192.168.2.0/22")`:             "true",
		`cidrcontains("192.168.2.0/20", "192.126.2.1")`:                "false",
		`cidrcontains("192.168.2.0/20", "192.126.2.0/18")`:             "false",
		`cidrcontains("10.0.0.0/16", "10.0.0.0/8")`:                    "false",
		`cidrcontains("fe80::/48", "fe80::1")`:                         "true",
		`cidrcontains("fe80::/48", "fe81::1")`:                         "false",
		`cidrcontains("fe80::/48", "10.0.0.1")`:                        failed,
		`cidrcontains("10.0.0.0/8", "x")`:                              failed,
		`cidrcontains("x", "10.0.0.1")`:                                failed,
		`cidrcontains("10.0.0.0/8", string)`:                           unknown,
		`core::cidrcontains("10.0.0.0/8", "10.1.2.3")`:                 "true",
		`urldecode("Hello+World%21")`:                                  `"Hello World!"`,
		`urldecode("%E2%98%83")`:                                       `"☃"`,
		`urldecode("foo%3Abar%40localhost%3Ffoo%3Dbar%26bar%3Dbaz")`:   `"foo:bar@localhost?foo=bar\u0026bar=baz"`,
		`urldecode("%zz")`:                                             failed,
		`urldecode(null)`:                                              failed,
		`base64gunzip(base64gzip("é€😀"))`:                              `"é€😀"`,
		`base64gunzip("!")`:                                            failed,
		`base64gunzip("SGVsbG8=")`:                                     failed,
		`base64gunzip(string)`:                                         unknown,
		`convert("true", bool)`:                                        "true",
		`convert({}, object({ name = optional(string, "OpenTofu") }))`: `{"name":"OpenTofu"}`,
		`convert([1, "2"], set(number))`:                               "[1,2]",
		`convert("x", number)`:                                         failed,
		`convert("x", nonsense)`:                                       failed,
		`convert(string, list(string))`:                                failed,
		`assumeequal("a", "a")`:                                        `"a"`,
		`assumeequal("a", "b")`:                                        failed,
		`assumeequal(string, "b")`:                                     `"b"`,
		`assumenotnull(null)`:                                          failed,
		`assumenotnull("a")`:                                           `"a"`,
		`assumenotnull(string) != null`:                                "true",
		`startswith(assumestringprefix(string, "vpc-"), "vpc-")`:       "true",
		`assumestringprefix("sg-1", "vpc-")`:                           failed,
		`assumestringprefix("vpc-1", "vpc-")`:                          `"vpc-1"`,
		`length(assumelistlengthmin(list, 1)) != 0`:                    "true",
		`length(assumenotnull(assumelistlength(list, 2, 2)))`:          "2",
		`assumelistlengthmax(["a", "b"], 1)`:                           failed,
		`assumesetlength(set, 1, 2)`:                                   unknown,
		`length(assumesetlengthmax(assumenotnull(set), 3)) < 4`:        "true",
		`assumemaplengthmin({ a = 1 }, 2)`:                             failed,
		`length(assumemaplengthmin(map, 2)) != 0`:                      "true",
		`provider::aws::arn_parse("x")`:                                failed,
	} {
		v, err := evaluate(t, expression, ctx)
		if got := shown(v, err, ctx); got != want {
			t.Errorf("%s is %s (%v); want %s", expression, got, err, want)
		}
	}
}

// What depends on the clock, on chance or on the machine is known to be a
// string, and no more.
func TestImpureFunctionsAreUnknown(t *testing.T) {
	ctx := scope(t, tree(t))
	for _, expression := range []string{
		`timestamp()`, `plantimestamp()`, `uuid()`, `bcrypt("a")`, `bcrypt("a", 4)`, `pathexpand("~")`, `pathexpand("~/.ssh")`, `core::timestamp()`,
	} {
		v, err := evaluate(t, expression, ctx)
		if err != nil || v.IsKnown() || v.Type() != cty.String || v.Range().CouldBeNull() {
			t.Errorf("%s is %#v, %v", expression, v, err)
		}
	}
	for _, expression := range []string{`timestamp(1)`, `uuid("a")`, `bcrypt()`, `bcrypt(null)`} {
		if v, err := evaluate(t, expression, ctx); err == nil {
			t.Errorf("%s is %#v", expression, v)
		}
	}
}

func TestEphemeralAsNull(t *testing.T) {
	table := Table(tree(t))
	given := cty.ObjectVal(map[string]cty.Value{
		"a": cty.StringVal("x").Mark(Ephemeral),
		"b": cty.ListVal([]cty.Value{cty.NumberIntVal(1)}).Mark(Ephemeral).Mark(Sensitive),
		"c": cty.StringVal("y").Mark(Sensitive),
	})
	want := cty.ObjectVal(map[string]cty.Value{
		"a": cty.NullVal(cty.String),
		"b": cty.NullVal(cty.List(cty.Number)).Mark(Sensitive),
		"c": cty.StringVal("y").Mark(Sensitive),
	})
	if v, err := table["ephemeralasnull"].Call([]cty.Value{given}); err != nil || !v.RawEquals(want) {
		t.Errorf("gives %#v, %v", v, err)
	}
}
