package rules

import "github.com/open-policy-agent/opa/v1/ast"

// pick is a rule of one value that plain conditions choose among constants and
// places: `default band := "prod"`, `band := "nonprod" if ...`. Unlike a guard it
// is exact: conditions may compare what it picks.
type pick struct {
	options   []option
	otherwise *ast.Term // nil: no value
}

// option is one definition.
type option struct {
	when  []condition
	value *spot     // or
	fixed *ast.Term // a constant
}

// value is what the rule would be; nil where it has no value.
func (p *pick) value(d *document) *ast.Term {
	for i := range p.options {
		if t := p.options[i].of(d); t != nil {
			return t
		}
	}
	return p.otherwise
}

func (o *option) of(d *document) *ast.Term {
	for i := range o.when {
		if !o.when[i].met(d) {
			return nil
		}
	}
	if o.value != nil {
		return o.value.find(d)
	}
	return o.fixed
}

// picked reads the rule at a reference as a pick, and how long its name is; nil
// where it says more than that.
func (g *guards) picked(ref ast.Ref) (p *pick, named int) {
	if g.depth >= deepest {
		return nil, 0
	}
	g.depth++
	defer func() { g.depth-- }()
	named = g.named(ref)
	defs := g.compiler.GetRulesExact(ref[:named])
	if len(defs) == 0 {
		return nil, 0
	}
	if known, ok := g.picks[defs[0]]; ok {
		return known, named
	}
	p = g.choice(defs)
	if g.picks == nil {
		g.picks = map[*ast.Rule]*pick{}
	}
	g.picks[defs[0]] = p
	return p, named
}

func (g *guards) choice(defs []*ast.Rule) *pick {
	p := &pick{}
	for _, d := range defs {
		if !single(d) || len(d.Head.Args) > 0 || len(defs) > 1 && d.Else != nil {
			return nil
		}
		if d.Default {
			p.otherwise = d.Head.Value
			continue
		}
		for ; d != nil; d = d.Else {
			o, ok := g.option(d)
			if !ok {
				return nil
			}
			p.options = append(p.options, o)
		}
	}
	return p
}

// option is a definition as one, if nothing in it is more than that.
func (g *guards) option(d *ast.Rule) (o option, ok bool) {
	held := g.hold(d.Body)
	for i, e := range d.Body {
		if t, isTerm := e.Terms.(*ast.Term); isTerm && t.Equal(ast.BooleanTerm(true)) && !e.Negated {
			continue // the body of a rule without one
		}
		c, ok := held.condition(e)
		if !ok || c.several() && !apartFrom(d, i) {
			return o, false
		}
		o.when = append(o.when, c)
	}
	if ast.IsConstant(d.Head.Value.Value) {
		o.fixed = d.Head.Value
		return o, true
	}
	o.value = held.spot(d.Head.Value)
	return o, o.value != nil && !o.value.several
}

// apartFrom is whether the nth expression goes through a list by itself: nothing
// else is about the same element.
func apartFrom(d *ast.Rule, n int) bool {
	times := map[ast.Var]int{}
	count := func(in any) {
		ast.WalkVars(in, func(v ast.Var) bool {
			times[v]++
			return false
		})
	}
	count(d.Head)
	for _, e := range d.Body {
		count(e)
	}
	apart := true
	ast.WalkRefs(d.Body[n], func(ref ast.Ref) bool {
		for _, step := range ref[1:] {
			if v, ok := step.Value.(ast.Var); ok && times[v] > 1 {
				apart = false
			}
		}
		return false
	})
	return apart
}
