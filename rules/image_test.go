package rules

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/rules/internal/astbin"
)

var update = flag.Bool("update", false, "write core.image anew")

// TestImage: core.image is what the sources of the core pack compile to.
func TestImage(t *testing.T) {
	want := makeImage(t)
	if *update {
		if err := os.WriteFile("core.image", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if coreImage != want {
		t.Error("core.image is not of these rules, which makes every start slow. Run: go test ./rules -run TestImage$ -update")
	}
}

// makeImage compiles the whole core pack, with every check, and writes it down.
func makeImage(t *testing.T) string {
	t.Helper()
	set, diags := Open([]Source{Core()}, Settings{})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	p := set.packs[0]
	modules, diags := set.parse(p.sources(p.rules))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	c := ast.NewCompiler().WithCapabilities(capabilities()).WithDefaultRegoVersion(ast.RegoV1)
	if c.Compile(modules); c.Failed() {
		t.Fatal(c.Errors)
	}
	w := astbin.NewWriter()
	places := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(c.Modules)) {
		places[name] = w.Len()
		w.Module(c.Modules[name])
	}
	rules := writeRules(t, w, set, c)
	digest, err := sourcesDigest()
	if err != nil {
		t.Fatal(err)
	}
	w.Index()
	w.Word(digest)
	w.Int(len(places))
	tree := constantsOf(c)
	for _, name := range slices.Sorted(maps.Keys(places)) {
		w.Word(name)
		w.Int(places[name])
		w.Words(tree.names(elements(c.Modules[name].Package.Path)))
		w.Int(indexes(c, c.Modules[name]))
	}
	w.Int(len(rules))
	for _, id := range slices.Sorted(maps.Keys(rules)) {
		w.Word(id)
		w.Int(rules[id].needs)
		w.Int(rules[id].described)
		w.Int(rules[id].defaults)
	}
	out, err := w.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// writeRules writes what is known of each rule; the result is where.
func writeRules(t *testing.T, w *astbin.Writer, set *Set, c *ast.Compiler) map[string]ruleImage {
	t.Helper()
	p := set.packs[0]
	params := map[string]map[string]any{}
	described := map[string]Rule{}
	for _, f := range p.rules {
		d, diags := f.metadata()
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		described[f.id], params[f.id] = d, defaults(d.Params)
	}
	a := newAnalysis(c, params)
	places := map[string]ruleImage{}
	for _, f := range p.rules {
		d := described[f.id]
		var schema *ast.Term
		if d.Params != nil {
			v, err := ast.InterfaceToValue(d.Params)
			if err != nil {
				t.Fatal(err)
			}
			schema = ast.NewTerm(v)
		}
		at := w.Len()
		writeRule(w, &d, schema)
		place := ruleImage{described: at, defaults: w.Len()}
		w.Term(defaultsOf(t, &d))
		place.needs = w.Len()
		places[f.id] = place
		var files []string
		for _, s := range p.sources([]*ruleFile{f}) {
			files = append(files, s.name())
		}
		w.Words(files)
		r := &rule{file: f, findings: p.findings(f)}
		if diags := r.analyse(a); diags.HasErrors() {
			t.Fatal(diags)
		}
		w.Int(len(r.reads.paths))
		for _, path := range slices.Sorted(maps.Keys(r.reads.paths)) {
			deep := 0
			if r.reads.paths[path] {
				deep = 1
			}
			w.Word(path)
			w.Int(deep)
		}
		w.Words(slices.Sorted(maps.Keys(r.reads.data)))
		w.Words(r.reads.dynamic)
	}
	return places
}

func defaultsOf(t *testing.T, d *Rule) *ast.Term {
	t.Helper()
	values := defaults(d.Params)
	if values == nil {
		return ast.ObjectTerm()
	}
	v, err := ast.InterfaceToValue(values)
	if err != nil {
		t.Fatal(err)
	}
	return ast.NewTerm(v)
}

// indexes is 1 where OPA indexes a comprehension of the module, else 0.
func indexes(c *ast.Compiler, m *ast.Module) (found int) {
	ast.WalkTerms(m, func(t *ast.Term) bool {
		switch t.Value.(type) {
		case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
			if c.ComprehensionIndex(t) != nil {
				found = 1
			}
		}
		return false
	})
	return found
}

// names of the rules of a package that are constant.
func (c *constant) names(pkg []string) []string {
	for _, elem := range pkg {
		if c = c.children[ast.String(elem)]; c == nil {
			return nil
		}
	}
	var out []string
	for name, child := range c.children {
		switch {
		case child.rule && child.args:
			out = append(out, string(name)+"()")
		case child.rule:
			out = append(out, string(name))
		}
	}
	slices.Sort(out)
	return out
}

// TestImageRules: a rule described by the image is the one its METADATA
// describes, down to the text of its parameters.
func TestImageRules(t *testing.T) {
	set, _ := Open([]Source{Core()}, Settings{})
	for _, f := range set.rules {
		want, _ := f.metadata()
		got, _ := f.describe()
		a, _ := json.Marshal(want)
		b, _ := json.Marshal(got)
		if string(a) != string(b) {
			t.Errorf("%s:\n%s, want\n%s", f.id, b, a)
		}
		r := &rule{file: f, unit: &unit{}}
		if given := openImage().defaults(f.id); !given.Equal(r.parameters()) {
			t.Errorf("%s: by default %s, want %s", f.id, given, r.parameters())
		}
	}
}

// TestImageModules: what is read back is what was compiled.
func TestImageModules(t *testing.T) {
	set, _ := Open([]Source{Core()}, Settings{})
	p := set.packs[0]
	modules, diags := set.parse(p.sources(p.rules))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	c := ast.NewCompiler().WithCapabilities(capabilities()).WithDefaultRegoVersion(ast.RegoV1)
	c.Compile(modules)
	img := openImage()
	if img == nil {
		t.Fatal("no image of these sources. Run: go test ./rules -run TestImage$ -update")
	}
	for name, m := range c.Modules {
		got := img.Reader().At(img.modules[name].place).Module(name)
		if !got.Equal(m) {
			t.Errorf("%s:\n%s\nwas\n%s", name, got, m)
		}
		if strings.Count(got.String(), "\n") != strings.Count(m.String(), "\n") {
			t.Errorf("%s reads differently:\n%s", name, got)
		}
	}
}
