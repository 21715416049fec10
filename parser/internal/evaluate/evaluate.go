package evaluate

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/iaclint/iaclint/parser/internal/functions"
	"github.com/iaclint/iaclint/parser/internal/tree"
	"github.com/iaclint/iaclint/provider"
)

// Options say what to evaluate, and with what.
type Options struct {
	Root      string            // real path of the folder that nothing is read outside of
	Dir       string            // root module, a slash path below Root
	Tofu      bool              // read as OpenTofu does
	Workspace string            // terraform.workspace; "" is "default"
	Given     []Given           // files of variables and values, the last wins
	Env       map[string]string // values from the environment; all else stands above them
	// Fetch finds modules that are called from elsewhere and are not installed;
	// nil when nothing is fetched.
	Fetch Fetch
	// Zones are the zones of a region by cloud ("aws", "gcp"); nil when not known.
	Zones func(cloud, region string) []string
}

// Given is a file of variables, or the value of one as it is written behind
// --var.
type Given struct{ File, Name, Value string }

// Result is a root module, evaluated.
type Result struct {
	JSON   []byte               // plan JSON
	Places map[string]hcl.Range // by resource as written: "module.net.aws_vpc.main"
	Notes  hcl.Diagnostics      // slips, and what could not be known
	Files  map[string]*hcl.File // for quoting
	Open   string               // why it does not speak for all of the root module, "" when it does
}

// constant is the value of an expression that refers to nothing.
type constant struct {
	value cty.Value
	cost  int
}

type evaluator struct {
	bounds
	opt    Options
	loader *tree.Loader
	given  map[string]*tree.Expression // variables of the root, from files
	plain  map[string]string           // those with a later value from --var

	notes        hcl.Diagnostics
	said         map[string]bool
	constants    map[*tree.Expression]constant
	schemas      map[string]provider.Schema
	indexes      map[*tree.Module]map[resourceKey]*tree.Resource
	tables       map[*tree.Module]map[string]function.Function
	names        []string // of all attributes that expressions ask for
	modules      []*tree.Module
	packages     map[string]string // folders that were fetched, by where init would have put them
	placeholders int
	missing      []string        // modules that are not there
	unset        []string        // variables without a value
	answered     map[string]bool // data sources, and whether our tables answer them
}

// Tree evaluates a root module. An error means that there is nothing to
// evaluate; slips in single files are notes.
func Tree(ctx context.Context, opt Options) (*Result, error) {
	loader, err := tree.NewLoader(opt.Root, opt.Tofu)
	if err != nil {
		return nil, err
	}
	opt.Fetch.into(ctx, loader, opt.Tofu)
	mod, err := loader.Module(opt.Dir)
	if err != nil {
		return nil, err
	}
	e := &evaluator{
		opt: opt, loader: loader, said: map[string]bool{}, constants: map[*tree.Expression]constant{}, schemas: map[string]provider.Schema{},
		indexes: map[*tree.Module]map[resourceKey]*tree.Resource{}, tables: map[*tree.Module]map[string]function.Function{}, answered: map[string]bool{},
		packages: map[string]string{}, bounds: bounds{ctx: ctx, left: allWork},
	}
	prefetch(ctx, loader, mod)
	e.use(mod)
	e.readVariables()
	root := e.instance(mod, nil, nil, nil, "", "")
	w := &writer{e: e, places: map[string]hcl.Range{}}
	out, err := w.plan(ctx, root)
	if err == nil {
		err = loader.Excess()
	}
	if err != nil {
		return nil, err
	}
	e.summarise()
	open := e.open()
	if n := e.dropped; n > 0 {
		e.notes = append(e.notes, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "More notes", Detail: fmt.Sprintf("%d more notes like these are left out.", n)})
	}
	return &Result{JSON: out, Places: w.places, Notes: e.notes, Files: loader.Files(), Open: open}, nil
}

// instance makes an instance of a module.
func (e *evaluator) instance(mod *tree.Module, parent *instance, call *tree.Call, each *repetition, static, address string) *instance {
	return &instance{
		e: e, mod: mod, static: static, address: address, parent: parent, call: call, each: each, pack: e.pack(mod, parent, static),
		values: map[string]*lazy{}, resources: map[resourceKey]*group{}, calls: map[string]*callGroup{},
	}
}

// use takes in a module that is loaded.
func (e *evaluator) use(mod *tree.Module) {
	if slices.Contains(e.modules, mod) {
		return
	}
	e.modules = append(e.modules, mod)
	for _, d := range mod.Diagnostics {
		e.keep(d)
	}
	e.names = nil
}

// child is the module of a call; nil when it is not there.
func (e *evaluator) child(in *instance, call *tree.Call, static string) *tree.Module {
	missAt := func(at hcl.Range, why string) *tree.Module {
		e.missing = append(e.missing, static)
		e.note("Module not loaded", at, "%s (%s) is not loaded: %s. What it makes is left out.", static, call.Source, why)
		return nil
	}
	miss := func(why string) *tree.Module { return missAt(call.Range, why) }
	if strings.Count(static, "module.") > maxDepth {
		return miss("modules stand too deep inside each other")
	}
	if x := call.SourceExpr; x != nil && !x.Constant {
		// OpenTofu works sources out before anything else.
		if v := in.scope().value(x); wholly(v) && !v.IsNull() && v.Type() == cty.String {
			known := *call
			known.Source, known.Computed = v.AsString(), true
			call = &known
		}
	}
	call = in.versioned(call)
	found := e.loader.Child(in.mod, call, dotted(static))
	dir := found.Dir
	switch {
	case found.Tried && dir == "":
		return missAt(call.SourceExpr.Range(), found.Why)
	case dir == "":
		return miss(found.Why)
	case found.Note != "":
		e.note("Module of another version", call.VersionExpr.Range(), "%s is checked as it is, but %s.", static, found.Note)
	}
	for above := in; above != nil; above = above.parent {
		if above.mod.Dir == dir {
			return miss("it calls itself")
		}
	}
	mod, err := e.loader.Module(dir)
	if err != nil {
		return miss(err.Error())
	}
	e.use(mod)
	return mod
}

// blocks indexes the resources of a module.
func (e *evaluator) blocks(mod *tree.Module) map[resourceKey]*tree.Resource {
	index, ok := e.indexes[mod]
	if !ok {
		index = make(map[resourceKey]*tree.Resource, len(mod.Resources))
		for _, r := range mod.Resources {
			index[resourceKey{r.Mode, r.Type, r.Name}] = r
		}
		e.indexes[mod] = index
	}
	return index
}

// constant evaluates an expression that refers to nothing, once.
func (e *evaluator) constant(in *instance, x *tree.Expression) cty.Value {
	c, ok := e.constants[x]
	if !ok {
		c.value, c.cost = e.work(x, &hcl.EvalContext{Functions: in.functions()})
		e.constants[x] = c
		return c.value
	}
	if !e.spend(c.cost) { // it is shared, and yet written down anew
		return cty.DynamicVal
	}
	return c.value
}

func (in *instance) functions() map[string]function.Function {
	table := in.e.tables[in.mod]
	if table == nil {
		table = in.e.table(in.mod)
		in.e.tables[in.mod] = table
	}
	return table
}

// table is the functions as a module sees them.
func (e *evaluator) table(mod *tree.Module) map[string]function.Function {
	return functions.Table(functions.Files{
		Note: func(what string) {
			e.say("File not read", "%s lies outside of the checked tree, or is no file: what rests on it is not known.", what)
		},
		Root: e.opt.Root, Module: filepath.Join(e.opt.Root, filepath.FromSlash(mod.Dir)), Work: filepath.Join(e.opt.Root, filepath.FromSlash(e.opt.Dir)),
		Packages: e.packages,
	})
}

// workspace is terraform.workspace.
func (e *evaluator) workspace() cty.Value {
	if e.opt.Workspace == "" {
		return cty.StringVal("default")
	}
	return cty.StringVal(e.opt.Workspace)
}

// readVariables reads what the root is given.
func (e *evaluator) readVariables() {
	take := func(given map[string]*tree.Expression, diags hcl.Diagnostics) {
		for _, d := range diags {
			e.keep(d)
		}
		for name, x := range given {
			e.given[name] = x
			delete(e.plain, name)
		}
	}
	e.given, e.plain = map[string]*tree.Expression{}, map[string]string{}
	take(e.loader.Variables(e.opt.Dir))
	named := map[string]bool{}
	for _, g := range e.opt.Given {
		if g.File != "" {
			take(e.loader.VariableFile(g.File))
			continue
		}
		e.plain[g.Name], named[g.Name] = g.Value, true
	}
	for _, name := range slices.Sorted(maps.Keys(named)) {
		if e.modules[0].Variables[name] == nil {
			e.say("No such variable", "A value is given for variable %q, which the root module does not declare.", name)
		}
	}
}

// input is what the root module is given for a variable; NilVal for nothing.
func (e *evaluator) input(in *instance, decl *tree.Variable) cty.Value {
	if text, ok := e.plain[decl.Name]; ok {
		return e.written(decl, text)
	}
	if x := e.given[decl.Name]; x != nil {
		return in.scope().value(x)
	}
	if text, ok := e.opt.Env[decl.Name]; ok {
		return e.written(decl, text)
	}
	return cty.NilVal
}

// written is a value as it stands behind --var: text for a string, an
// expression for anything else.
func (e *evaluator) written(decl *tree.Variable, text string) cty.Value {
	if decl.Type == cty.String || decl.Type == cty.DynamicPseudoType {
		return cty.StringVal(text)
	}
	x, diags := tree.Written(text, "--var "+decl.Name)
	if !diags.HasErrors() {
		var v cty.Value
		if v, diags, _ = x.Evaluate(nil, maxWork, e.waits); !diags.HasErrors() {
			v, _ = e.bounded(v, decl.Range)
			return v
		}
	}
	e.note("Wrong value for a variable", decl.Range, "The value given for %s cannot be read: %s.", decl.Name, diags[0].Detail)
	return cty.NilVal
}

// lacking notes a variable that has no value.
func (e *evaluator) lacking(in *instance, decl *tree.Variable) {
	if in.call == nil {
		e.unset = append(e.unset, decl.Name)
		return
	}
	e.note("Variable without a value", in.call.Range, "%s needs %s, which the call does not pass. Its value is not known.", in.address, decl.Name)
}

// note keeps a warning, each once.
func (e *evaluator) note(summary string, at hcl.Range, format string, args ...any) {
	e.keep(&hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: summary, Detail: fmt.Sprintf(format, args...), Subject: &at})
}

func (e *evaluator) keep(d *hcl.Diagnostic) {
	// A place is named once, by whichever of its instances came first.
	key := d.Summary + "\x00" + d.Detail
	if d.Subject != nil {
		key = d.Summary + "\x00" + d.Subject.String()
	}
	switch {
	case e.said[key]:
	case len(e.notes) >= maxNotes:
		e.dropped++
	default:
		e.said[key] = true
		e.notes = append(e.notes, d)
	}
}

// noteOf keeps what evaluating said, as a warning: the rest is checked.
func (e *evaluator) noteOf(diags hcl.Diagnostics) {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			e.keep(&hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: d.Summary, Detail: d.Detail + " The value is taken as not known.", Subject: d.Subject})
		}
	}
}

// summarise says what belongs together in one note.
func (e *evaluator) summarise() {
	if len(e.unset) > 0 {
		slices.Sort(e.unset)
		e.say("Variables without a value", "%s: no default and no value, so what rests on them is not known. Give them with --var or --var-file.", listed(slices.Compact(e.unset)))
	}
	if names := e.dataSources(true); len(names) > 0 {
		e.say("Data sources answered by iaclint", "%s: taken from the tables of regions and zones inside, not from the cloud.", listed(names))
	}
	if names := e.dataSources(false); len(names) > 0 {
		e.say("Data sources not read", "%s: only the provider knows them, so what rests on them is not known. Check the plan to have it.", listed(names))
	}
}

// say keeps a note about the root module as a whole.
func (e *evaluator) say(summary, format string, args ...any) {
	e.keep(&hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: summary, Detail: fmt.Sprintf(format, args...)})
}

// listed names some things, and how many more there are.
func listed(names []string) string {
	const shown = 8
	if len(names) <= shown {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:shown], ", "), len(names)-shown)
}

// asked notes a data source that something rests on.
func (e *evaluator) asked(static string, g *group, answered bool) {
	e.answered[join(static, g.name())] = answered
}

// dataSources lists those that were answered, or were not.
func (e *evaluator) dataSources(answered bool) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(e.answered)) {
		if e.answered[name] == answered {
			out = append(out, name)
		}
	}
	return out
}

// broken counts the slips that left something of a file out.
func (e *evaluator) broken() int {
	n := 0
	for _, d := range e.notes {
		if d.Severity == hcl.DiagError {
			n++
		}
	}
	return n
}

// open says what keeps the result from speaking for all of the root module.
func (e *evaluator) open() string {
	var why []string
	if n := len(e.missing); n > 0 {
		why = append(why, fmt.Sprintf("%d modules are not loaded: run init, or check the plan", n))
		if n == 1 {
			why[0] = "module " + e.missing[0] + " is not loaded: run init, or check the plan"
		}
	}
	if n := e.broken(); n > 0 {
		why = append(why, "what stands in files with errors is left out")
	}
	why = append(why, e.limits()...)
	if e.placeholders > 0 {
		why = append(why, fmt.Sprintf("of %d blocks the number of instances is not known", e.placeholders))
	}
	return strings.Join(why, "; ")
}

// everyName is every attribute name that some expression of the loaded modules
// asks for: what a resource may be asked when it is handed on as a whole.
func (e *evaluator) everyName() []string {
	if e.names == nil {
		set := map[string]bool{}
		for _, mod := range e.modules {
			for _, name := range mod.Names() {
				set[name] = true
			}
		}
		e.names = slices.Sorted(maps.Keys(set))
	}
	return e.names
}
