package pricing

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// expression is one HCL expression of a card and all it rests on, seen through
// the card's lets.
type expression struct {
	hclsyntax.Expression
	reads []read // sorted
	local bool   // rests on the region
	loops bool   // goes through lists, itself
}

// read is something outside the card that an expression rests on.
type read struct {
	root string // "self", "refs", "usage", "region"; "let" on the way there
	path string // dotted, without indices; "NAME.attr…" for refs
}

func (r read) String() string {
	switch r.root {
	case "self":
		return r.path
	case "region":
		return "region"
	default:
		return r.root + "." + r.path
	}
}

func (p *cardParser) pointer(a *hclsyntax.Attribute) *expression {
	e := p.expression(a)
	return &e
}

func (p *cardParser) expression(a *hclsyntax.Attribute) expression {
	c := readCollector{lets: p.lets, asked: p.asked}
	diags := hclsyntax.VisitAll(a.Expr, c.visit)
	p.diags = append(p.diags, diags...)
	slices.SortFunc(c.reads, func(a, b read) int {
		if c := strings.Compare(a.root, b.root); c != 0 {
			return c
		}
		return strings.Compare(a.path, b.path)
	})
	return expression{Expression: quicken(a.Expr), reads: slices.Compact(c.reads), local: c.local, loops: c.loops}
}

// localFunctions are those whose answer rests on the region.
var localFunctions = map[string]bool{"priced": true, "first_priced": true}

type readCollector struct {
	lets  map[string]expression
	reads []read
	asked map[string]bool
	inGet []hclsyntax.Node // first arguments of get(), already counted
	local bool
	loops bool
}

// visit counts what a node reads. get(self.block, "a.b") is counted as one
// read of block.a.b, so that a gap can name the exact attribute.
func (c *readCollector) visit(node hclsyntax.Node) hcl.Diagnostics {
	switch n := node.(type) {
	case *hclsyntax.ForExpr:
		c.loops = true
	case *hclsyntax.FunctionCallExpr:
		c.local = c.local || localFunctions[n.Name]
		if n.Name != "get" || len(n.Args) < 2 {
			return nil
		}
		path, ok := constantText(n.Args[1])
		if !ok {
			return nil
		}
		name, _, _ := strings.Cut(path.AsString(), ".")
		c.asked[name] = true
		from, ok := n.Args[0].(*hclsyntax.ScopeTraversalExpr)
		if !ok {
			return nil
		}
		if c.traversal(from.Traversal, path.AsString()) {
			c.inGet = append(c.inGet, from)
		}
	case *hclsyntax.ScopeTraversalExpr:
		if !slices.Contains(c.inGet, hclsyntax.Node(n)) {
			c.traversal(n.Traversal, "")
		}
		n.Traversal = joined(n.Traversal)
	}
	return nil
}

// constantText is a text that rests on nothing.
func constantText(e hclsyntax.Expression) (cty.Value, bool) {
	if v, ok := writtenText(e); ok {
		return v, true
	}
	v, diags := e.Value(nil)
	return v, !diags.HasErrors() && plain(v, cty.String)
}

// joined makes one name of the first two steps of self.x, refs.x, usage.x and
// let.x: each is a variable of its own in a scope, so that no object has to be
// built of them for every resource.
func joined(t hcl.Traversal) hcl.Traversal {
	switch t.RootName() {
	case "self", "refs", "usage", "let":
	default:
		return t
	}
	if len(t) < 2 {
		return t
	}
	step, ok := t[1].(hcl.TraverseAttr)
	if !ok {
		return t
	}
	root := hcl.TraverseRoot{Name: variable(t.RootName(), step.Name), SrcRange: hcl.RangeBetween(t[0].SourceRange(), step.SrcRange)}
	return append(hcl.Traversal{root}, t[2:]...)
}

// variable is the name of self.x and the like in a scope.
func variable(root, name string) string { return root + "." + name }

func (c *readCollector) traversal(t hcl.Traversal, more string) bool {
	var path []string
	for _, step := range t[1:] {
		attr, ok := step.(hcl.TraverseAttr)
		if !ok {
			continue // an index does not change which attribute is read
		}
		path = append(path, attr.Name)
	}
	if more != "" {
		path = append(path, more)
	}
	switch root := t.RootName(); root {
	case "self", "refs", "usage":
		if len(path) > 0 {
			c.reads = append(c.reads, read{root, strings.Join(path, ".")})
		}
	case "region":
		c.reads = append(c.reads, read{root: root})
		c.local = true
	case "let":
		if len(path) > 0 {
			c.reads = append(c.reads, read{root, path[0]})
			for _, name := range path[1:] {
				c.asked[name] = true
			}
			from := c.lets[path[0]]
			c.reads = append(c.reads, from.reads...)
			c.local = c.local || from.local
		}
	default:
		return false
	}
	return true
}
