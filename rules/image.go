package rules

import (
	_ "embed"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/rules/internal/astbin"
)

// coreImage is the core pack compiled ahead of time: what compiling its sources
// gives, and what the analysis finds they read. It belongs to the very sources
// it was made of; with any other it is left alone and they are compiled. A test
// makes it (image_test.go).
//
//go:embed core.image
var coreImage string

// image is coreImage, opened.
type image struct {
	*astbin.Image
	modules map[string]moduleImage // by name of the file
	rules   map[string]ruleImage   // by id
}

// ruleImage is where it stands what a rule needs and reads, and what it says of
// itself, and its parameters as they are by default.
type ruleImage struct{ needs, described, defaults int }

// moduleImage is where a module stands, and the names in its package that do
// not depend on the resource: functions as "f()", others plain.
type moduleImage struct {
	place     int
	constants []string
	indexed   bool // OPA indexes a comprehension in it
}

// openImage is nil when the image is not of these sources.
var openImage = sync.OnceValue(func() *image {
	sources, err := sourcesDigest()
	if err != nil || coreImage == "" {
		return nil
	}
	i := &image{Image: astbin.Open(coreImage), modules: map[string]moduleImage{}, rules: map[string]ruleImage{}}
	r := i.Index()
	if r.Word() != sources {
		return nil
	}
	for range r.Int() {
		i.modules[r.Word()] = moduleImage{r.Int(), r.Words(), r.Int() == 1}
	}
	for range r.Int() {
		i.rules[r.Word()] = ruleImage{r.Int(), r.Int(), r.Int()}
	}
	return i
})

// imageForm is raised when an image is written in another way, so that an older
// one is not read.
const imageForm = "5-"

// sourcesDigest stands for the text of the core pack and the library.
func sourcesDigest() (string, error) {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	files, err := embeddedRego()
	for _, f := range files {
		_, _ = sum.Write([]byte(f.path))
		_, _ = sum.Write(f.src)
	}
	return imageForm + strconv.FormatUint(uint64(sum.Sum32()), 16), err
}

// files are those a rule needs, its own first.
func (i *image) files(id string) []string { return i.Reader().At(i.rules[id].needs).Words() }

// defaults are the parameters of a rule where nobody sets any.
func (i *image) defaults(id string) *ast.Term { return i.Reader().At(i.rules[id].defaults).Term() }

// reads is what a rule reads with its parameters as they are by default.
func (i *image) reads(id string) *reads {
	r := i.Reader().At(i.rules[id].needs)
	r.Words() // its files
	out := newReads()
	for range r.Int() {
		path := r.Word()
		out.paths[path] = r.Int() == 1
	}
	for _, name := range r.Words() {
		out.data[name] = true
	}
	out.dynamic = r.Words()
	return out
}

// kept are the stages of the compiler that have to run over modules which have
// been compiled: they build what evaluation looks things up in. RemoveImports,
// which finds none, is where the modules come in.
var kept = []ast.StageID{ast.StageRemoveImports, ast.StageSetModuleTree, ast.StageSetRuleTree, ast.StageBuildRuleIndices}

// unit puts together the modules that some rules need.
func (i *image) unit(p *pack, files []*ruleFile, overall bool) *unit {
	r := i.Reader()
	modules := map[string]*ast.Module{}
	tree := &constant{children: map[ast.String]*constant{}}
	indexed := false
	for _, f := range files {
		for _, name := range i.files(f.id) {
			if modules[name] != nil {
				continue
			}
			at := i.modules[name]
			m := r.At(at.place).Module(name)
			modules[name] = m
			indexed = indexed || at.indexed
			tree.add(elements(m.Package.Path), at.constants)
		}
	}
	stages := kept
	if overall && indexed { // what goes through all comprehensions is slow
		stages = append(slices.Clone(kept), ast.StageBuildComprehensionIndices)
	}
	u := &unit{pack: p, image: i, compiler: link(modules, stages)}
	u.constants = func() *constant { return tree }
	u.typed = func(f *ruleFile) *ast.Compiler {
		mine := map[string]*ast.Module{}
		for _, name := range i.files(f.id) {
			mine[name] = modules[name]
		}
		return link(mine, append(slices.Clone(kept), ast.StageInitLocalVarGen, ast.StageSetGraph, ast.StageCheckTypes))
	}
	return u
}

// link runs stages of the compiler over modules. It is given empty ones in
// their place, as it would copy them.
func link(modules map[string]*ast.Module, stages []ast.StageID) *ast.Compiler {
	c := ast.NewCompiler().WithCapabilities(capabilities()).WithDefaultRegoVersion(ast.RegoV1)
	for _, stage := range ast.AllStages() {
		if !slices.Contains(stages, stage) {
			c.WithSkipStages(stage)
		}
	}
	c.WithStageAfterID(ast.StageRemoveImports, ast.CompilerStageDefinition{Name: "Link", Stage: func(c *ast.Compiler) *ast.Error {
		for name, m := range modules {
			c.Modules[name] = m
		}
		return nil
	}})
	places := make(map[string]*ast.Module, len(modules))
	for name, m := range modules {
		places[name] = &ast.Module{Package: m.Package}
	}
	c.Compile(places)
	return c
}

// add enters the names of a package.
func (c *constant) add(pkg, names []string) {
	if len(names) == 0 {
		return
	}
	for _, elem := range pkg {
		next := c.children[ast.String(elem)]
		if next == nil {
			next = &constant{children: map[ast.String]*constant{}}
			c.children[ast.String(elem)] = next
		}
		c = next
	}
	for _, name := range names {
		plain, function := strings.CutSuffix(name, "()")
		c.children[ast.String(plain)] = &constant{rule: true, args: function}
	}
}
