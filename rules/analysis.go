package rules

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// analysis follows values from the input document through a compiled pack, to
// say which paths each rule reads. It walks rules the way evaluation would,
// once, with sets of paths in the place of values:
//
//   - a variable stands for the paths it may hold, or for constants it may be
//     (written with constMark), so that helpers that take an attribute or its
//     name are followed;
//   - an element of a list keeps the path of the list;
//   - a path is read when its value is compared, computed with or handed out;
//     on the way there it only has to be there (reads.paths).
//
// What it cannot follow it takes for read, so it errs towards more reads.
type analysis struct {
	compiler *ast.Compiler
	params   map[string]map[string]any // in force, by rule
	out      *reads
	active   map[call]bool // calls under way, against endless repetition
	memo     map[call]memoised
}

// call is a rule with what its arguments may hold.
type call struct {
	rule *ast.Rule
	args string
}

type memoised struct {
	reads  *reads
	result []string
}

const constMark = "="

// anyKey in a path is a key that is not known before the rule runs, but no index.
const anyKey = "+"

// sharedMark stands before the id of a rule whose parameters are read.
const sharedMark = "params:"

// env is what each variable of a rule's body may hold.
type env struct {
	held  map[ast.Var][]string
	empty map[ast.Var]bool // asked for while it held nothing
	late  bool             // one of those was bound afterwards
}

func newEnv() *env { return &env{held: map[ast.Var][]string{}, empty: map[ast.Var]bool{}} }

func (e *env) of(v ast.Var) []string {
	held := e.held[v]
	if len(held) == 0 {
		e.empty[v] = true
	}
	return held
}

func (e *env) bind(v ast.Var, held []string) {
	if len(held) == 0 {
		return
	}
	e.late = e.late || e.empty[v] && len(e.held[v]) == 0
	e.held[v] = merge(e.held[v], held)
}

func newAnalysis(c *ast.Compiler, params map[string]map[string]any) *analysis {
	return &analysis{compiler: c, params: params, active: map[call]bool{}, memo: map[call]memoised{}}
}

func newReads() *reads { return &reads{paths: map[string]bool{}, data: map[string]bool{}} }

// of is what a rule with these definitions reads.
func (a *analysis) of(defs []*ast.Rule) *reads {
	a.out = newReads()
	for _, d := range defs {
		a.useAll(a.rule(d, nil))
	}
	slices.Sort(a.out.dynamic)
	a.out.dynamic = slices.Compact(a.out.dynamic)
	return a.out
}

// rule follows one definition called with arguments; the result is what its
// value (and the keys it contains) may hold.
func (a *analysis) rule(r *ast.Rule, args [][]string) []string {
	key := call{rule: r}
	for _, held := range args {
		key.args += strings.Join(held, "\x01") + "\x02"
	}
	if m, ok := a.memo[key]; ok {
		a.out.add(m.reads)
		return m.result
	}
	if a.active[key] {
		return nil
	}
	a.active[key] = true
	outer := a.out
	a.out = newReads()

	e := newEnv()
	for i, arg := range r.Head.Args {
		var paths []string
		if i < len(args) {
			paths = args[i]
		}
		a.unify(arg, paths, e)
	}
	a.body(r.Body, e)
	var result []string
	for _, t := range r.Head.Reference[min(1, len(r.Head.Reference)):] {
		if _, constant := t.Value.(ast.String); !constant && r.Head.Key == nil {
			result = merge(result, a.term(t, e))
		}
	}
	if r.Head.Key != nil {
		result = merge(result, a.term(r.Head.Key, e))
	}
	if r.Head.Value != nil {
		result = merge(result, a.term(r.Head.Value, e))
	}
	if r.Else != nil {
		result = merge(result, a.rule(r.Else, args))
	}

	delete(a.active, key)
	a.memo[key] = memoised{a.out, result}
	outer.add(a.out)
	a.out = outer
	return result
}

func (r *reads) add(other *reads) {
	for p, deep := range other.paths {
		r.paths[p] = r.paths[p] || deep
	}
	for name := range other.data {
		r.data[name] = true
	}
	r.dynamic = append(r.dynamic, other.dynamic...)
}

// body follows the expressions, and again where a variable was bound behind its
// use.
func (a *analysis) body(body ast.Body, e *env) {
	outer := e.late
	e.late = false
	for range 2 {
		for _, expr := range body {
			if a.never(expr) {
				break
			}
			a.expr(expr, e)
		}
		if !e.late {
			break
		}
	}
	e.late = e.late || outer
}

// never is an expression that goes through an empty parameter: what stands
// behind it is not reached, and what it reads is not read.
func (a *analysis) never(expr *ast.Expr) bool {
	if expr.Negated || len(expr.With) > 0 {
		return false
	}
	terms, ok := expr.Terms.([]*ast.Term)
	if !ok || !expr.IsEquality() {
		return false
	}
	return slices.ContainsFunc(terms[1:], func(t *ast.Term) bool {
		ref, ok := t.Value.(ast.Ref)
		if !ok || len(ref) < 5 || !ref[0].Equal(ast.InputRootDocument) || !ref[1].Equal(ourParamsTerm) {
			return false
		}
		id, _ := text(ref[2])
		var value any = a.params[id]
		for _, elem := range ref[3:] {
			m, isMap := value.(map[string]any)
			name, isName := elem.Value.(ast.String)
			if isMap && isName {
				value = m[string(name)]
				continue
			}
			list, isList := value.([]any)
			_, goesThrough := elem.Value.(ast.Var)
			return goesThrough && (isMap && len(m) == 0 || isList && len(list) == 0)
		}
		return false
	})
}

func (a *analysis) expr(expr *ast.Expr, e *env) {
	for _, w := range expr.With {
		a.use(w.Value, e)
	}
	switch terms := expr.Terms.(type) {
	case *ast.Term:
		a.use(terms, e)
	case *ast.Every:
		a.unify(terms.Value, deeper(a.term(terms.Domain, e), "*"), e)
		a.body(terms.Body, e)
	case []*ast.Term:
		a.call(terms, e)
	}
}

// call follows an expression f(x, ..., result).
func (a *analysis) call(terms []*ast.Term, e *env) {
	op, args := terms[0].String(), terms[1:]
	if ast.BuiltinMap[op] == nil {
		a.userCall(terms[0], args, e)
		return
	}
	arity := len(ast.BuiltinMap[op].Decl.FuncArgs().Args)
	var out *ast.Term
	if len(args) > arity {
		args, out = args[:arity], args[arity]
	}
	var result []string
	switch op {
	case "eq", "assign":
		a.equal(args[0], args[1], e)
		return
	case "count", "object.keys":
		// Keys, not what stands under them; those not known are not there to count.
		a.mark(deeper(a.term(args[0], e), anyKey), false)
	case "is_array", "is_boolean", "is_null", "is_number", "is_object", "is_set", "is_string", "type_name":
		a.term(args[0], e) // only what kind of thing it is
	case "array.concat", "array.reverse", "array.slice", "sort":
		for _, arg := range args {
			result = merge(result, a.term(arg, e))
		}
	case "object.get":
		result = a.objectGet(args, e)
	default:
		for _, arg := range args {
			a.use(arg, e)
		}
	}
	if out != nil {
		a.unify(out, result, e)
	}
}

// objectGet is the value at a key, or at a path in an array, or a default.
func (a *analysis) objectGet(args []*ast.Term, e *env) []string {
	result := a.term(args[0], e)
	if keys, ok := args[1].Value.(*ast.Array); ok {
		keys.Foreach(func(k *ast.Term) { result = a.step(result, k, e) })
	} else {
		result = a.step(result, args[1], e)
	}
	a.mark(result, false)
	return merge(result, a.term(args[2], e))
}

func (a *analysis) userCall(op *ast.Term, args []*ast.Term, e *env) {
	ref, ok := op.Value.(ast.Ref)
	if !ok {
		return
	}
	defs := a.compiler.GetRulesExact(ref)
	arity := len(args)
	if len(defs) > 0 {
		arity = len(defs[0].Head.Args)
	}
	given := make([][]string, 0, arity)
	for _, arg := range args[:min(arity, len(args))] {
		given = append(given, a.term(arg, e))
	}
	var result []string
	for _, d := range defs {
		result = merge(result, a.rule(d, given))
	}
	if len(args) > arity {
		a.unify(args[arity], result, e)
	}
}

// equal is x = y: a binding where one side is a variable that holds nothing
// yet, a comparison otherwise.
func (a *analysis) equal(x, y *ast.Term, e *env) {
	left, right := a.term(x, e), a.term(y, e)
	if !a.binds(x, left, y, right) && !a.binds(y, right, x, left) {
		a.useAll(left)
		a.useAll(right)
	}
	a.unify(x, right, e)
	a.unify(y, left, e)
}

// binds is whether x takes the value of y: a pattern, or a variable that holds
// no path but what y holds (it is seen again on the second pass).
func (a *analysis) binds(x *ast.Term, left []string, y *ast.Term, right []string) bool {
	switch x.Value.(type) {
	case ast.Var:
		if len(paths(left)) > 0 && len(paths(right)) == 0 {
			return false
		}
		return !slices.ContainsFunc(paths(left), func(p string) bool { return !slices.Contains(right, p) })
	case *ast.Array, ast.Object:
		_, held := y.Value.(ast.Var)
		return held && !x.IsGround()
	}
	return false
}
