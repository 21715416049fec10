package lint

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/parser"
	"github.com/iaclint/iaclint/pricing"
)

// UsageTemplates are the resources of a run that have usage keys, by type and
// address; the instances of one stand together.
func UsageTemplates(ctx context.Context, opt Options) ([]config.UsageTemplate, error) {
	est := pricing.New(opt.Catalogue, estimatorOptions(opt, newUsages(nil)))
	found := map[string]*config.UsageTemplate{}
	inputs := make([]Project, 0, len(opt.Paths)+len(opt.Projects))
	for _, path := range opt.Paths {
		inputs = append(inputs, Project{Path: path})
	}
	for _, in := range append(inputs, opt.Projects...) {
		plan, err := parser.Load(ctx, in.Path, parser.Options{Name: projectName(in.Path), Stdin: opt.Stdin, DefaultRegion: opt.Config.DefaultRegions, Source: in.Source})
		if err != nil {
			return nil, err
		}
		for _, r := range plan.Resources {
			if specs, _ := est.UsageKeys(r.Type); len(specs) > 0 && r.After != nil {
				usageTemplate(found, r, specs)
			}
		}
		if plan.Close != nil {
			_ = plan.Close() // only read from
		}
	}
	if diags := est.Diagnostics(); diags.HasErrors() {
		return nil, slips{diags, nil}
	}
	out := make([]config.UsageTemplate, 0, len(found))
	for _, t := range found {
		slices.Sort(t.Instances)
		t.Instances = slices.Compact(t.Instances)
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b config.UsageTemplate) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Address, b.Address))
	})
	return out, nil
}

// usageTemplate adds a resource to those of its address.
func usageTemplate(found map[string]*config.UsageTemplate, r *model.Resource, specs []pricing.UsageSpec) {
	address, _ := config.Collapsed(r.Address)
	t := found[address]
	if t == nil {
		t = &config.UsageTemplate{Address: address, Type: r.Type, Keys: usageLines(r.Type, "", specs)}
		found[address] = t
	}
	t.Instances = append(t.Instances, r.Address)
}

func usageLines(typ, above string, specs []pricing.UsageSpec) []config.UsageLine {
	var out []config.UsageLine
	for _, s := range specs {
		key := above + s.Name
		line := config.UsageLine{Name: s.Name, Comment: usageComment(s)}
		if s.Kind == pricing.UsageGroup {
			line.Keys = usageLines(typ, key+".", s.Keys)
		} else {
			line.Value = placeholder(typ, key, s)
		}
		if s.Name == "*" {
			line.Name = "name"
		}
		out = append(out, line)
	}
	return out
}

// usageComment is unit and description.
func usageComment(s pricing.UsageSpec) string {
	what := s.Unit
	if s.Kind == pricing.UsageText && len(s.Values) > 0 {
		what = strings.Join(s.Values, ", ")
	}
	if s.Description != "" && what != "" {
		what += ": "
	}
	what += s.Description
	if s.Default != "" {
		what += " (" + s.Default + " when absent)"
	}
	return what
}

// placeholder is what stands behind a key that nobody has filled in: its
// default, what a service of medium size uses, or a round number.
func placeholder(typ, key string, s pricing.UsageSpec) string {
	switch s.Kind {
	case pricing.UsageText:
		return cmp.Or(s.Default, append(slices.Clone(s.Values), "text")[0])
	case pricing.UsageFlag:
		return cmp.Or(s.Default, "true")
	}
	s.Optional = false
	round := map[string]string{"hours": "730", "percent": "50", "ms": "200", "milliseconds": "200", "requests": "1000000", "operations": "1000000", "instances": "2", "nodes": "2"}
	return cmp.Or(s.Default, pricing.ProfileAmount("medium", typ, key, s), round[s.Unit], "100")
}
