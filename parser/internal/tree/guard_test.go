package tree

import (
	"fmt"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// openers are what nests, or ends what nests, when it is repeated alone or in
// turn with another.
var openers = []string{
	"(", "[", "{", "f(", "a[", "!", "-", "a?", "a?b:", "1+", "\n", "}", `"`, `"${`, "$${", "%{if a}", "%{endif}", "%{ endifx}",
	"<<A\n", "<<A\n${", "A\n", "{a=", "{for x in a: x=>", "a {\n", "[*]", "/*", "*/", "#(\n", `\"`, "\xff",
}

// passes hands source to the parser, and walks over what came out, if the
// guard lets it pass.
func passes(src []byte) bool {
	if tooDeep(src, "x.tf", hcl.InitialPos) != nil {
		return false
	}
	file, _ := hclsyntax.ParseConfig(src, "x.tf", hcl.InitialPos)
	nativeFile(file.Body.(*hclsyntax.Body))
	return true
}

// TestNothingOverflows repeats each pair of openers on a small stack: were the
// guard to miss what nests, the stack would overflow and end the test.
func TestNothingOverflows(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(8 << 20))
	refused := 0
	for _, a := range openers {
		for _, b := range openers {
			if !passes([]byte("x = " + strings.Repeat(a+b, 2500))) {
				refused++
			}
		}
	}
	if refused < len(openers)*len(openers)/3 {
		t.Errorf("only %d were refused", refused)
	}
}

// TestRefused names the line of what stands too deep.
func TestRefused(t *testing.T) {
	deep := func(open string) string { return "a = 1\nb = " + strings.Repeat(open, 100_000) }
	for name, src := range map[string]string{
		"parentheses":   deep("("),
		"lists":         deep("["),
		"objects":       deep("{a="),
		"calls":         deep("f("),
		"templates":     deep(`"${`),
		"signs":         deep("-"),
		"negations":     deep("!"),
		"conditionals":  deep("a?b:"),
		"sums":          deep("1+"),
		"indexes":       deep("[a]"),
		"for":           deep("[for x in "),
		"heredocs":      deep("<<A\n${"),
		"directives":    `a = 1` + "\nb = \"" + strings.Repeat("%{if a}", 100_000),
		"blocks":        "a = 1\n" + strings.Repeat("b {", 100_000),
		"behind a text": "a = 1\nb = \"$${\\\"}\" + " + strings.Repeat("(", 100_000),
		"open comment":  "a = 1\n" + strings.Repeat("/*", 100_000),
		"long text":     "a = 1\nb = <<A\n" + strings.Repeat("x\n", 20_000) + "A\n",
	} {
		t.Run(name, func(t *testing.T) {
			d := tooDeep([]byte(src), "x.tf", hcl.InitialPos)
			if d == nil {
				t.Fatal("not refused")
			}
			if d.Subject.Start.Line < 2 || d.Subject.Filename != "x.tf" {
				t.Error(d.Subject)
			}
		})
	}
}

// TestLetPass is what people write.
func TestLetPass(t *testing.T) {
	nested := strings.Repeat("[", 200) + strings.Repeat("]", 200)
	list := "a = [\n" + strings.Repeat("  { x = \"y\", z = (1 + 2) * -3 ? !a : b[c] }, # (((\n", 5000) + "]\n"
	text := "a = <<-EOT\n" + strings.Repeat("  ((( [[[ {{{ $${ \" ${var.x} %{ if a }b%{ else }c%{ endif }\n", 1500) + "  EOT\n"
	lines := strings.Repeat("a = -1 + -2 - !b\n", 20_000)
	joined := strings.Repeat("resource \"a\" \"b\" {\n x = \"${a}-${b}-((((\"\n /* ((( */\n // (((\n}\n", 2000)
	for _, src := range []string{"a = " + nested, list, text, lines, joined, "a = \"" + strings.Repeat("(", 5000) + "\"\n"} {
		if d := tooDeep([]byte(src), "x.tf", hcl.InitialPos); d != nil {
			t.Errorf("%.40q: %s, line %d", src, d.Detail, d.Subject.Start.Line)
		}
	}
}

func TestJSONRefused(t *testing.T) {
	for _, src := range []string{strings.Repeat("[", 100_000), strings.Repeat(`{"a":`, 100_000), `{"a\"]]": "]]", "b":` + strings.Repeat("[", 501)} {
		if jsonTooDeep([]byte(src), "x.tf.json", hcl.InitialPos) == nil {
			t.Errorf("%.40s: not refused", src)
		}
	}
	if d := jsonTooDeep([]byte(`{"a": "`+strings.Repeat("[", 5000)+`", "b": [`+strings.Repeat("[],", 5000)+"[]]}"), "x.tf.json", hcl.InitialPos); d != nil {
		t.Error(d)
	}
}

// depth is how many nodes stand inside each other.
type depth struct{ now, most int }

func (d *depth) Enter(hclsyntax.Node) hcl.Diagnostics {
	d.now++
	d.most = max(d.most, d.now)
	return nil
}
func (d *depth) Exit(hclsyntax.Node) hcl.Diagnostics { d.now--; return nil }

// FuzzGuard compares what the guard measures with what the parser makes.
func FuzzGuard(f *testing.F) {
	for i, a := range openers {
		f.Add("x = " + a + openers[(i+7)%len(openers)] + "a")
	}
	f.Add("x = <<A\n$${ ${ a ~} }\nA\ny = \"%%{ ${\"}\"} $\" ? [1][*].a : -2\n")
	f.Fuzz(func(t *testing.T, src string) {
		g := guard{src: []byte(src)}
		g.push(frame{})
		nest, chain := 0, 0
		for g.at < len(g.src) {
			if why := g.step(); why != "" {
				return
			}
			nest, chain = max(nest, g.nest), max(chain, g.chain)
		}
		file, diags := hclsyntax.ParseConfig([]byte(src), "x.tf", hcl.InitialPos)
		d := depth{}
		hclsyntax.Walk(file.Body.(*hclsyntax.Body), &d)
		// A bracket in the source makes at most an attribute list, an
		// attribute, a key and a value.
		if bound := 5 + 5*(nest+chain); d.most > bound {
			t.Errorf("%q: %d nodes deep, measured %d and %d (%s)", src, d.most, nest, chain, fmt.Sprint(diags))
		}
	})
}

// FuzzRepeated repeats a piece of source on a small stack.
func FuzzRepeated(f *testing.F) {
	defer debug.SetMaxStack(debug.SetMaxStack(8 << 20))
	for i, a := range openers {
		f.Add("x = ", a+openers[(i+11)%len(openers)]+a)
	}
	f.Fuzz(func(t *testing.T, before, piece string) {
		if len(before)+len(piece) < 60 {
			passes([]byte(before + strings.Repeat(piece, 2500)))
		}
	})
}
