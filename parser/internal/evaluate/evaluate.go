package evaluate

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/iaclint/iaclint/parser/internal/functions"
	"github.com/iaclint/iaclint/parser/internal/tree"
	"github.com/iaclint/iaclint/parser/internal/written"
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
	JSON    []byte          // plan JSON
	Written *written.Tree   // where it stands
	Notes   hcl.Diagnostics // slips, and what could not be known
	Open    string          // why it does not speak for all of the root module, "" when it does
}

// constant is the value of an expression that refers to nothing.
type constant struct {
	value cty.Value
	cost  int
}

// shared is what all evaluators of a tree read and none changes.
type shared struct {
	opt    Options
	loader *tree.Loader
	root   *tree.Module
	ready  map[*tree.Module]bool       // loaded ahead
	given  map[string]*tree.Expression // variables of the root, from files
	plain  map[string]string           // those with a later value from --var
	named  map[string]bool             // all that --var names
	names  func() []string             // of all attributes that expressions of these modules ask for
	called func() map[string]bool      // calls of the root that something in it refers to
}

// evaluator works values out, each when somebody asks for it. One goroutine
// has one.
type evaluator struct {
	bounds
	*shared

	notes        hcl.Diagnostics
	told         int // of notes, handed on already
	said         map[string]bool
	constants    map[*tree.Expression]constant
	forms        map[*tree.Body]*form
	schemas      map[string]provider.Schema
	indexes      map[*tree.Module]map[resourceKey]*tree.Resource
	tables       map[*tree.Module]map[string]function.Function
	used         map[*tree.Module]bool
	unready      []*tree.Module
	packages     map[string]string // folders that were fetched, by where init would have put them
	placeholders map[string]bool   // blocks whose number is not known
	missing      map[string]string // modules that are not there: as written, by address
	unset        []string          // variables without a value
	answered     map[string]bool   // data sources, and whether our tables answer them
}

// Tree evaluates a root module. An error means that there is nothing to
// evaluate; slips in single files are notes.
func Tree(ctx context.Context, opt Options) (*Result, error) {
	s, slips, err := load(ctx, opt)
	if err != nil {
		return nil, err
	}
	all := pieces(s.root)
	// What may be read of a module that is fetched rests on its call having been
	// seen: there the order matters too.
	if goroutines := min(runtime.GOMAXPROCS(0), len(all)); goroutines > 1 && opt.Fetch == nil {
		if res, err := s.evaluate(ctx, all, slips, goroutines); res != nil || err != nil {
			return res, err
		}
	}
	return s.evaluate(ctx, all, slips, 1)
}

// load reads the files; the slips are those of values for variables.
func load(ctx context.Context, opt Options) (s *shared, slips hcl.Diagnostics, err error) {
	loader, err := tree.NewLoader(opt.Root, opt.Tofu)
	if err != nil {
		return nil, nil, err
	}
	opt.Fetch.into(ctx, loader, opt.Tofu)
	mod, err := loader.Module(opt.Dir)
	if err != nil {
		return nil, nil, err
	}
	s = &shared{opt: opt, loader: loader, root: mod, ready: prefetch(ctx, loader, mod)}
	slips = s.readVariables()
	s.names = sync.OnceValue(func() []string { return namesOf(maps.Keys(s.ready)) })
	s.called = sync.OnceValue(mod.Asked)
	return s, slips, nil
}

// evaluator makes one that may use a share of the limits: one of so many.
func (s *shared) evaluator(ctx context.Context, share int) *evaluator {
	return &evaluator{
		shared: s, bounds: bounds{ctx: ctx, share: share, left: allWork / share},
		said: map[string]bool{}, constants: map[*tree.Expression]constant{}, forms: map[*tree.Body]*form{}, schemas: map[string]provider.Schema{},
		indexes: map[*tree.Module]map[resourceKey]*tree.Resource{}, tables: map[*tree.Module]map[string]function.Function{},
		used: map[*tree.Module]bool{}, placeholders: map[string]bool{}, missing: map[string]string{}, answered: map[string]bool{}, packages: map[string]string{},
	}
}

// instance makes an instance of a module.
func (e *evaluator) instance(mod *tree.Module, parent *instance, call *tree.Call, each *repetition, static, address string) *instance {
	return &instance{
		e: e, mod: mod, static: static, address: address, parent: parent, call: call, each: each, pack: e.pack(mod, parent, static),
	}
}

// use takes in a module that is loaded.
func (e *evaluator) use(mod *tree.Module) {
	if e.used[mod] {
		return
	}
	e.used[mod] = true
	for _, d := range mod.Diagnostics {
		e.keep(d)
	}
	if !e.ready[mod] {
		e.tangled() // whoever asked for all names before has not got those of this one
		e.unready = append(e.unready, mod)
	}
}

// child is the module of a call; nil when it is not there.
func (e *evaluator) child(in *instance, call *tree.Call, static string) *tree.Module {
	missAt := func(at hcl.Range, why string) *tree.Module {
		e.missing[in.within("module."+call.Name)] = static
		e.note("Module not loaded", at, "%s%s is not loaded: %s. What it makes is left out.", static, shown(call), why)
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
	c, ok := in.e.constants[x]
	if !ok {
		c.value, c.cost = e.work(x, &hcl.EvalContext{Functions: in.functions()})
		in.e.constants[x] = c
		return c.value
	}
	if !e.spend(c.cost) { // it is shared, and yet written down anew
		return cty.DynamicVal
	}
	return c.value
}

func (in *instance) functions() map[string]function.Function {
	if in.table == nil {
		in.table = in.e.tables[in.mod]
	}
	if in.table == nil {
		in.table = in.e.table(in.mod)
		in.e.tables[in.mod] = in.table
	}
	return in.table
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
func (s *shared) readVariables() (slips hcl.Diagnostics) {
	s.given, s.plain, s.named = map[string]*tree.Expression{}, map[string]string{}, map[string]bool{}
	take := func(given map[string]*tree.Expression, diags hcl.Diagnostics) {
		slips = append(slips, diags...)
		for name, x := range given {
			s.given[name] = x
			delete(s.plain, name)
		}
	}
	take(s.loader.Variables(s.opt.Dir))
	for _, g := range s.opt.Given {
		if g.File != "" {
			take(s.loader.VariableFile(g.File))
			continue
		}
		s.plain[g.Name], s.named[g.Name] = g.Value, true
	}
	return slips
}

// begin takes in the root, and what is said of what it is given.
func (e *evaluator) begin(slips hcl.Diagnostics) {
	e.use(e.root)
	e.tell(slips)
	for _, name := range slices.Sorted(maps.Keys(e.named)) {
		if e.root.Variables[name] == nil {
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
		e.tangled()
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
		for _, static := range e.missing {
			if n == 1 {
				why[0] = "module " + static + " is not loaded: run init, or check the plan"
			}
		}
	}
	if n := e.broken(); n > 0 {
		why = append(why, "what stands in files with errors is left out")
	}
	why = append(why, e.limits()...)
	if n := len(e.placeholders); n > 0 {
		why = append(why, fmt.Sprintf("of %d blocks the number of instances is not known", n))
	}
	return strings.Join(why, "; ")
}

// everyName is every attribute name that some expression of the loaded modules
// asks for: what a resource may be asked when it is handed on as a whole.
func (e *evaluator) everyName() []string {
	if len(e.unready) == 0 {
		return e.names()
	}
	all := maps.Clone(e.ready)
	for _, mod := range e.unready {
		all[mod] = true
	}
	return namesOf(maps.Keys(all))
}

func namesOf(modules iter.Seq[*tree.Module]) []string {
	set := map[string]bool{}
	for mod := range modules {
		for _, name := range mod.Names() {
			set[name] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}
