package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// memo is OPA's cache of rule results, with a memory that outlives a question.
// Most of what helpers compute does not depend on the resource: tables, what
// is made of parameters, functions of strings. A rule or function that looks
// at nothing in the input but parameters and context gives the same answer
// every time, so it is asked once. The rest goes to a cache that lives as long
// as the question, as in OPA itself.
//
// It belongs to one goroutine and one unit. It is not used for partial
// evaluation, and forgotten after an error.
type memo struct {
	topdown.VirtualCache
	constant *constant
	frames   int // of `with`; deeper down nothing is constant
	kept     int
}

// maxKept bounds the results of functions that are kept.
const maxKept = 4096

// constant is a tree over the packages of a unit: the rules that do not depend
// on the resource, and their results.
type constant struct {
	children map[ast.String]*constant
	rule     bool // results may be kept here
	args     bool // it is a function
	known    bool
	value    *ast.Term         // nil: undefined
	calls    map[int][]outcome // by hash of the arguments
}

type outcome struct {
	args  []*ast.Term
	value *ast.Term
}

func newMemo(u *unit) *memo {
	return &memo{VirtualCache: topdown.NewVirtualCache(), constant: u.constants().skeleton()}
}

// fresh begins a question.
func (m *memo) fresh() *memo {
	m.VirtualCache, m.frames = topdown.NewVirtualCache(), 0
	if m.kept > maxKept {
		m.kept = 0
		m.constant.forget()
	}
	return m
}

func (c *constant) forget() {
	c.calls, c.value, c.known = nil, nil, false
	for _, child := range c.children {
		child.forget()
	}
}

// Push and Pop enclose what is evaluated under another input.
func (m *memo) Push() {
	m.frames++
	m.VirtualCache.Push()
}

func (m *memo) Pop() {
	m.frames--
	m.VirtualCache.Pop()
}

// find is the place of a rule that does not depend on the resource, and the
// arguments behind it; nil for any other.
func (m *memo) find(ref ast.Ref) (*constant, []*ast.Term) {
	if m.frames > 0 {
		return nil, nil
	}
	name, args := ref, ast.Ref(nil)
	function, called := ref[0].Value.(ast.Ref) // a call: [function, arguments...]
	if called {
		name, args = function, ref[1:]
	}
	node := m.constant
	for _, elem := range name[1:] {
		step, ok := elem.Value.(ast.String)
		if !ok {
			return nil, nil
		}
		if node = node.children[step]; node == nil {
			return nil, nil
		}
	}
	if node.rule && node.args == called {
		return node, args
	}
	return nil, nil
}

// Get implements topdown.VirtualCache.
func (m *memo) Get(ref ast.Ref) (*ast.Term, bool) {
	node, args := m.find(ref)
	switch {
	case node == nil:
		return m.VirtualCache.Get(ref)
	case !node.args:
		return node.value, node.known && node.value == nil
	}
	for _, o := range node.calls[hash(args)] {
		if slices.EqualFunc(o.args, args, (*ast.Term).Equal) {
			return o.value, o.value == nil
		}
	}
	return nil, false
}

// Put implements topdown.VirtualCache.
func (m *memo) Put(ref ast.Ref, value *ast.Term) {
	node, args := m.find(ref)
	switch {
	case node == nil:
		m.VirtualCache.Put(ref, value)
	case !node.args:
		node.known, node.value = true, value
	default:
		m.kept++
		if node.calls == nil {
			node.calls = map[int][]outcome{}
		}
		h := hash(args)
		for i, o := range node.calls[h] {
			if slices.EqualFunc(o.args, args, (*ast.Term).Equal) {
				node.calls[h][i].value = value
				return
			}
		}
		node.calls[h] = append(node.calls[h], outcome{slices.Clone(args), value})
	}
}

func hash(args []*ast.Term) int {
	h := len(args)
	for _, a := range args {
		h = h*31 + a.Hash()
	}
	return h
}

// skeleton is a copy without results.
func (c *constant) skeleton() *constant {
	out := &constant{rule: c.rule, args: c.args}
	if len(c.children) > 0 {
		out.children = make(map[ast.String]*constant, len(c.children))
		for name, child := range c.children {
			out.children[name] = child.skeleton()
		}
	}
	return out
}

// constantsOf finds the rules of a compiler that do not depend on the
// resource.
func constantsOf(c *ast.Compiler) *constant {
	depends := map[*ast.Rule]bool{}
	var look func(r *ast.Rule) bool
	look = func(r *ast.Rule) bool {
		if found, ok := depends[r]; ok {
			return found
		}
		depends[r] = true // a rule that needs itself would not have compiled
		found := looksAtResource(r) || r.Else != nil && look(r.Else)
		for dep := range c.Graph.Dependencies(r) {
			if other, ok := dep.(*ast.Rule); ok && !found {
				found = look(other)
			}
		}
		depends[r] = found
		return found
	}
	var below func(n *ast.TreeNode) *constant
	below = func(n *ast.TreeNode) *constant {
		at := &constant{children: map[ast.String]*constant{}}
		for _, child := range n.Children {
			name, ok := child.Key.(ast.String)
			if !ok {
				continue
			}
			switch {
			case len(child.Values) == 0:
				at.children[name] = below(child)
			case len(child.Children) == 0 && !slices.ContainsFunc(child.Values, func(r *ast.Rule) bool { return !single(r) || look(r) }):
				at.children[name] = &constant{rule: true, args: len(child.Values[0].Head.Args) > 0}
			}
		}
		return at
	}
	if data := c.RuleTree.Child(ast.DefaultRootDocument.Value); data != nil {
		return below(data)
	}
	return &constant{}
}

// single is a rule of one value: no set, and no object put together key by key.
func single(r *ast.Rule) bool {
	return r.Head.RuleKind() == ast.SingleValue && r.Head.Ref().IsGround() && r.Head.Key == nil
}

// looksAtResource is whether a rule itself refers to the input beyond
// parameters and context, or evaluates something under another input.
func looksAtResource(r *ast.Rule) bool {
	found := false
	var look func(t *ast.Term) bool
	look = func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case ast.Var:
			found = found || v == ast.InputRootDocument.Value
		case ast.Ref:
			if !v[0].Equal(ast.InputRootDocument) {
				break
			}
			if len(v) < 2 || !v[1].Equal(ourParamsTerm) && !v[1].Equal(contextTerm) {
				found = true
				return true
			}
			for _, elem := range v[1:] {
				ast.WalkTerms(elem, look)
			}
			return true
		}
		return found
	}
	ast.WalkTerms(r, look)
	ast.WalkExprs(r, func(e *ast.Expr) bool {
		found = found || len(e.With) > 0
		return found
	})
	return found
}

var (
	ourParamsTerm = ast.StringTerm(paramsKey)
	contextTerm   = ast.StringTerm("context")
)
