package parser

import (
	"sync"

	"github.com/iaclint/iaclint/jsonscan"
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

// expressionReader lists expressions. It comes from a pool, with the names it
// has seen: blocks repeat them.
type expressionReader struct {
	list  []expression
	words interner
}

var readers = sync.Pool{New: func() any { return new(expressionReader) }}

func (x *expressionReader) forget() {
	clear(x.list)
	x.list = x.list[:0]
	readers.Put(x)
}

// readExpressions lists the expressions of a block and of the blocks in it, in
// the order they stand in raw.
func readExpressions(raw []byte) ([]expression, error) {
	x := readers.Get().(*expressionReader)
	defer x.forget()
	err := x.block(jsonscan.New(raw, 0), "", false)
	return append([]expression(nil), x.list...), err
}

func (x *expressionReader) block(c *jsonscan.Cursor, path string, element bool) error {
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
			if err := x.block(c, path, true); err != nil {
				return err
			}
		}
	case '{':
		c.Pos++
		e := expression{path: path}
		// What is made by functions of nothing but constants shows as {}.
		leaf, empty := false, !element && path != ""
		for first := true; ; first = false {
			key, ok, err := c.Key(first)
			if err != nil {
				return err
			}
			if !ok {
				break
			}
			empty = false
			switch name := x.words.recent(key); {
			case name == "constant_value" && path != "":
				leaf = true
				err = place(c, &e.value)
			case name == "references" && path != "":
				leaf = true
				e.references, err = x.references(c)
			default:
				inner := name
				if path != "" {
					inner = path + "." + name
				}
				err = x.block(c, inner, false)
			}
			if err != nil {
				return err
			}
		}
		if leaf || empty {
			x.list = append(x.list, e)
		}
		return nil
	}
	return c.Skip()
}

// readExpression reads a lone expression, as of an output or of for_each.
func readExpression(raw []byte) (expression, error) {
	x := readers.Get().(*expressionReader)
	defer x.forget()
	err := x.block(jsonscan.New(raw, 0), ".", false)
	if err != nil || len(x.list) == 0 {
		return expression{}, err
	}
	return x.list[0], nil
}

func (x *expressionReader) references(c *jsonscan.Cursor) ([]string, error) {
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
		refs = append(refs, x.words.recent(raw))
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
