package functions

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// doubled is a value that holds itself twice, depth times over: small in
// memory, and long to walk.
func doubled(depth int) cty.Value {
	v := cty.TupleVal([]cty.Value{cty.StringVal("x")})
	for range depth {
		v = cty.TupleVal([]cty.Value{v, v})
	}
	return v
}

// Each of these would take minutes, gigabytes or the whole process.
func TestTooLargeIsRefusedBeforeTheWork(t *testing.T) {
	text := func(s string, n int) cty.Value { return cty.StringVal(strings.Repeat(s, n)) }
	list := func(n int) cty.Value {
		elems := make([]cty.Value, n)
		for i := range elems {
			elems[i] = cty.StringVal("abcdefghij")
		}
		return cty.ListVal(elems)
	}
	num := func(n int64) cty.Value { return cty.NumberIntVal(n) }
	table := Table(tree(t))
	for i, c := range []struct {
		name string
		args []cty.Value
	}{
		{"flatten", []cty.Value{doubled(18)}},
		{"jsonencode", []cty.Value{doubled(18)}},
		{"yamlencode", []cty.Value{doubled(18)}},
		{"provider::terraform::encode_expr", []cty.Value{doubled(18)}},
		{"core::jsonencode", []cty.Value{doubled(18)}},
		{"contains", []cty.Value{doubled(18), cty.StringVal("y")}},
		{"format", []cty.Value{cty.StringVal("%v"), doubled(18)}},
		{"ephemeralasnull", []cty.Value{doubled(18)}},
		{"concat", []cty.Value{list(maxElements), list(1)}},
		{"setproduct", []cty.Value{list(1000), list(1000)}},
		{"setproduct", []cty.Value{list(3), list(3), list(3), list(3), list(3), list(3), list(3), list(3), list(3), list(3), list(3)}},
		{"chunklist", []cty.Value{list(maxElements + 1), num(2)}},
		{"distinct", []cty.Value{list(maxElements + 1)}},
		{"join", []cty.Value{text("x", 1<<20), list(100)}},
		{"join", []cty.Value{text("", 1), list(maxElements), list(maxElements)}},
		{"split", []cty.Value{cty.StringVal(","), text(",", maxElements+1)}},
		{"format", []cty.Value{cty.StringVal("%999999999d"), num(1)}},
		{"format", []cty.Value{cty.StringVal("%.999999999f"), num(1)}},
		{"format", []cty.Value{cty.StringVal("%99999999999999999999999d"), num(1)}},
		{"format", []cty.Value{text("%[1]s", 100), text("x", 1<<20)}},
		{"formatlist", []cty.Value{cty.StringVal("%100d"), cty.TupleVal([]cty.Value{num(1)}), num(1), list(maxElements)}},
		{"formatlist", []cty.Value{cty.StringVal("%s%s"), text("x", 1<<16), list(1000)}},
		{"indent", []cty.Value{num(1 << 40), cty.StringVal("a\nb")}},
		{"indent", []cty.Value{num(1 << 20), text("\n", 10)}},
		{"replace", []cty.Value{text("a", 1<<20), cty.StringVal("a"), cty.StringVal("bbbbbbbbbb")}},
		{"replace", []cty.Value{text("a", 1<<20), cty.StringVal(""), cty.StringVal("bbbbbbbbbb")}},
		{"replace", []cty.Value{text("a", 1<<12), cty.StringVal("/a+/"), text("$0", 1<<12)}},
		{"replace", []cty.Value{text("a", 1<<20), cty.StringVal("/a.*?z|./"), cty.StringVal("")}},
		{"regexall", []cty.Value{cty.StringVal("a.*?z|."), text("a", 1<<17)}},
		{"regexall", []cty.Value{cty.StringVal(""), text("a", maxElements+1)}},
		{"regex", []cty.Value{cty.StringVal("(?:(?:a?){30}){30}b"), text("a", 4<<20)}},
		{"jsondecode", []cty.Value{text("[", 4<<20)}},
		{"jsondecode", []cty.Value{text(`{"a":`, 2000)}},
		{"jsondecode", []cty.Value{cty.StringVal("[" + strings.Repeat("1,", maxElements+1) + "1]")}},
		{"jsondecode", []cty.Value{cty.StringVal("1e99999999")}},
		{"tonumber", []cty.Value{cty.StringVal("1e-99999999")}},
		{"yamldecode", []cty.Value{text("- 1\n", maxElements+1)}},
		{"yamldecode", []cty.Value{cty.StringVal(laughs(12))}},
		{"csvdecode", []cty.Value{text("1,2\n", maxElements)}},
		{"parseint", []cty.Value{text("9", 1<<20), num(10)}},
		{"upper", []cty.Value{text("a", maxBytes+1)}},
		{"base64gunzip", []cty.Value{compressed(t)}},
		{"cidrsubnets", append([]cty.Value{cty.StringVal("10.0.0.0/8")}, slices.Repeat([]cty.Value{num(8)}, maxElements+1)...)},
		{"templatestring", []cty.Value{cty.StringVal(nestedLoops), cty.EmptyObjectVal}},
		{"templatestring", []cty.Value{text("${x}", 1000), cty.ObjectVal(map[string]cty.Value{"x": text("x", 1<<20)})}},
		{"assumelistlengthmin", []cty.Value{cty.UnknownVal(cty.List(cty.String)), num(1 << 40)}},
	} {
		t.Run(fmt.Sprint(i, c.name), func(t *testing.T) {
			v, err := table[c.name].Call(c.args)
			if err == nil || !strings.Contains(err.Error(), "too large") {
				t.Errorf("gives %.80s, %v; want an error that it is too large", fmt.Sprintf("%#v", v), err)
			}
		})
	}
}

const nestedLoops = "%{for a in range(1000)}%{for b in range(1000)}%{for c in range(1000)}%{for d in range(1000)}x%{endfor}%{endfor}%{endfor}%{endfor}"

// laughs is YAML of a few hundred bytes that stands for 9 to the n.
func laughs(n int) string {
	out := "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i <= n; i++ {
		out += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9), ", "))
	}
	return out
}

// compressed is a few kilobytes of gzip that stand for more than the limit.
func compressed(t *testing.T) cty.Value {
	t.Helper()
	s, err := zip(strings.Repeat("a", maxBytes+1))
	if err != nil {
		t.Fatal(err)
	}
	return cty.StringVal(s)
}

// What the parser cannot stand is refused before it sees it: its stack cannot
// be caught running out.
func TestDeepTemplatesAreRefused(t *testing.T) {
	ctx := scope(t, tree(t))
	deep := func(before, after string, n int) string { return strings.Repeat(before, n) + strings.Repeat(after, n) }
	for _, text := range []string{
		"${" + deep("(", ")", 100_000) + "}",
		"${" + deep("[", "]", 100_000) + "}",
		"${" + strings.Repeat("!", 100_000) + "true}",
		"${" + strings.Repeat("1+", 100_000) + "1}",
		deep(`${"`, `"}`, 100_000),
		deep("%{if true}", "%{endif}", 10_000),
		deep("%{for x in []}", "%{endfor}", 10_000),
		"${" + strings.Repeat("true ? 1 : ", 50_000) + "1}",
	} {
		v, err := ctx.Functions["templatestring"].Call([]cty.Value{cty.StringVal(text), cty.EmptyObjectVal})
		if err == nil || !strings.Contains(err.Error(), "nests too deep or is too long") {
			t.Errorf("%.20s... gives %.80s, %v", text, fmt.Sprintf("%#v", v), err)
		}
	}
	v, err := ctx.Functions["provider::terraform::decode_tfvars"].Call([]cty.Value{cty.StringVal("a = " + deep("[", "]", 100_000))})
	if err == nil {
		t.Errorf("decode_tfvars gives %.80s", fmt.Sprintf("%#v", v))
	}
}

func TestTemplatesThatCallThemselvesEnd(t *testing.T) {
	files := tree(t)
	for name, text := range map[string]string{
		"once.tftpl":  `${templatefile("once.tftpl", {})}`,
		"twice.tftpl": `${templatefile("twice.tftpl", {})}${templatefile("twice.tftpl", {})}`,
		"caught.tftpl": `${try(templatefile("caught.tftpl", {}), "")}${try(templatefile("caught.tftpl", {}), "")}` +
			`${try(core::templatefile("caught.tftpl", {}), "")}`,
	} {
		if err := os.WriteFile(filepath.Join(files.Root, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		v, err := Table(files)["templatefile"].Call([]cty.Value{cty.StringVal(name), cty.EmptyObjectVal})
		if name != "caught.tftpl" && err == nil {
			t.Errorf("%s gives %#v", name, v)
		}
	}
}

func TestFilesHaveALimit(t *testing.T) {
	files := tree(t)
	if err := os.WriteFile(filepath.Join(files.Root, "huge.bin"), make([]byte, maxBytes+1), 0o600); err != nil {
		t.Fatal(err)
	}
	table := Table(files)
	for _, name := range []string{"file", "filebase64", "filesha256", "filemd5"} {
		if _, err := table[name].Call([]cty.Value{cty.StringVal("huge.bin")}); err == nil || !strings.Contains(err.Error(), "too large") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if v, err := table["fileexists"].Call([]cty.Value{cty.StringVal("huge.bin")}); err != nil || v.False() {
		t.Errorf("fileexists: %#v, %v", v, err)
	}
}

// What people do write is far below the limits.
func TestLargeButHonestValuesPass(t *testing.T) {
	ctx := scope(t, tree(t))
	for _, expression := range []string{
		`length(flatten([for a in range(100) : [for b in range(100) : "${a}-${b}"]]))`,
		`length(setproduct(range(100), range(100)))`,
		`length(join(",", [for i in range(1000) : "subnet-${i}"]))`,
		`length(regexall("\\w+", join(" ", [for i in range(1000) : "word${i}"])))`,
		`length(replace(join(" ", [for i in range(1000) : "word${i}"]), "/(\\w+)\\d/", "$1"))`,
		`length(jsondecode(jsonencode([for i in range(1000) : {a = i, b = [i]}])))`,
		`length(yamldecode(yamlencode([for i in range(1000) : {a = i, b = [i]}])))`,
		`length(distinct([for i in range(1000) : i % 10]))`,
		`length(templatestring(join("", [for i in range(500) : "$${x}"]), {x = "abc"}))`,
		`length(cidrsubnets("10.0.0.0/8", [for i in range(256) : 8]...))`,
		`length(format("%-80s", "x"))`,
	} {
		if v, err := evaluate(t, expression, ctx); err != nil || !v.IsWhollyKnown() {
			t.Errorf("%s: %#v, %v", expression, v, err)
		}
	}
}

func TestFitsSaysWhy(t *testing.T) {
	if err := Fits(doubled(60)); !errors.As(err, new(TooLarge)) {
		t.Errorf("a doubled list: %v", err)
	}
	if err := Fits(doubled(10)); err != nil {
		t.Errorf("a list of a thousand: %v", err)
	}
	if err := Fits(cty.UnknownVal(cty.List(cty.String)).Mark(Sensitive)); err != nil {
		t.Errorf("an unknown list: %v", err)
	}
}
