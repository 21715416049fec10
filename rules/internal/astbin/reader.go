package astbin

import (
	"encoding/json"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Image is what a Writer wrote. It may be read by many Readers at once.
type Image struct {
	words []string
	index int
	body  string
}

// Open reads the words of an image; they stay in the string.
func Open(image string) *Image {
	r := &Reader{body: image}
	words := make([]string, r.Int())
	for i := range words {
		n := r.Int()
		words[i] = image[r.at : r.at+n]
		r.at += n
	}
	index := r.Int()
	return &Image{words: words, index: index, body: image[r.at:]}
}

// Reader reads what a Writer wrote, in the same order. Bytes that are no image
// make it panic: an image is made and tested with the program that holds it.
type Reader struct {
	words   []string
	body    string
	at      int
	file    string
	strings []*ast.Term // by word, made once
	vars    []*ast.Term
	lines   map[int]*ast.Location
}

// Reader begins at the first byte behind the words.
func (i *Image) Reader() *Reader { return &Reader{words: i.words, body: i.body} }

// Index begins where Writer.Index said.
func (i *Image) Index() *Reader { return i.Reader().At(i.index) }

// At goes to a place, see Writer.Len.
func (r *Reader) At(place int) *Reader {
	r.at = place
	return r
}

// Int reads a number.
func (r *Reader) Int() int {
	n, shift := 0, 0
	for {
		b := r.body[r.at]
		r.at++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
		shift += 7
	}
}

// Word reads a string.
func (r *Reader) Word() string { return r.words[r.Int()] }

// Words reads a number of strings.
func (r *Reader) Words() []string {
	n := r.Int()
	if n == 0 {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = r.Word()
	}
	return out
}

// Module reads a module; file is what its locations say.
func (r *Reader) Module(file string) *ast.Module {
	r.file, r.lines = file, map[int]*ast.Location{}
	m := &ast.Module{Package: &ast.Package{Path: r.terms(), Location: r.location(1)}}
	m.SetRegoVersionSpan(ast.RegoVersionSpanOf(ast.RegoV1))
	m.Rules = make([]*ast.Rule, r.Int())
	for i := range m.Rules {
		m.Rules[i] = r.rule(m)
	}
	return m
}

func (r *Reader) rule(m *ast.Module) *ast.Rule {
	flags := r.Int()
	rule := &ast.Rule{Module: m, Default: flags&flagDefault != 0, Location: r.location(r.Int())}
	rule.Head = &ast.Head{
		Name: ast.Var(r.Word()), Reference: r.terms(), Args: r.terms(), Key: r.Term(), Value: r.Term(),
		Assign: flags&flagAssign != 0, Location: rule.Location,
	}
	rule.Body = r.exprs()
	if flags&flagElse != 0 {
		rule.Else = r.rule(m)
	}
	return rule
}

// location is nil for line 0; those of a module share.
func (r *Reader) location(line int) *ast.Location {
	if line == 0 {
		return nil
	}
	l := r.lines[line]
	if l == nil {
		l = &ast.Location{File: r.file, Row: line, Col: 1}
		r.lines[line] = l
	}
	return l
}

func (r *Reader) exprs() ast.Body {
	out := make(ast.Body, r.Int())
	for i := range out {
		out[i] = r.expr(i)
	}
	return out
}

func (r *Reader) expr(index int) *ast.Expr {
	flags := r.Int()
	e := &ast.Expr{
		Index: index, Negated: flags&flagNegated != 0, Generated: flags&flagGenerated != 0,
		Location: r.location(r.Int()),
	}
	for range r.Int() {
		e.With = append(e.With, &ast.With{Target: r.Term(), Value: r.Term(), Location: e.Location})
	}
	switch r.Int() {
	case exprTerm:
		e.Terms = r.Term()
	case exprTerms:
		e.Terms = r.terms()
	case exprEvery:
		e.Terms = &ast.Every{Key: r.Term(), Value: r.Term(), Domain: r.Term(), Body: r.exprs(), Location: e.Location}
	}
	return e
}

func (r *Reader) terms() []*ast.Term {
	n := r.Int()
	if n == 0 {
		return nil
	}
	out := make([]*ast.Term, n)
	for i := range out {
		out[i] = r.Term()
	}
	return out
}

// Term reads a term; nil where there is none. Equal strings and variables are
// one term.
func (r *Reader) Term() *ast.Term {
	switch r.Int() {
	case tagNull:
		return ast.InternedNullTerm
	case tagFalse:
		return ast.InternedTerm(false)
	case tagTrue:
		return ast.InternedTerm(true)
	case tagNumber:
		return ast.NewTerm(ast.Number(json.Number(r.Word())))
	case tagString:
		return r.shared(&r.strings, func(s string) ast.Value { return ast.String(s) })
	case tagVar:
		return r.shared(&r.vars, func(s string) ast.Value { return ast.Var(s) })
	case tagRef:
		return ast.NewTerm(ast.Ref(r.terms()))
	case tagArray:
		return ast.ArrayTerm(r.terms()...)
	case tagObject:
		pairs := make([][2]*ast.Term, r.Int())
		for i := range pairs {
			pairs[i] = [2]*ast.Term{r.Term(), r.Term()}
		}
		return ast.ObjectTerm(pairs...)
	case tagSet:
		return ast.SetTerm(r.terms()...)
	case tagArrayComprehension:
		return ast.ArrayComprehensionTerm(r.Term(), r.exprs())
	case tagSetComprehension:
		return ast.SetComprehensionTerm(r.Term(), r.exprs())
	case tagObjectComprehension:
		return ast.ObjectComprehensionTerm(r.Term(), r.Term(), r.exprs())
	case tagCall:
		return ast.CallTerm(r.terms()...)
	default:
		return nil
	}
}

// shared is the one term of a word in a list by word, made when first asked. A
// term outside of modules stands alone: a list of all words would be larger.
func (r *Reader) shared(made *[]*ast.Term, value func(string) ast.Value) *ast.Term {
	if r.file == "" {
		return ast.NewTerm(value(r.Word()))
	}
	if *made == nil {
		*made = make([]*ast.Term, len(r.words))
	}
	n := r.Int()
	if (*made)[n] == nil {
		(*made)[n] = ast.NewTerm(value(r.words[n]))
	}
	return (*made)[n]
}
