package rules

import (
	"fmt"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
)

// allowed are the built-ins a rule may call. It is a list of what is let in,
// not of what is kept out: a built-in of a newer OPA is not there until someone
// has looked at it. Left out on purpose: everything that reaches the network,
// the clock, chance, the environment or standard error; everything with keys
// and tokens; and the few that take a second or a gigabyte in one step that
// cannot be interrupted (bits.lsh, graph.reachable_paths, numbers.range_step,
// net.cidr_expand, strings.render_template).
const allowed = `
abs all and any array.concat array.flatten array.reverse array.slice assign
base64.decode base64.encode base64.is_valid base64url.decode base64url.encode base64url.encode_no_pad
bits.and bits.negate bits.or bits.xor
ceil concat contains count crypto.sha256 div endswith eq equal floor format_int
glob.match glob.quote_meta graph.reachable gt gte hex.decode hex.encode
indexof indexof_n internal.member_2 internal.member_3 internal.template_string internal.test_case intersection
is_array is_boolean is_null is_number is_object is_set is_string
json.filter json.is_valid json.marshal json.patch json.remove json.unmarshal
lower lt lte max min minus mul neq
net.cidr_contains net.cidr_contains_matches net.cidr_intersects net.cidr_is_valid net.cidr_merge net.cidr_overlap
numbers.range object.filter object.get object.keys object.remove object.subset object.union object.union_n
or plus product
regex.find_all_string_submatch_n regex.find_n regex.globs_match regex.is_valid regex.match regex.replace regex.split regex.template_match
rem replace round semver.compare semver.is_valid set_diff sort split sprintf startswith
strings.any_prefix_match strings.any_suffix_match strings.count strings.replace_n strings.reverse strings.split_n
substring sum time.add_date time.clock time.date time.diff time.format time.parse_duration_ns time.parse_ns
time.parse_rfc3339_ns time.weekday to_number trim trim_left trim_prefix trim_right trim_space trim_suffix
type_name union units.parse units.parse_bytes upper uri.is_valid uri.parse urlquery.decode urlquery.encode
walk yaml.is_valid yaml.unmarshal
`

// capabilities is what the compiler lets rules use: the allowed built-ins of
// this OPA, and no host to fetch a schema from.
var capabilities = sync.OnceValue(func() *ast.Capabilities {
	names := map[string]bool{}
	for name := range strings.FieldsSeq(allowed) {
		names[name] = true
	}
	caps := *ast.CapabilitiesForThisVersion()
	all := caps.Builtins
	caps.Builtins = make([]*ast.Builtin, 0, len(names))
	for _, b := range all {
		if names[b.Name] {
			caps.Builtins = append(caps.Builtins, b)
		}
	}
	caps.AllowNet = []string{}
	return &caps
})

// permitted is the names of capabilities.
var permitted = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, b := range capabilities().Builtins {
		out[b.Name] = true
	}
	return out
})

// inspect looks through a parsed module of a pack that is not trusted: for
// built-ins that rules may not call, for what the compiler would take very
// long over, and for references into another pack.
func (f *file) inspect(mod *ast.Module, nesting int) hcl.Diagnostics {
	diags := f.crowd(mod)
	say := func(loc *ast.Location, summary, format string, args ...any) {
		line := 1
		if loc != nil {
			line = loc.Row
		}
		diags = diags.Append(f.diagnostic(line, summary, fmt.Sprintf(format, args...)))
	}
	call := func(t *ast.Term) {
		ref, ok := t.Value.(ast.Ref)
		if !ok {
			return
		}
		if name := ref.String(); isBuiltin(name) && !permitted()[name] {
			say(t.Location, "Built-in not allowed in rules", "Pack %s, file %s: rules may not call %s. They see the input document and their own data, nothing else.",
				f.pack.source.Name, f.path, name)
		}
	}
	ast.WalkExprs(mod, func(e *ast.Expr) bool {
		if e.IsCall() {
			call(e.OperatorTerm())
		}
		return false
	})
	ast.WalkTerms(mod, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case ast.Call:
			call(v[0])
		case ast.Ref:
			if v[0].Equal(ast.DefaultRootDocument) && !f.pack.mayRead(v) {
				say(t.Location, "Reference into another pack", "Pack %s, file %s: %s is not of this pack. A pack sees its own packages and data.iaclint's library and tables.",
					f.pack.source.Name, f.path, v)
			}
		}
		return false
	})
	if deepest, loc := comprehensions(mod); deepest > nesting {
		say(loc, "Rule nested too deeply", "Pack %s, file %s: %d comprehensions inside each other; at most %d are compiled. Name the inner ones as rules of their own.",
			f.pack.source.Name, f.path, deepest, nesting)
	}
	return diags
}

func isBuiltin(name string) bool { return ast.BuiltinMap[name] != nil }

// mayRead reports whether a reference below data stays in the pack, the library
// or the tables.
func (p *pack) mayRead(ref ast.Ref) bool {
	at := func(i int) string {
		if i < len(ref) {
			if s, ok := ref[i].Value.(ast.String); ok {
				return string(s)
			}
		}
		return ""
	}
	return at(1) == "iaclint" && at(2) != "" || at(1) == p.root[0] && at(2) == p.root[1]
}

// comprehensions is how many comprehensions (and every) stand inside each other
// at the worst place.
func comprehensions(mod *ast.Module) (deepest int, at *ast.Location) {
	depth := 0
	nested := func(x any) (*ast.Location, bool) {
		switch x := x.(type) {
		case *ast.Every:
			return x.Location, true
		case *ast.Term:
			switch x.Value.(type) {
			case *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
				return x.Location, true
			}
		}
		return nil, false
	}
	walk := ast.NewBeforeAfterVisitor(
		func(x any) bool {
			if loc, ok := nested(x); ok {
				if depth++; depth > deepest {
					deepest, at = depth, loc
				}
			}
			return false
		},
		func(x any) {
			if _, ok := nested(x); ok {
				depth--
			}
		})
	walk.Walk(mod)
	return deepest, at
}
