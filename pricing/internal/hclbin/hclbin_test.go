package hclbin

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// same compares bodies by all but their places; numbers have to be as exact,
// because what is computed of them is.
var same = cmp.Options{
	cmpopts.IgnoreTypes(hcl.Range{}, []hcl.Range{}),
	cmpopts.IgnoreUnexported(hclsyntax.Body{}),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b *hclsyntax.Operation) bool { return a == b }),
	cmp.Comparer(func(a, b cty.Value) bool {
		if !a.RawEquals(b) || a.Type() != cty.Number {
			return a.RawEquals(b)
		}
		return a.AsBigFloat().Prec() == b.AsBigFloat().Prec()
	}),
	cmp.FilterPath(func(p cmp.Path) bool {
		name := p.Last().String()
		return name == ".EndRange" || strings.HasPrefix(name, ".traverser") || strings.HasPrefix(name, ".isTraverser")
	}, cmp.Ignore()),
}

func parsed(t *testing.T, src []byte) *hclsyntax.Body {
	t.Helper()
	f, diags := hclsyntax.ParseConfig(src, "test.hcl", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return f.Body.(*hclsyntax.Body)
}

func checkSame(t *testing.T, src []byte) {
	t.Helper()
	want := parsed(t, src)
	out, err := Encode(want)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, Decode(string(out)), same); diff != "" {
		t.Errorf("what is read back differs:\n%s", diff)
	}
}

// TestEveryNode: each kind of node comes back as it was.
func TestEveryNode(t *testing.T) {
	checkSame(t, []byte(`
a = null
b = [true, false, 0, 1.25, 1e30, 0.1, "", "ö"]
c = "x${a.b}y${1}"
d = "${a}"
e = a.b[0].c["k"]
f = g(1, h()...)
i = -(1 + 2 - 3 * 4 / 5 % 6)
j = !(a == b || a != b && a < b) || a <= b || a > b || a >= b
k = a ? b : null
l = { x = 1, "y" = 2, (z) = 3, "p${q}" = 4 }[m]
n = [for v in a : v if v > 1]
o = { for k, v in a : k => v... }
p = {}
q = []
r = f(x).y
block "label" "other" {
  s = 1
  inner {}
}
`))
}

// TestCards: every card of ours is written the same once it was read back.
func TestCards(t *testing.T) {
	cards := os.DirFS("../../cards")
	n := 0
	err := fs.WalkDir(cards, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".hcl" {
			return err
		}
		src, err := fs.ReadFile(cards, file)
		if err != nil {
			return err
		}
		n++
		out, err := Encode(parsed(t, src))
		if err != nil {
			t.Errorf("%s: %v", file, err)
			return nil
		}
		if again, err := Encode(Decode(string(out))); err != nil || !bytes.Equal(out, again) {
			t.Errorf("%s comes back as another card (%v)", file, err)
		}
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("%d cards: %v", n, err)
	}
}

// TestUnknownNode: what the format does not know is an error, not a loss.
func TestUnknownNode(t *testing.T) {
	if _, err := Encode(parsed(t, []byte("a = b[*].c\n"))); err == nil {
		t.Error("a splat was written down")
	}
}

func BenchmarkDecode(b *testing.B) {
	src, err := os.ReadFile("../../cards/aws/aws_instance.hcl")
	if err != nil {
		b.Fatal(err)
	}
	f, _ := hclsyntax.ParseConfig(src, "test.hcl", hcl.InitialPos)
	out, err := Encode(f.Body.(*hclsyntax.Body))
	if err != nil {
		b.Fatal(err)
	}
	b.Run("text", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			hclsyntax.ParseConfig(src, "test.hcl", hcl.InitialPos)
		}
	})
	b.Run("image", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Decode(string(out))
		}
	})
}
