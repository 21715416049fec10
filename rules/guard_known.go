package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// knowing is the guard where part of every document is known beforehand: the
// type and environment of a group, and the parameters. What holds of them is
// left out, and a definition that cannot hold; never is true where none can.
func (g guard) knowing(known *document) (rest guard, never bool) {
	if g == nil {
		return nil, false
	}
	for _, list := range g {
		left, possible := remaining(list, known)
		switch {
		case !possible:
		case len(left) == 0:
			return nil, false
		default:
			rest = append(rest, left)
		}
	}
	return rest, rest == nil
}

// remaining are the conditions that what is known leaves open; possible is false
// where one of them does not hold.
func remaining(list []condition, known *document) (left []condition, possible bool) {
	for _, c := range list {
		if c.rule != nil {
			rest, never := c.rule.knowing(known)
			if never {
				return nil, false
			}
			if rest != nil {
				left = append(left, condition{rule: rest})
			}
			continue
		}
		switch {
		case !c.left.settled() && c.right != nil && !c.right.several && c.right.settled():
			if c.fixed = c.right.find(known); c.fixed == nil {
				if !c.not {
					return nil, false
				}
				continue
			}
			c.fixed, c.right = c.looked(c.fixed), nil
			left = append(left, c)
		case !c.settled():
			left = append(left, c)
		case !c.met(known):
			return nil, false
		}
	}
	return left, true
}

// looked is a list that something is looked for in, in a form that takes one look
// and not one for each element.
func (c *condition) looked(in *ast.Term) *ast.Term {
	list, ok := in.Value.(*ast.Array)
	if !ok || !c.member || list.Len() < 4 {
		return in
	}
	set := ast.NewSet()
	list.Foreach(set.Add)
	return ast.NewTerm(set)
}

// settled is whether all it looks at is among what is known of a group.
func (c *condition) settled() bool {
	return c.rule == nil && c.left.settled() && (c.right == nil || c.right.settled())
}

func (p *spot) settled() bool {
	if slices.ContainsFunc(p.steps, func(s step) bool { return s.at != nil && !s.at.settled() }) {
		return false
	}
	switch {
	case p.from != nil:
		return !p.several && p.from.settled()
	case len(p.steps) == 0:
		return false
	case p.steps[0].is(ourParamsTerm):
		return true // also all of them
	}
	return len(p.steps) == 2 && p.steps[0].is(resourceTerm) && slices.ContainsFunc(groupTerms, p.steps[1].is)
}

func (p *pick) settled() bool {
	return !slices.ContainsFunc(p.options, func(o option) bool {
		return o.value != nil && !o.value.settled() || slices.ContainsFunc(o.when, func(c condition) bool { return !c.settled() })
	})
}

// groupTerms are the parts of a resource that a group has in common.
var groupTerms = []*ast.Term{typeTerm, ast.StringTerm("env")}

var typeTerm = ast.StringTerm("type")

// known is what a rule would see of any resource of the group, where params are
// those of its rules.
func (k *groupKey) known(params *ast.Term) *document {
	resource := ast.ObjectTerm(
		[2]*ast.Term{groupTerms[0], ast.StringTerm(k.typ)},
		[2]*ast.Term{groupTerms[1], ast.StringTerm(k.env)},
	)
	pairs := [][2]*ast.Term{{resourceTerm, resource}}
	if params != nil {
		pairs = append(pairs, [2]*ast.Term{ourParamsTerm, params})
	}
	return documentOf(ast.ObjectTerm(pairs...))
}
