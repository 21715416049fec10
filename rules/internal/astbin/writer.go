package astbin

import (
	"encoding/binary"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Writer puts words, numbers, terms and modules behind each other. Words are
// kept once.
type Writer struct {
	places map[string]int
	words  []string
	out    []byte
	index  int
	err    error
}

// NewWriter begins.
func NewWriter() *Writer { return &Writer{places: map[string]int{}} }

// Bytes is all that was written, or the first thing that cannot be.
func (w *Writer) Bytes() ([]byte, error) {
	out := binary.AppendUvarint(nil, uint64(len(w.words)))
	for _, word := range w.words {
		out = append(binary.AppendUvarint(out, uint64(len(word))), word...)
	}
	out = binary.AppendUvarint(out, uint64(w.index))
	return append(out, w.out...), w.err
}

// Index says that what comes next is where Image.Index shall begin.
func (w *Writer) Index() { w.index = len(w.out) }

// Len is how many bytes stand behind the words so far: the place of what
// comes next, for Reader.At.
func (w *Writer) Len() int { return len(w.out) }

// Int writes a number that is not negative.
func (w *Writer) Int(n int) { w.out = binary.AppendUvarint(w.out, uint64(n)) }

// Word writes a string.
func (w *Writer) Word(s string) {
	at, ok := w.places[s]
	if !ok {
		at = len(w.words)
		w.places[s], w.words = at, append(w.words, s)
	}
	w.Int(at)
}

// Words writes strings and their number.
func (w *Writer) Words(list []string) {
	w.Int(len(list))
	for _, s := range list {
		w.Word(s)
	}
}

// Module writes a module as the compiler left it.
func (w *Writer) Module(m *ast.Module) {
	w.terms(m.Package.Path)
	w.Int(len(m.Rules))
	for _, r := range m.Rules {
		w.rule(r)
	}
}

func (w *Writer) rule(r *ast.Rule) {
	flags := 0
	if r.Default {
		flags |= flagDefault
	}
	if r.Head.Assign {
		flags |= flagAssign
	}
	if r.Else != nil {
		flags |= flagElse
	}
	w.Int(flags)
	w.line(r.Location)
	w.Word(string(r.Head.Name))
	w.terms(r.Head.Reference)
	w.terms(r.Head.Args)
	w.Term(r.Head.Key)
	w.Term(r.Head.Value)
	w.body(r.Body)
	if r.Else != nil {
		w.rule(r.Else)
	}
}

func (w *Writer) line(l *ast.Location) {
	if l == nil {
		w.Int(0)
		return
	}
	w.Int(l.Row)
}

func (w *Writer) body(b ast.Body) {
	w.Int(len(b))
	for i, e := range b {
		if e.Index != i {
			w.fail(e)
		}
		w.expr(e)
	}
}

func (w *Writer) expr(e *ast.Expr) {
	flags := 0
	if e.Negated {
		flags |= flagNegated
	}
	if e.Generated {
		flags |= flagGenerated
	}
	w.Int(flags)
	w.line(e.Location)
	w.Int(len(e.With))
	for _, with := range e.With {
		w.Term(with.Target)
		w.Term(with.Value)
	}
	switch terms := e.Terms.(type) {
	case *ast.Term:
		w.Int(exprTerm)
		w.Term(terms)
	case []*ast.Term:
		w.Int(exprTerms)
		w.terms(terms)
	case *ast.Every:
		w.Int(exprEvery)
		w.Term(terms.Key)
		w.Term(terms.Value)
		w.Term(terms.Domain)
		w.body(terms.Body)
	default:
		w.fail(terms)
	}
}

func (w *Writer) terms(ts []*ast.Term) {
	w.Int(len(ts))
	for _, t := range ts {
		w.Term(t)
	}
}

// Term writes a term, or that there is none.
func (w *Writer) Term(t *ast.Term) {
	if t == nil {
		w.Int(tagNone)
		return
	}
	switch v := t.Value.(type) {
	case ast.Null:
		w.Int(tagNull)
	case ast.Boolean:
		if v {
			w.Int(tagTrue)
		} else {
			w.Int(tagFalse)
		}
	case ast.Number:
		w.tagged(tagNumber, string(v))
	case ast.String:
		w.tagged(tagString, string(v))
	case ast.Var:
		w.tagged(tagVar, string(v))
	case ast.Ref:
		w.Int(tagRef)
		w.terms(v)
	case *ast.Array:
		w.Int(tagArray)
		w.Int(v.Len())
		v.Foreach(w.Term)
	case ast.Object:
		w.Int(tagObject)
		w.Int(v.Len())
		v.Foreach(func(k, v *ast.Term) { w.Term(k); w.Term(v) })
	case ast.Set:
		w.Int(tagSet)
		w.Int(v.Len())
		v.Foreach(w.Term)
	case *ast.ArrayComprehension:
		w.Int(tagArrayComprehension)
		w.Term(v.Term)
		w.body(v.Body)
	case *ast.SetComprehension:
		w.Int(tagSetComprehension)
		w.Term(v.Term)
		w.body(v.Body)
	case *ast.ObjectComprehension:
		w.Int(tagObjectComprehension)
		w.Term(v.Key)
		w.Term(v.Value)
		w.body(v.Body)
	case ast.Call:
		w.Int(tagCall)
		w.terms(v)
	default:
		w.fail(v)
	}
}

func (w *Writer) tagged(tag int, word string) {
	w.Int(tag)
	w.Word(word)
}

func (w *Writer) fail(what any) {
	if w.err == nil {
		w.err = fmt.Errorf("a compiled rule holds a %T, which has no form in bytes", what)
	}
}
