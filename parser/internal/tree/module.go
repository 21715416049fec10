package tree

import (
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/parser/internal/functions"
)

// Module is one folder as written, loaded once however often it is called.
// Nobody changes it.
type Module struct {
	Dir         string // slash path below the root, "." for the root itself
	Variables   map[string]*Variable
	Locals      map[string]*Expression
	Outputs     map[string]*Output
	Resources   []*Resource // managed, data and ephemeral, in the order of files and lines
	Calls       map[string]*Call
	Providers   []*Provider
	Required    map[string]Requirement // required_providers, by local name
	Moved       []Moved
	Removed     []Removed
	Imports     []Import
	Diagnostics hcl.Diagnostics // errors: something was left out; warnings: notes; in the order of files and lines

	named sync.Once
	names []string
}

// Expression is an expression as written. In either syntax it consists of
// hclsyntax nodes, once the outermost is reached.
type Expression struct {
	hcl.Expression
	Refs     []hcl.Traversal // Variables(), worked out once
	Straight hcl.Traversal   // the reference, where it is one and nothing else
	Constant bool            // refers to nothing and calls nothing impure

	budget *functions.Budget // nil for one that makes nothing
}

// constantWork is how much evaluating a constant may make while files are
// read; see [functions.Budget].
const constantWork = 20_000

// Evaluate is Value with a limit to what is made on the way, and how much that
// was. The function waits is asked now and then whether anybody still waits.
func (x *Expression) Evaluate(ctx *hcl.EvalContext, work int, waits func() bool) (v cty.Value, diags hcl.Diagnostics, used int) {
	if x.budget == nil {
		v, diags = x.Expression.Value(ctx)
		return v, diags, 0
	}
	x.budget.Lock() // several may evaluate the module at once
	defer x.budget.Unlock()
	x.budget.Grant(work, waits)
	v, diags = x.Expression.Value(ctx)
	return v, diags, x.budget.Used()
}

// Body is what stands between the braces of a block.
type Body struct {
	Attrs  map[string]*Expression // arguments; in JSON syntax nested blocks too, as values
	Blocks []*Block               // nested blocks in order; dynamic stays a block with one label
	Range  hcl.Range
}

// Block is a nested block.
type Block struct {
	Type   string
	Labels []string
	Body   *Body
	Range  hcl.Range // header to closing brace
}

// Variable is an input of a module.
type Variable struct {
	Name                           string
	Type                           cty.Type           // cty.DynamicPseudoType when any or left out
	Defaults                       *typeexpr.Defaults // of optional() attributes; nil: none
	Default                        cty.Value          // as written, not converted; NilVal: none
	Sensitive, Ephemeral, Nullable bool
	Range                          hcl.Range
}

// Output is an output of a module.
type Output struct {
	Name      string
	Value     *Expression // nil when it cannot be read
	Sensitive bool
	Range     hcl.Range
}

// Resource is a managed resource, a data source or an ephemeral resource.
type Resource struct {
	Mode, Type, Name        string // Mode: "managed", "data", "ephemeral"
	Count, ForEach, Enabled *Expression
	Provider                *Expression     // the provider argument, nil when left out
	DependsOn               []hcl.Traversal // as written
	Body                    *Body           // meta-arguments, lifecycle, provisioner, connection taken away
	Range                   hcl.Range       // header to closing brace
}

// Call calls another module.
type Call struct {
	Name                    string
	Source, Version         string      // "" when not a plain text
	SourceExpr, VersionExpr *Expression // nil when left out
	Computed, Open          bool        // set by who works them out: the source is not as written, the version not known
	Count, ForEach, Enabled *Expression
	Providers               map[string]*Expression // by name or name.alias in the called module
	DependsOn               []hcl.Traversal
	Body                    *Body // the inputs; meta-arguments taken away
	Range                   hcl.Range
}

// Provider configures a provider.
type Provider struct {
	Name, Alias, Version string
	ForEach              *Expression
	Body                 *Body
	Range                hcl.Range
}

// Requirement is an entry of required_providers.
type Requirement struct{ Source, Version string }

// Moved says that a resource or module has a new address.
type Moved struct {
	From, To hcl.Traversal
	Range    hcl.Range
}

// Removed says that a resource or module has left the configuration.
type Removed struct {
	From    hcl.Traversal
	Destroy bool
	Range   hcl.Range
}

// Import takes an object that exists under management.
type Import struct {
	To, ForEach *Expression
	Range       hcl.Range
}
