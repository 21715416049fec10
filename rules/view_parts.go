package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/iaclint/iaclint/model"
)

// resourcePart is one part of input.resource.
type resourcePart struct {
	name  string
	make  func(*view) *ast.Term
	holes func(*view) bool // whether it may have some; nil: never
	tags  bool             // whose holes are told together
}

func always(*view) bool { return true }

// resourceParts are all there are, in the order in which their holes are told.
var resourceParts = [...]resourcePart{
	{name: "address", make: func(v *view) *ast.Term { return word(v.s.Resource.Address) }},
	{name: "name", make: func(v *view) *ast.Term { return word(v.s.Resource.Name) }},
	{name: "module", make: func(v *view) *ast.Term { return word(v.s.Resource.Module) }},
	{name: "previous_address", make: func(v *view) *ast.Term { return word(v.s.Resource.PreviousAddress) }},
	{name: "index", make: func(v *view) *ast.Term { return v.b.index(v.s.Resource.Index) }},
	{name: "type", make: func(v *view) *ast.Term { return word(v.s.Resource.Type) }},
	{
		name: "region",
		make: func(v *view) *ast.Term {
			if r := &v.s.Resource.Region; r.Name == "" {
				v.b.gap("resource", "region", or(r.Reason, "is not known"))
			}
			return word(v.s.Resource.Region.Name)
		},
		holes: func(v *view) bool { return v.s.Resource.Region.Name == "" },
	},
	{name: "region_basis", make: func(v *view) *ast.Term { return word(string(v.s.Resource.Region.Basis)) }},
	{name: "service", make: func(v *view) *ast.Term { return word(v.s.Resource.Facts.Service) }},
	{name: "cloud", make: func(v *view) *ast.Term { return word(v.s.Resource.Facts.Cloud) }},
	{name: "class", make: func(v *view) *ast.Term { return word(string(v.s.Resource.Facts.Class)) }},
	{name: "provider_name", make: func(v *view) *ast.Term { return word(v.s.Resource.ProviderName) }},
	{name: "action_reason", make: func(v *view) *ast.Term { return word(v.s.Resource.ActionReason) }},
	{name: "tags_why", make: func(v *view) *ast.Term { return word(v.s.Resource.Tags.Why) }},
	{name: "env", make: func(v *view) *ast.Term { return word(v.s.env()) }},
	{name: "env_from", make: func(v *view) *ast.Term { return word(v.s.EnvFrom) }},
	{name: "provider", make: func(v *view) *ast.Term { return v.b.provider(v.s.Resource) }},
	{name: "taggable", make: func(v *view) *ast.Term { return ast.InternedTerm(v.s.Resource.Facts.TagsAttribute != "") }},
	{name: "actions", make: func(v *view) *ast.Term { return v.b.actions(v.s.Resource) }},
	{name: "values", make: (*view).values, holes: always},
	{
		name: "before",
		make: func(v *view) *ast.Term {
			before := v.s.Resource.Before
			if before == nil {
				return ast.NullTerm()
			}
			return v.b.attributes(before, attrNames(before, v.n.before, v.n.allBefore), nil)
		},
		holes: func(v *view) bool {
			before := v.s.Resource.Before
			return before != nil && v.veiled(before, v.n.before, v.n.allBefore)
		},
	},
	{name: "refs", make: func(v *view) *ast.Term { return v.b.references(v.s, v.n) }, holes: always},
	{name: "referenced_by", make: func(v *view) *ast.Term { return v.b.referencedBy(v.s, v.n) }, holes: (*view).hidesNeighbours},
	{name: "tags", tags: true, make: func(v *view) *ast.Term { return v.b.words(v.s.Resource.Tags.Known) }},
	{name: "tags_complete", tags: true, make: func(v *view) *ast.Term { return ast.InternedTerm(v.s.Resource.Tags.Complete) }},
	{name: "tags_from", tags: true, make: func(v *view) *ast.Term { return v.b.words(v.s.Resource.Tags.From) }},
	{name: "tags_hidden", tags: true, make: func(v *view) *ast.Term { return textList(v.s.Resource.Tags.Hidden) }},
	{name: "cost", make: func(v *view) *ast.Term { return v.costs(v.n.lines) }, holes: (*view).gapInCost},
	{
		name: "carbon",
		make: func(v *view) *ast.Term {
			return v.b.once(part{name: "carbon", after: v.s.footprint()}, func() *ast.Term { return v.b.carbon(v.s) })
		},
		holes: (*view).gapInCarbon,
	},
	{name: "lock_in", make: func(v *view) *ast.Term { return v.b.lockIn(v.s.Resource.LockIn) }},
	{
		name: "machine",
		make: func(v *view) *ast.Term {
			if v.s.Machine == nil {
				return v.b.machine(v.s)
			}
			return v.b.once(part{name: "machine", machine: v.s.Machine}, func() *ast.Term { return v.b.machine(v.s) })
		},
		holes: func(v *view) bool { return v.s.Machine == nil },
	},
	// Last, when it is known what is not.
	{name: "unknown", make: func(v *view) *ast.Term { return v.b.hidden(false) }, holes: always},
	{name: "sensitive", make: func(v *view) *ast.Term { return v.b.hidden(true) }, holes: always},
}

var partValues, partCost, partReferencedBy = partAt(ast.StringTerm("values")), partAt(ast.StringTerm("cost")), partAt(ast.StringTerm("referenced_by"))

// partAt is the place of a part by its name; -1 where there is none.
func partAt(name *ast.Term) int {
	if name != nil {
		if text, ok := name.Value.(ast.String); ok {
			return slices.IndexFunc(resourceParts[:], func(p resourcePart) bool { return p.name == string(text) })
		}
	}
	return -1
}

func word(text string) *ast.Term {
	if text == "" {
		return nil
	}
	return ast.StringTerm(text)
}

// costs is the part cost, made once for resources that cost the same.
func (v *view) costs(lines bool) *ast.Term {
	p := part{name: "cost", after: v.s.footprint(), lines: lines}
	if v.s.Estimate != nil {
		p.before = v.s.Estimate.Before
	}
	return v.b.once(p, func() *ast.Term { return v.b.cost(v.s, lines) })
}

// hidesNeighbours is whether a resource that points to this one may have a hole
// where rules look at it, or some that do are not in sight.
func (v *view) hidesNeighbours() bool {
	by, complete := v.s.Plan.Graph.ReferencedBy(v.s.Resource)
	if !complete || v.n.allByAttrs {
		return true
	}
	return len(v.n.byAttrs) > 0 && slices.ContainsFunc(by, func(r *model.Resource) bool {
		o := (&Subject{Resource: r}).side()
		if o == nil {
			return false
		}
		defer o.Release() // a network has thousands of them
		return v.veiled(o, v.n.byAttrs, false)
	})
}

func (v *view) veiled(o model.Object, names []string, all bool) bool {
	return all || slices.ContainsFunc(names, func(name string) bool { return model.Veiled(o, name) })
}

// gapInCost is whether the cost part tells of a gap.
func (v *view) gapInCost() bool {
	f := v.s.footprint()
	return f == nil || f.Monthly == nil
}

func (v *view) gapInCarbon() bool {
	f := v.s.footprint()
	return f == nil || f.Carbon == nil && f.Emits
}
