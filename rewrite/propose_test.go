package rewrite

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestPropose(t *testing.T) {
	text := func(path, v string) Value { return Value{path, cty.StringVal(v)} }
	for name, c := range map[string]struct {
		src    string // the block begins on line 2
		values []Value
		want   Edit
		why    string // "": proposed
	}{
		"a text":            {"resource \"a\" \"x\" {\n  k = \"old\" # why\n}\n", []Value{text("k", "new")}, Edit{3, 3, "  k = \"new\" # why"}, ""},
		"lined up":          {"resource \"a\" \"x\" {\n  longer = 1\n  k      = 2\n}\n", []Value{{"k", cty.NumberIntVal(10)}}, Edit{4, 4, "  k      = 10"}, ""},
		"not written":       {"resource \"a\" \"x\" {\n  secret = \"s\"\n}\n", []Value{{"k", cty.True}}, Edit{2, 2, "resource \"a\" \"x\" {\n  k      = true"}, ""},
		"of a longer name":  {"resource \"a\" \"x\" {\n  k = \"s\"\n}\n", []Value{{"longer", cty.True}}, Edit{2, 2, "resource \"a\" \"x\" {\n  longer = true\n"}, ""},
		"an empty block":    {"resource \"a\" \"x\" {\n}\n", []Value{{"k", cty.True}}, Edit{2, 2, "resource \"a\" \"x\" {\n  k = true"}, ""},
		"in a nested block": {"resource \"a\" \"x\" {\n  b {\n    l = 1\n  }\n}\n", []Value{text("b.k", "new")}, Edit{3, 3, "  b {\n    k = \"new\""}, ""},
		"two beside":        {"resource \"a\" \"x\" {\n  k = \"old\"\n  l = 1\n}\n", []Value{text("k", "new"), {"l", cty.NumberIntVal(2)}}, Edit{3, 4, "  k = \"new\"\n  l = 2"}, ""},
		"letters of others": {"resource \"a\" \"x\" {\n  k = \"äöü\" # ß\n}\n", []Value{text("k", "new")}, Edit{3, 3, "  k = \"new\" # ß"}, ""},
		"laid out by hand":  {"resource \"a\" \"x\" {\n  k=1\n  longer   =  2\n}\n", []Value{{"k", cty.NumberIntVal(3)}}, Edit{3, 3, "  k=3"}, ""},
		"two apart":         {"resource \"a\" \"x\" {\n  k = \"old\"\n  m = 0\n  l = 1\n}\n", []Value{text("k", "new"), {"l", cty.NumberIntVal(2)}}, Edit{}, "stand apart"},
		"two on a line":     {"resource \"a\" \"x\" {\n  b { k = 1 }\n}\n", []Value{{"b.k", cty.NumberIntVal(3)}}, Edit{}, "line of its own"},
		"an expression":     {"resource \"a\" \"x\" {\n  k = var.b\n}\n", []Value{text("k", "new")}, Edit{}, "plain value"},
		"on one line":       {"resource \"a\" \"x\" {}\n", []Value{text("k", "new")}, Edit{}, "no room"},
		"another block":     {"resource \"a\" \"y\" {\n}\n", []Value{text("k", "new")}, Edit{}, "not there"},
		"of Windows":        {"resource \"a\" \"x\" {\r\n  k = 1\r\n}\r\n", []Value{text("k", "new")}, Edit{}, "Windows"},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := ReadSource([]byte("# what stands before\n" + c.src))
			if err != nil {
				t.Fatal(err)
			}
			got, err := s.Propose(2, "a", "x", c.values)
			if c.why != "" {
				if err == nil || !strings.Contains(err.Error(), c.why) {
					t.Fatalf("got %v, want %q", err, c.why)
				}
				return
			}
			if err != nil || got != c.want {
				t.Errorf("got %+v, %v\nwant %+v", got, err, c.want)
			}
		})
	}
}

// An edit is what setting the value comes to: taken as it is, the file says what
// was proposed.
func TestProposeIsTaken(t *testing.T) {
	const src = "resource \"a\" \"x\" {\n  one = 1\n  b {\n    two = \"2\"\n  }\n}\n"
	for _, v := range []Value{{"one", cty.NumberIntVal(7)}, {"b.two", cty.StringVal("two")}, {"b.much_longer", cty.True}, {"three", cty.False}} {
		s, err := ReadSource([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		e, err := s.Propose(1, "a", "x", []Value{v})
		if err != nil {
			t.Fatal(err)
		}
		rows := strings.Split(src, "\n")
		taken := strings.Join(rows[:e.First-1], "\n") + "\n" + e.Text + "\n" + strings.Join(rows[e.Last:], "\n")
		if !holds([]byte(strings.TrimPrefix(taken, "\n")), "a", "x", v) {
			t.Errorf("%s: taken, the file is\n%s", v.Path, taken)
		}
	}
}
