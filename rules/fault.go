package rules

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/hashicorp/hcl/v2"
)

// Fault marks a diagnostic, in its Extra, as one of a pack that is not trusted:
// its own rules are not asked because of it, and all others are.
type Fault struct {
	Pack  string   // "acme/cloud@1.0.0"
	Rules []string // that are not asked, sorted
	Mend  string   // what to do about the pack, as its Source has it
}

// Faults tells those that are the matter of one pack from those that end the
// run: slips in the settings, mistakes in what is trusted.
func Faults(diags hcl.Diagnostics) (faults, others hcl.Diagnostics) {
	for _, d := range diags {
		if _, ok := hcl.DiagnosticExtra[Fault](d); ok {
			faults = append(faults, d)
		} else {
			others = append(others, d)
		}
	}
	return faults, others
}

// everybodys marks a diagnostic, in its Extra, as one that ends the run though it
// came up with a rule of a stranger.
type everybodys struct{}

// faulty marks what is wrong with some rules of a pack as its own matter. Of a
// trusted pack nothing is: that is a mistake of ours.
func (p *pack) faulty(files []*ruleFile, diags hcl.Diagnostics) hcl.Diagnostics {
	if p.source.Trusted {
		return diags
	}
	of := Fault{Pack: p.source.ID(), Rules: ids(files), Mend: p.source.Mend}
	out := make(hcl.Diagnostics, len(diags))
	for i, d := range diags {
		marked := *d // what a rule says of itself is made once, and may be said of several
		if _, before := d.Extra.(Fault); d.Severity == hcl.DiagError && (before || d.Extra == nil) {
			marked.Extra = of
		}
		out[i] = &marked
	}
	return out
}

func ids(files []*ruleFile) []string {
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = f.id
	}
	slices.Sort(out)
	return out
}

// doubled says that two packs have a rule of one name. It is the later one's
// fault: no pack may stand in for another's rule.
func doubled(first, second *ruleFile) *hcl.Diagnostic {
	if second.pack.source.Trusted && !first.pack.source.Trusted {
		first, second = second, first
	}
	second.refused = true
	d := second.diagnostic(1, "Two rules of one name", fmt.Sprintf(
		"Rule %s of pack %s is also in pack %s. Rename the folder of one of them: a rule's path is its id, and no pack may stand in for another's rule.",
		second.id, second.pack.source.Name, first.pack.source.Name))
	return second.pack.faulty([]*ruleFile{second}, hcl.Diagnostics{d})[0]
}

// strangers compiles rules of a pack that is not trusted. Where they cannot be
// compiled together each is compiled by itself, so that those at fault are named
// and the others are heard; which these are does not depend on what else the
// plans of a run want.
func (s *Set) strangers(ctx context.Context, p *pack, files []*ruleFile) ([]*unit, hcl.Diagnostics) {
	began := time.Now()
	u, diags := s.compileWithin(ctx, p, files)
	if !diags.HasErrors() {
		return []*unit{u}, diags
	}
	if diags = p.faulty(files, diags); len(files) == 1 || p.closed || !mine(diags) {
		return nil, diags
	}
	var units []*unit
	diags = nil
	for i := range files {
		if time.Since(began) > 2*s.settings.Limits.Compile {
			return units, append(diags, p.late(files[i:], s.settings.Limits.Compile)...)
		}
		u, more := s.compileWithin(ctx, p, files[i:i+1])
		if !more.HasErrors() {
			units = append(units, u)
			continue
		}
		rest := files[i : i+1]
		if p.closed {
			rest = files[i:]
		}
		if diags = joined(diags, p.faulty(rest, more)); p.closed || !mine(diags) {
			break
		}
	}
	return units, diags
}

// joined are diagnostics with further ones. A mistake in what rules share is said
// once, as the fault of all of them.
func joined(diags, more hcl.Diagnostics) hcl.Diagnostics {
	for _, d := range more {
		of, fault := d.Extra.(Fault)
		i := slices.IndexFunc(diags, func(o *hcl.Diagnostic) bool {
			_, also := o.Extra.(Fault)
			return also && fault && o.Summary == d.Summary && o.Detail == d.Detail && (o.Subject == d.Subject || o.Subject != nil && d.Subject != nil && *o.Subject == *d.Subject)
		})
		if i < 0 {
			diags = append(diags, d)
			continue
		}
		all := diags[i].Extra.(Fault)
		all.Rules = slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(all.Rules), of.Rules...))))
		diags[i].Extra = all
	}
	return diags
}

// trusted compiles rules of a pack that is.
func (s *Set) trusted(_ context.Context, p *pack, files []*ruleFile) ([]*unit, hcl.Diagnostics) {
	u, diags := s.compile(p, files, false)
	if diags.HasErrors() {
		return nil, diags
	}
	return []*unit{u}, diags
}

// mine is whether all errors are the matter of one pack.
func mine(diags hcl.Diagnostics) bool {
	_, others := Faults(diags)
	return !others.HasErrors()
}

// late closes a pack that takes too long to compile.
func (p *pack) late(files []*ruleFile, limit time.Duration) hcl.Diagnostics {
	p.closed = true
	return p.faulty(files, hcl.Diagnostics{p.uncompiled(fmt.Sprintf("not compiled within %s; a rule in it is too complex", limit))})
}

func (p *pack) uncompiled(why string) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Rule pack could not be compiled",
		Detail: fmt.Sprintf("Pack %s: %s.", p.source.Name, why),
	}
}
