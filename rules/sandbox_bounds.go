package rules

import (
	"fmt"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Some built-ins make much of little in one step, which neither a deadline nor
// a limit of memory can interrupt: a text replaced by itself in itself, a width
// in a format, an expression over megabytes. For packs that are not trusted
// they are bounded before they begin. What they would make is told from the
// operands; it errs towards too much.
const (
	maxText     = 1 << 20 // bytes of a text that is taken apart or searched
	maxMade     = 8 << 20 // bytes of a text that is made
	maxSearch   = 1 << 28 // bytes of a text times those of the pattern
	maxElements = 1 << 20 // of an array that is made
	maxEdges    = 1 << 18 // nodes and edges of a graph
	maxNetworks = 1 << 12 // that are merged
	maxDigits   = 1 << 12 // of the factors of a product
)

// excess is a call that is refused, and ends the evaluation.
type excess struct{ name, of string }

func (e *excess) Error() string {
	return fmt.Sprintf("%s would take or make %s in one step", e.name, e.of)
}

// bound says why a call is refused, "" where it may go on.
type bound func(operands []*ast.Term) string

// bounds by the name of the built-in.
var bounds = sync.OnceValue(func() map[string]bound {
	out := map[string]bound{
		"concat":            boundConcat,
		"replace":           boundReplace,
		"strings.replace_n": boundReplaceMany,
		"sprintf":           boundFormat,
		"array.concat":      func(o []*ast.Term) string { return tooMuch(size(o[0])+size(o[1]), maxElements, "elements") },
		"net.cidr_merge":    func(o []*ast.Term) string { return tooMuch(size(o[0]), maxNetworks, "networks") },
		"mul":               func(o []*ast.Term) string { return tooMuch(digits(o[0])+digits(o[1]), maxDigits, "digits") },
		"numbers.range":     func(o []*ast.Term) string { return tooMuch(span(o[0], o[1]), maxElements, "elements") },
		"product": func(o []*ast.Term) string {
			n := 0
			each(o[0], func(t *ast.Term) { n += digits(t) })
			return tooMuch(n, maxDigits, "digits")
		},
		"graph.reachable": func(o []*ast.Term) string {
			n := size(o[1])
			if g, ok := o[0].Value.(ast.Object); ok {
				g.Foreach(func(_, edges *ast.Term) { n += 1 + size(edges) })
			}
			return tooMuch(n, maxEdges, "nodes and edges")
		},
		"regex.replace": func(o []*ast.Term) string {
			if why := tooMuch((length(o[0])+1)*(length(o[2])+1), maxMade, "bytes"); why != "" {
				return why
			}
			return search(o[1], o[0])
		},
		"regex.globs_match": func(o []*ast.Term) string { return tooMuch(length(o[0])+length(o[1]), 1<<10, "bytes") },
		"glob.match":        func(o []*ast.Term) string { return search(o[0], o[2]) },
	}
	for _, name := range []string{"regex.match", "regex.split", "regex.find_n", "regex.find_all_string_submatch_n"} {
		out[name] = func(o []*ast.Term) string { return search(o[0], o[1]) }
	}
	for _, name := range []string{
		"split", "strings.split_n", "indexof_n", "json.unmarshal", "json.is_valid", "yaml.unmarshal", "yaml.is_valid",
		"hex.encode", "base64.encode", "base64url.encode", "base64url.encode_no_pad", "urlquery.encode", "regex.is_valid",
	} {
		out[name] = func(o []*ast.Term) string { return tooMuch(length(o[0]), maxText, "bytes") }
	}
	return out
})

// boundPrefix is put before the name of a built-in that is bounded.
const boundPrefix = "bounded."

// bounded are the built-ins that stand in for those of OPA.
var bounded = sync.OnceValue(func() map[string]*topdown.Builtin {
	out := map[string]*topdown.Builtin{}
	for name, check := range bounds() {
		if b := ast.BuiltinMap[name]; b != nil {
			decl, f := *b, topdown.GetBuiltin(name)
			decl.Name = boundPrefix + name
			out[decl.Name] = &topdown.Builtin{Decl: &decl, Func: func(c topdown.BuiltinContext, o []*ast.Term, iter func(*ast.Term) error) error {
				if why := check(o); why != "" {
					return topdown.Halt{Err: &excess{name, why}}
				}
				return f(c, o, iter)
			}}
		}
	}
	return out
})

// boundedTypes are what the bounded built-ins take and give, for the compiler.
func boundedTypes() map[string]*ast.Builtin {
	out := map[string]*ast.Builtin{}
	for name, b := range bounded() {
		out[name] = b.Decl
	}
	return out
}

// bind has the compiled rules of a pack call the bounded built-ins. Nothing
// that looks at the names of built-ins may come after it.
func bind(c *ast.Compiler) {
	known, standIn := bounds(), bounded()
	for _, mod := range c.Modules {
		ast.WalkExprs(mod, func(e *ast.Expr) bool {
			if terms, ok := e.Terms.([]*ast.Term); ok && len(terms) > 0 {
				if ref, ok := terms[0].Value.(ast.Ref); ok {
					if name := ref.String(); known[name] != nil {
						terms[0] = ast.NewTerm(standIn[boundPrefix+name].Decl.Ref()).SetLocation(terms[0].Location)
					}
				}
			}
			return false
		})
	}
}

func tooMuch(n, limit int, of string) string {
	if n > limit || n < 0 {
		return fmt.Sprintf("more than %d %s", limit, of)
	}
	return ""
}

// length of a text in bytes, 0 for anything else.
func length(t *ast.Term) int {
	s, _ := t.Value.(ast.String)
	return len(s)
}

// digits of a number as it is written.
func digits(t *ast.Term) int {
	n, _ := t.Value.(ast.Number)
	return len(n)
}

// span is how many whole numbers lie between two; -1 where that cannot be told.
func span(from, to *ast.Term) int {
	a, isNumber := from.Value.(ast.Number)
	b, both := to.Value.(ast.Number)
	if !isNumber || !both {
		return 0 // an error of its own
	}
	first, ok := a.Int64()
	last, fits := b.Int64()
	if !ok || !fits {
		return -1
	}
	n := max(first, last) - min(first, last)
	if n < 0 || n > maxElements {
		return -1
	}
	return int(n) + 1
}

// size of a collection, 1 for anything else.
func size(t *ast.Term) int {
	switch v := t.Value.(type) {
	case *ast.Array:
		return v.Len()
	case ast.Set:
		return v.Len()
	case ast.Object:
		return v.Len()
	}
	return 1
}

// each visits the elements of a collection.
func each(t *ast.Term, f func(*ast.Term)) {
	switch v := t.Value.(type) {
	case *ast.Array:
		v.Foreach(f)
	case ast.Set:
		v.Foreach(f)
	}
}

// search is bounded by what an expression costs at worst: its length times
// that of the text.
func search(pattern, text *ast.Term) string {
	if why := tooMuch(length(pattern), 1<<13, "bytes of a pattern"); why != "" {
		return why
	}
	return tooMuch((length(pattern)+1)*length(text), maxSearch, "steps")
}

func boundConcat(o []*ast.Term) string {
	n := 0
	each(o[1], func(t *ast.Term) { n += length(t) + length(o[0]) })
	return tooMuch(n, maxMade, "bytes")
}

func boundReplace(o []*ast.Term) string {
	s, _ := o[0].Value.(ast.String)
	old, _ := o[1].Value.(ast.String)
	return tooMuch(len(s)+strings.Count(string(s), string(old))*length(o[2]), maxMade, "bytes")
}

func boundReplaceMany(o []*ast.Term) string {
	longest := 1
	if p, ok := o[0].Value.(ast.Object); ok {
		p.Foreach(func(_, with *ast.Term) { longest = max(longest, length(with)) })
	}
	return tooMuch((length(o[1])+1)*longest, maxMade, "bytes")
}

func boundFormat(o []*ast.Term) string { return tooMuch(reckoned(o), maxMade, "bytes") }

// reckoned is what a format makes at most, in bytes. Widths are added up; one
// that is an operand may be a million, which is as far as it goes. Each verb
// may write every operand, four times as long, and say what is wrong with it.
func reckoned(o []*ast.Term) int {
	format, _ := o[0].Value.(ast.String)
	n, width, verb, verbs, longest := len(format), 0, false, 0, 0
	for i := range len(format) {
		switch c := format[i]; {
		case c == '%':
			verb, width = !verb, 0
			if verb {
				verbs++
			}
		case !verb:
		case c >= '0' && c <= '9':
			width = min(10*width+int(c-'0'), 1_000_000)
		case c == '*':
			n += 1_000_000
		case c == '.' || c == '[' || c == ']':
			n, width = n+width, 0
		case c == '+' || c == '-' || c == '#' || c == ' ':
		default:
			n, width, verb = n+width, 0, false
		}
	}
	each(o[1], func(t *ast.Term) { longest = max(longest, length(t), digits(t)) })
	return n + width + (verbs+size(o[1]))*(4*longest+32)
}
