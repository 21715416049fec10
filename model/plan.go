// Package model holds the nouns every other package speaks of: Plan, Resource,
// Object, Region, Tags. It knows no file format, no price and no rule, and it
// imports nothing of ours; the parser fills it in and everybody downstream
// reads it.
package model

import "github.com/hashicorp/hcl/v2"

// InputKind says what a Plan was read from.
type InputKind string

// The kinds of input, named as the output contract names them.
const (
	PlanJSON   InputKind = "plan-json"
	PlanBinary InputKind = "plan-binary"
	State      InputKind = "state"
	Source     InputKind = "source"
)

// Plan is one root module as it is and as it will be. Resources holds every
// managed instance once, the deleted and the forgotten ones included, in the
// order of Address; data sources are left out.
type Plan struct {
	Name  string // path relative to where iaclint was run, slash-separated
	Path  string // the input as the caller named it
	Input InputKind

	Tool             string // "terraform", "tofu" or "" when the input does not say
	TerraformVersion string // as the input says, "" when it does not
	Workspace        string // "" when the input does not say

	// Incomplete says why this plan does not speak for the whole root module
	// (an error while planning, -target, deferred changes); "" when it does.
	Incomplete string

	Resources []*Resource
	Providers []*Provider // provider configurations, in the order of Key
	Graph     Graph       // who points to whom; never nil

	// Diagnostics are slips and notes about the input that did not stop the
	// reading: an unknown action, an attribute of a strange type.
	Diagnostics hcl.Diagnostics

	// Ignores are all comments in the source that silence findings, wherever
	// they stand; nil without source.
	Ignores []*Ignore
	// Moves are the moved blocks of the source; nil without source.
	Moves []Move

	// Close gives back the input the resources are lazily read from; nil when
	// there is nothing to give back. No Object may be read after it.
	Close func() error
}

// Provider is one provider configuration of the plan, by alias and module.
type Provider struct {
	Key      string // as Terraform writes it: "aws", "aws.west", "module.net:aws"
	Type     string // "aws", "azurerm", "google"
	FullName string // "registry.terraform.io/hashicorp/aws"
	Alias    string // "" for the default configuration
	Module   string // module path without instance keys, "" for the root
	Version  string // version constraint, "" when none is written
	Region   Region

	// DefaultTags are default_tags (aws) or default_labels (google).
	DefaultTags Tags
}

// Graph answers which resources point to which. It is safe for concurrent use.
type Graph interface {
	// References returns the resources that the attribute at path of r points
	// to. Path has dots and no indices ("launch_template.id"). The resolution
	// says whether an empty answer means "nothing there" or "cannot be told".
	References(r *Resource, path string) ([]*Resource, Resolution)

	// ReferencedBy returns the resources of which any attribute points to r,
	// in the order of Address. complete is false when some reference in the
	// plan could not be followed and might have pointed to r.
	ReferencedBy(r *Resource) (by []*Resource, complete bool)
}

// Resolution is how sure Graph.References is of its answer.
type Resolution int

const (
	// None: the attribute holds no reference.
	None Resolution = iota
	// Resolved: the answer is what the configuration says.
	Resolved
	// Unresolved: there is a reference, but its target is not in the plan or
	// cannot be followed.
	Unresolved
)

// NoGraph is the Graph of a plan that knows no references.
type NoGraph struct{}

// References implements Graph: nothing is referenced.
func (NoGraph) References(*Resource, string) ([]*Resource, Resolution) { return nil, None }

// ReferencedBy implements Graph: nothing is referenced, and that is all we know.
func (NoGraph) ReferencedBy(*Resource) ([]*Resource, bool) { return nil, false }
