package model

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Action is one action as the plan writes it. An action this version does not
// know is kept as it is.
type Action string

// The actions Terraform and OpenTofu are known to plan.
const (
	NoOp   Action = "no-op"
	Create Action = "create"
	Read   Action = "read"
	Update Action = "update"
	Delete Action = "delete"
	Forget Action = "forget"
)

// Resource is one instance of a managed resource.
type Resource struct {
	Address         string    // exactly as Terraform prints it
	PreviousAddress string    // where it was before a move, else ""
	Module          string    // "module.web[\"a\"]", "" for the root module
	Type            string    // "aws_instance"
	Name            string    // "app"
	Index           cty.Value // count index or for_each key; cty.NilVal when single
	Deposed         string    // key of a deposed object, else ""

	Actions      []Action // never empty
	ActionReason string   // as the plan writes it, "" when it gives none
	Imported     bool     // the plan takes it over by an import block

	ProviderName string    // "registry.terraform.io/hashicorp/aws"
	Provider     *Provider // configuration that serves it; nil when not known
	Facts        TypeFacts // what the cloud says of this type

	Region Region
	Tags   Tags
	LockIn LockIn
	Source *Range // nil when not known, never invented

	// Before and After are nil where the resource does not exist on that side.
	// For a state both are the same object.
	Before, After Object

	// WhyUnknown, when set, names the expression that hides the unknown
	// attribute at path ("var.iops"), or "" when it cannot be told.
	WhyUnknown func(path string) string

	// Configured, when set, reports whether the configuration says anything
	// about the attribute at path. One that is unknown and not configured is
	// the provider's to fill in, usually with a documented default.
	Configured func(path string) bool

	// Line, when set, is where the argument at a dotted path without indices is
	// written, or the nearest block around it that is; nil when not known.
	Line func(path string) *Range
	// Ignores are what people wrote beside it, and beside the calls of the
	// modules it is in, to silence findings.
	Ignores []*Ignore

	// FromSource says that there is no plan: an attribute that nobody wrote is
	// null, also where the provider will fill it in.
	FromSource bool
}

// Exists reports whether the resource is there, and costs money, after the
// plan is applied: everything but a deletion. A forgotten resource leaves
// management and goes on costing.
func (r *Resource) Exists() bool {
	return r.After != nil
}

// Changes reports whether the plan does anything to the resource.
func (r *Resource) Changes() bool {
	return !slices.Equal(r.Actions, []Action{NoOp})
}

// Has reports whether a is one of the planned actions.
func (r *Resource) Has(a Action) bool { return slices.Contains(r.Actions, a) }

// NumberUnknown reports whether r stands for a number of instances that nobody
// knows: its address, or that of a module around it, has [*] for a key.
func (r *Resource) NumberUnknown() bool {
	for at := 0; ; {
		i := strings.Index(r.Address[at:], "[*]")
		if i < 0 {
			return false
		}
		if at += i; !quoted(r.Address[:at]) {
			return true
		}
		at++
	}
}

// quoted is whether an address ends within the text of a key.
func quoted(address string) bool {
	open := false
	for i := 0; i < len(address); i++ {
		switch address[i] {
		case '\\':
			i++
		case '"':
			open = !open
		}
	}
	return open
}

// NotYet says why an unknown attribute has no value, behind "is" or "value".
func (r *Resource) NotYet() string {
	if r != nil && r.FromSource {
		return "not known from the source"
	}
	return "known only after apply"
}

// TypeFacts is what the provider's tables say of a resource type.
type TypeFacts struct {
	Cloud   string // "aws", "azure", "gcp"; "" when the provider is not one we know
	Service string // as the cloud's bill calls it, "" when not known
	Class   Class
	// BilledThrough names, for a feeder, the type or reference attribute that
	// carries the cost.
	BilledThrough string
	// Reason says in a few words why the class is what it is.
	Reason string
	// TagsAttribute is the argument that carries cost tags, "" when the type
	// takes none.
	TagsAttribute string
	// NoDefaultTags is true when the provider's default tags do not reach the
	// type, or the provider has none to give.
	NoDefaultTags bool
}

// Class says how a resource type is billed.
type Class string

const (
	Priced  Class = "priced"  // billed; a card says by what
	Free    Class = "free"    // no charge of its own
	Feeder  Class = "feeder"  // sizes another resource, or is billed through it
	Unknown Class = "unknown" // nobody can tell, or not in the tables
)

// Region is where a resource lives, and how that is known.
type Region struct {
	Name  string // "" when not known
	Basis Basis
	// Reason says why the region is not known ("provider aws.west: region is
	// var.region, which has no constant value"); "" when it is known.
	Reason string
}

// Basis is how a region was found out.
type Basis string

const (
	FromResource Basis = "resource" // an attribute of its own
	FromProvider Basis = "provider" // the provider configuration that serves it
	FromParent   Basis = "parent"   // a resource it refers to
	FromDefault  Basis = "default"  // the cloud's or the user's default
	FromNothing  Basis = "unknown"
)

// Tags are the effective cost tags (labels) of a resource: provider defaults
// overlaid with its own.
type Tags struct {
	Known map[string]string // keys with a known value
	// Hidden are keys that are there, but whose value is not known (or is
	// sensitive), sorted.
	Hidden []string
	// Complete is true when no further key can exist: every part of the
	// expression was known.
	Complete bool
	// From says for each key where it comes from: "resource" or "provider".
	From map[string]string
	// Why names the expression that hides the rest when Complete is false.
	Why string
}

// Has reports whether the key is there, with a known value or without.
func (t Tags) Has(key string) bool {
	if _, ok := t.Known[key]; ok {
		return true
	}
	_, ok := slices.BinarySearch(t.Hidden, key)
	return ok
}

// LockIn is how hard the service behind a resource is to leave.
type LockIn struct {
	Grade        int    // 0 open … 4 proprietary, no drop-in; -1 when not graded
	AtMost       bool   // the highest it can be: what decides is not known
	Service      string // name in the table
	Why          string
	Alternatives []string
	Effort       string // band S, M, L, XL with a note
	Inherent     bool   // networks, identity: graded for the record only
}

// Range is a place in a source file. Lines count from 1.
type Range struct {
	File    string // slash-separated, relative to the checked root
	Line    int
	EndLine int
}
