package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/rules"
)

// ignores are the comments of a run that silence findings, and which of them
// did.
type ignores struct {
	asOf string
	used map[*model.Ignore]bool
}

// beside gives findings the line they are about, and heeds what people wrote
// there. Findings stand in the order of the resources; behind them come those
// about the plan, which name theirs.
func (r *run) beside(found [][]rules.Finding, resources []judged) ignores {
	in := ignores{asOf: r.opt.AsOf, used: map[*model.Ignore]bool{}}
	if !slices.ContainsFunc(resources, func(j judged) bool { return j.Line != nil }) {
		return in
	}
	var byAddress map[string]*model.Resource
	for i, list := range found {
		for j := range list {
			f := &list[j]
			var res *model.Resource
			if i < len(resources) && resources[i].Address == f.Address {
				res = resources[i].Resource
			} else {
				if byAddress == nil {
					byAddress = addresses(resources)
				}
				res = byAddress[f.Address]
			}
			if res != nil {
				f.Source = res.Where(f.Path)
				in.heed(f, res)
			}
		}
	}
	return in
}

func addresses(resources []judged) map[string]*model.Resource {
	out := make(map[string]*model.Resource, len(resources))
	for _, j := range resources {
		if j.Deposed == "" {
			out[j.Address] = j.Resource
		}
	}
	return out
}

// heed suppresses a finding that a comment is about and that has not run out.
func (in ignores) heed(f *rules.Finding, res *model.Resource) {
	for _, ignore := range res.Ignores {
		if !ignore.Covers(f.Path) || !names(ignore, f) || in.expired(ignore) {
			continue
		}
		in.used[ignore.Comment()] = true
		if f.Suppressed == nil {
			f.Suppressed = &rules.Suppression{By: "inline", Reason: ignore.Reason, Until: ignore.Until}
		}
	}
}

func (in ignores) expired(i *model.Ignore) bool { return i.Until != "" && i.Until < in.asOf }

// names reports whether a comment speaks of the rule of a finding.
func names(i *model.Ignore, f *rules.Finding) bool {
	return slices.ContainsFunc(i.Rules, func(pattern string) bool {
		return config.Match(pattern, f.Rule) || slices.ContainsFunc(f.Aliases, func(alias string) bool {
			return config.Match(strings.ToUpper(pattern), strings.ToUpper(alias))
		})
	})
}

// remark is what there is to say of one comment, and whether it silenced
// anything in one project.
type remark struct {
	ignore *model.Ignore
	used   bool
	slip   string // a rule that does not exist
}

// remarks are all comments of a project, as this run saw them.
func (r *run) remarks(in ignores) []remark {
	var out []remark
	for _, i := range r.model.Ignores {
		m := remark{ignore: i, used: in.used[i]}
		for _, rule := range i.Rules {
			if m.slip = r.judge.Unknown(rule); m.slip != "" {
				break
			}
		}
		out = append(out, m)
	}
	return out
}

// remarked says what is wrong with the comments of all projects: those that
// name no rule, have run out, or silence nothing. One in a module that several
// call is used by some and need not be by others; only those of root modules are
// held to be of use.
func remarked(all []remark, asOf string) hcl.Diagnostics {
	used := map[model.Range]bool{}
	for _, m := range all {
		used[m.ignore.Place] = used[m.ignore.Place] || m.used
	}
	var diags hcl.Diagnostics
	said := map[model.Range]bool{}
	for _, m := range all {
		i := m.ignore
		if said[i.Place] {
			continue
		}
		summary, detail := "", ""
		switch {
		case m.slip != "":
			summary, detail = "Comment for iaclint names no rule", m.slip+" iaclint rules list shows the rules in force."
		case i.Until != "" && i.Until < asOf:
			summary, detail = "Comment for iaclint has run out", fmt.Sprintf("It held until %s; its findings count again. Settle them, or set a later day.", i.Until)
		case i.Own && !used[i.Place]:
			summary, detail = "Comment for iaclint silences nothing", fmt.Sprintf("There is no finding of %s that it is about. Take it away, or move it to where the finding points.", strings.Join(i.Rules, ", "))
		default:
			continue
		}
		said[i.Place] = true
		diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: summary, Detail: detail,
			Subject: &hcl.Range{Filename: i.Place.File, Start: hcl.Pos{Line: i.Place.Line, Column: 1}, End: hcl.Pos{Line: i.Place.Line, Column: 1}}})
	}
	return diags
}
