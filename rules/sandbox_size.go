package rules

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/open-policy-agent/opa/v1/ast"
)

// What a file of a pack that is not trusted may hold at most. The compiler's
// time grows faster than its sources do, and it cannot be stopped; the longest
// file of the core pack has 8 kB and 30 rules.
const (
	maxFileBytes   = 256 << 10
	maxFileRules   = 500
	maxPackRules   = 10_000 // compiled together
	maxExpressions = 500    // in one body
	maxReference   = 64     // parts
	maxWith        = 16     // on one expression
)

// crowd looks for more than the compiler is given of a stranger.
func (f *file) crowd(mod *ast.Module) hcl.Diagnostics {
	var diags hcl.Diagnostics
	say := func(loc *ast.Location, n, most int, of string) {
		if n <= most || diags.HasErrors() {
			return
		}
		line := 1
		if loc != nil {
			line = loc.Row
		}
		diags = diags.Append(f.diagnostic(line, "More than is compiled", fmt.Sprintf(
			"Pack %s, file %s: %d %s; at most %d are compiled..", f.pack.source.Name, f.path, n, of, most)))
	}
	rules := 0
	ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Rule:
			rules++
			say(x.Location, rules, maxFileRules, "rules")
		case ast.Body:
			if len(x) > 0 {
				say(x[0].Location, len(x), maxExpressions, "expressions in one body")
			}
		case *ast.Expr:
			say(x.Location, len(x.With), maxWith, "with on one expression")
		case *ast.Term:
			if ref, ok := x.Value.(ast.Ref); ok {
				say(x.Location, len(ref), maxReference, "parts in one reference")
			}
		}
		return diags.HasErrors()
	}).Walk(mod)
	return diags
}

// large says of a file, before it is parsed, that it is too large.
func (f *file) large() hcl.Diagnostics {
	if f.pack.source.Trusted || len(f.src) <= maxFileBytes {
		return nil
	}
	return hcl.Diagnostics{f.diagnostic(1, "More than is compiled", fmt.Sprintf(
		"Pack %s, file %s: %d bytes; at most %d are compiled..", f.pack.source.Name, f.path, len(f.src), maxFileBytes))}
}

// crowded says of a pack's modules together that they are too many rules.
func (p *pack) crowded(modules map[string]*ast.Module) hcl.Diagnostics {
	rules := 0
	for _, m := range modules {
		rules += len(m.Rules)
	}
	if p.source.Trusted || rules <= maxPackRules {
		return nil
	}
	return hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: "More than is compiled",
		Detail: fmt.Sprintf("Pack %s: %d rules for one plan; at most %d are compiled.", p.source.Name, rules, maxPackRules),
	}}
}
