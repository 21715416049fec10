package parser

import (
	"github.com/iaclint/iaclint/parser/internal/jsonscan"
)

// expression is one argument as the configuration section shows it: a constant
// or the names it refers to. The rest of the expression is lost.
type expression struct {
	path       string // with dots, without indices: "launch_template.id"
	value      span   // constant: its place in the bytes it was read from, n = 0 for none
	references []string
}

// constant reports whether the expression refers to nothing.
func (e *expression) constant() bool { return len(e.references) == 0 }

// readExpressions lists the expressions of a block and of the blocks in it, in
// the order they stand in raw.
func readExpressions(raw []byte) ([]expression, error) {
	var out []expression
	c := jsonscan.New(raw, 0)
	err := blockExpressions(c, "", &out)
	return out, err
}

func blockExpressions(c *jsonscan.Cursor, path string, out *[]expression) error {
	b, err := c.Peek()
	if err != nil {
		return err
	}
	switch b {
	case '[': // several blocks
		c.Pos++
		for first := true; ; first = false {
			ok, err := c.Next(first)
			if err != nil || !ok {
				return err
			}
			if err := blockExpressions(c, path, out); err != nil {
				return err
			}
		}
	case '{':
		c.Pos++
		e := expression{path: path}
		leaf := false
		for first := true; ; first = false {
			key, ok, err := c.Key(first)
			if err != nil {
				return err
			}
			if !ok {
				break
			}
			switch name := jsonscan.Text(key); {
			case name == "constant_value" && path != "":
				leaf = true
				err = place(c, &e.value)
			case name == "references" && path != "":
				leaf = true
				e.references, err = readReferences(c)
			default:
				inner := name
				if path != "" {
					inner = path + "." + name
				}
				err = blockExpressions(c, inner, out)
			}
			if err != nil {
				return err
			}
		}
		if leaf {
			*out = append(*out, e)
		}
		return nil
	}
	return c.Skip()
}

// readExpression reads a lone expression, as of an output or of for_each.
func readExpression(raw []byte) (expression, error) {
	var out []expression
	err := blockExpressions(jsonscan.New(raw, 0), ".", &out)
	if err != nil || len(out) == 0 {
		return expression{}, err
	}
	return out[0], nil
}

func readReferences(c *jsonscan.Cursor) ([]string, error) {
	var refs []string
	if null, err := c.Null(); null || err != nil {
		return nil, err
	}
	if err := c.Open('[', "references"); err != nil {
		return nil, err
	}
	for first := true; ; first = false {
		ok, err := c.Next(first)
		if err != nil || !ok {
			return refs, err
		}
		raw, err := c.Raw("a reference")
		if err != nil {
			return nil, err
		}
		refs = append(refs, jsonscan.Text(raw))
	}
}

// distinct leaves out the references that only shorten another one, which
// Terraform adds to each ("aws_vpc.a.id", "aws_vpc.a"), and what is said twice.
// The order stays.
func distinct(refs []string) []string {
	if len(refs) < 2 {
		return refs
	}
	drop := make(map[string]bool, 2*len(refs)) // shorter forms, and what was said
	for _, r := range refs {
		for i, left := len(r)-1, maxChain; i > 0 && left > 0; i-- {
			if r[i] == '.' || r[i] == '[' {
				drop[r[:i]] = true
				left--
			}
		}
	}
	out := make([]string, 0, len(refs))
	for _, r := range refs {
		if !drop[r] {
			drop[r] = true
			out = append(out, r)
		}
	}
	return out
}

// expressions reads the expressions at a place in the configuration. raw is
// what their constants are places in.
func (g *config) expressions(at span) (list []expression, raw []byte) {
	if at.n == 0 {
		return nil, nil
	}
	raw, err := g.doc.in.part(at)
	if err != nil {
		return nil, nil
	}
	if list, err = readExpressions(raw); err != nil {
		return nil, nil // it was sound when it was scanned: the file has changed
	}
	return list, raw
}

// lookFor returns the expression at a path.
func lookFor(list []expression, path string) (expression, bool) {
	for _, e := range list {
		if e.path == path {
			return e, true
		}
	}
	return expression{}, false
}
