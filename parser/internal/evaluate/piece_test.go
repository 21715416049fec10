package evaluate

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// onDisk is a tree on disk.
func onDisk(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// by is what so many goroutines make of a tree; nil when they cannot.
func by(t *testing.T, dir string, goroutines int) *Result {
	t.Helper()
	s, slips, err := load(context.Background(), Options{Root: dir, Dir: "."})
	if err != nil {
		t.Fatal(err)
	}
	res, err := s.evaluate(context.Background(), pieces(s.root), slips, goroutines)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// alike holds two results to each other, to the letter.
func alike(t *testing.T, one, many *Result) {
	t.Helper()
	if !bytes.Equal(one.JSON, many.JSON) {
		t.Errorf("one makes\n%.3000s\nmany make\n%.3000s", one.JSON, many.JSON)
	}
	said := func(r *Result) string {
		out := r.Open
		for _, d := range r.Notes {
			out += fmt.Sprintln("\n", d.Subject, d.Summary, d.Detail)
		}
		return out
	}
	if a, b := said(one), said(many); a != b {
		t.Errorf("one says\n%s\nmany say\n%s", a, b)
	}
	at := func(r *Result) string {
		out := ""
		for _, name := range slices.Sorted(maps.Keys(r.Written.Blocks)) {
			out += fmt.Sprintln(name, r.Written.Blocks[name].Range)
		}
		for _, name := range slices.Sorted(maps.Keys(r.Written.Calls)) {
			out += fmt.Sprintln(name, r.Written.Calls[name].Range)
		}
		return out
	}
	if a, b := at(one), at(many); a != b {
		t.Errorf("places differ:\n%s\n%s", a, b)
	}
}

// asking is a tree in which modules ask each other through the root, and that
// has something to say in every corner.
func asking() map[string]string {
	root := "variable \"none\" {}\nlocals {\n  all = [module.m0.id, \"all\"]\n  none = { a = var.none }.b\n}\nprovider \"aws\" { region = local.none }\n"
	for i := range 40 {
		root += fmt.Sprintf("resource \"aws_eip\" \"e%d\" {\n  count = 2\n  tags  = { n = local.none, i = count.index }\n}\n", i)
		root += fmt.Sprintf("resource \"aws_vpc\" \"v%d\" {\n  name = module.m%d[0].id\n}\n", i, (i*7)%39+1)
		count := ""
		if i > 0 {
			count = "count  = 2\n"
		}
		root += fmt.Sprintf("module \"m%d\" {\n  source = \"./m%d\"\n%s  in = [local.all[0], aws_eip.e%d[0].tags.i, local.none]\n}\n", i, i%3, count, (i+20)%40)
	}
	module := "variable \"in\" {}\nvariable \"gone\" {}\nresource \"aws_instance\" \"x\" {\n  for_each = toset([\"a\", \"b\"])\n  type = var.in[1]\n  name = \"${each.key}-${var.gone}\"\n  subnet = data.aws_subnet.s.id\n}\n" +
		"data \"aws_subnet\" \"s\" {}\nresource \"aws_eip\" \"many\" { count = var.gone }\nmodule \"far\" { source = \"far/away\" }\noutput \"id\" { value = \"id-${var.in[2]}\" }\n"
	return map[string]string{"main.tf": root, "m0/main.tf": "output \"id\" { value = 7 }\nvariable \"in\" {}\n", "m1/main.tf": module, "m2/main.tf": module + "provider \"aws\" { region = var.gone }\n"}
}

func TestTogether(t *testing.T) {
	dir := onDisk(t, asking())
	one := by(t, dir, 1)
	if len(one.Notes) < 5 || one.Open == "" {
		t.Errorf("the tree has little to say: %d notes, %q", len(one.Notes), one.Open)
	}
	for range 5 {
		many := by(t, dir, 4)
		if many == nil {
			t.Fatal("many cannot do it")
		}
		alike(t, one, many)
	}
}

// What one tree of our own has in source, many goroutines make of it too, or
// leave it to one.
func TestTogetherSame(t *testing.T) {
	dirs, err := filepath.Glob("../../../testdata/fixtures/same/*/src")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	done := 0
	for _, dir := range dirs {
		root, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		if many := by(t, root, 3); many != nil {
			done++
			alike(t, by(t, root, 1), many)
		}
	}
	if done < len(dirs)*3/4 {
		t.Errorf("of %d trees, only %d were done by many", len(dirs), done)
	}
}

// Where it matters what is asked first, one goroutine has to do all.
func TestTangled(t *testing.T) {
	call := func(n int) (out string) {
		for i := range n {
			out += fmt.Sprintf("module \"m%d\" { source = \"./m\" }\n", i)
		}
		return out
	}
	for name, files := range map[string]map[string]string{
		"circle":           {"main.tf": call(2) + "locals {\n  a = local.b\n  b = local.a\n}\nresource \"aws_eip\" \"x\" { name = local.a }\n", "m/main.tf": ""},
		"itself":           {"main.tf": call(2) + "resource \"aws_eip\" \"x\" { name = aws_eip.x.name }\n", "m/main.tf": ""},
		"count of itself":  {"main.tf": call(2) + "resource \"aws_eip\" \"x\" { count = length(aws_eip.x) }\n", "m/main.tf": ""},
		"too many":         {"main.tf": call(2) + fmt.Sprintf("resource \"aws_eip\" \"x\" { count = %d }\n", maxInstances/4+1), "m/main.tf": ""},
		"too many in many": {"main.tf": call(9), "m/main.tf": fmt.Sprintf("resource \"aws_eip\" \"x\" { count = %d }\n", maxInstances/8)},
	} {
		if by(t, onDisk(t, files), 2) != nil {
			t.Errorf("%s: many did it", name)
		}
		if by(t, onDisk(t, files), 1) == nil {
			t.Errorf("%s: one did not do it", name)
		}
	}
}
