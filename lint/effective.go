package lint

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/report"
)

// FlagSetting is a setting that a flag makes for one run.
type FlagSetting struct {
	Setting, Flag string
	Value         any
	Adds          bool // to the list that files make
}

// Effective says what is set and where each value comes from: a file, a flag,
// or the default.
func Effective(opt Options, flags []FlagSetting) (*report.ConfigShown, error) {
	list, err := Rules(opt)
	if err != nil {
		return nil, err
	}
	c := opt.Config
	out := &report.ConfigShown{SchemaVersion: report.SchemaVersion, Layers: []string{}, Settings: ownSettings(c, flags), Blocks: []report.ConfigBlock{}, Rules: []report.RuleSettings{}}
	if c.Path != "" {
		out.File = shownPath(c.Path)
	}
	for _, l := range c.Layers {
		out.Layers = append(out.Layers, shownPath(l))
	}
	written := c.Written()
	place := 0
	for _, w := range written {
		if w.Block == "" || w.Block == "carbon" || w.Block == "rule" && !strings.ContainsRune(w.Name, '*') {
			continue
		}
		if w.Place != place {
			place = w.Place
			out.Blocks = append(out.Blocks, report.ConfigBlock{Block: w.Block, Name: w.Name, Settings: []report.Setting{}})
		}
		if b := &out.Blocks[len(out.Blocks)-1]; w.Setting != "" {
			b.Settings = append(b.Settings, report.Setting{Name: w.Setting, Value: w.Value, From: fromFile(w)})
		}
	}
	for i := range list.Rules {
		out.Rules = append(out.Rules, ofRule(&list.Rules[i], written))
	}
	return out, nil
}

// ownSettings are those outside of blocks, and carbon's.
func ownSettings(c *config.Config, flags []FlagSetting) []report.Setting {
	var out []report.Setting
	for _, d := range config.Defaults() {
		s := report.Setting{Name: d.Setting, Value: d.Value, From: report.Origin{Kind: "default"}}
		for _, w := range c.Written() {
			name := w.Setting
			if w.Block == "carbon" {
				name = "carbon." + name
			}
			if (w.Block == "" || w.Block == "carbon") && name == d.Setting {
				s.Value, s.From = w.Value, fromFile(w)
			}
		}
		for _, f := range flags {
			if f.Setting != d.Setting {
				continue
			}
			if add, ok := f.Value.([]any); ok && f.Adds {
				s.Value, s.From.Flag = append(asList(s.Value), add...), f.Flag
				if s.From.Kind == "default" {
					s.From = report.Origin{Kind: "flag", Flag: f.Flag}
				}
				continue
			}
			s.Value, s.From = f.Value, report.Origin{Kind: "flag", Flag: f.Flag}
		}
		out = append(out, s)
	}
	return out
}

// asList is a value that a list may be written as: itself, a lone text, nothing.
func asList(v any) []any {
	switch v := v.(type) {
	case nil:
		return []any{}
	case []any:
		return slices.Clone(v)
	}
	return []any{v}
}

func fromFile(w config.Written) report.Origin {
	return report.Origin{Kind: "file", File: shownPath(w.Range.Filename), Line: w.Range.Start.Line}
}

// shownPath is a path from the working directory, where it lies below.
func shownPath(path string) string {
	if rel, ok := inside(".", path); ok {
		return rel
	}
	return filepath.ToSlash(path)
}

// ofRule is what is set of one rule: by blocks with its name, and before them by
// those with a pattern, the shorter first.
func ofRule(r *report.Rule, written []config.Written) report.RuleSettings {
	var mine []config.Written
	for _, w := range written {
		if w.Block == "rule" && w.Setting != "" && speaksOf(w.Name, r) {
			mine = append(mine, w)
		}
	}
	slices.SortStableFunc(mine, func(a, b config.Written) int {
		named := func(w config.Written) int {
			if strings.ContainsRune(w.Name, '*') {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(named(a), named(b)), cmp.Compare(len(a.Name), len(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	out := report.RuleSettings{Rule: r.Rule, Aliases: r.Aliases,
		Set: slices.ContainsFunc(mine, func(w config.Written) bool { return !strings.ContainsRune(w.Name, '*') })}
	setting := func(name string, value any) {
		s := report.Setting{Name: name, Value: value, From: report.Origin{Kind: "default"}}
		for _, w := range mine {
			if w.Setting == name {
				s.From = fromFile(w)
			}
		}
		out.Settings = append(out.Settings, s)
	}
	last := func(name string, otherwise any) any {
		for _, w := range slices.Backward(mine) {
			if w.Setting == name {
				return w.Value
			}
		}
		return otherwise
	}
	exclude := []any{} // patterns of all blocks count
	for _, w := range mine {
		if w.Setting == "exclude" {
			exclude = append(exclude, asList(w.Value)...)
		}
	}
	setting("enabled", r.Enabled)
	setting("severity", r.Severity)
	setting("exclude", exclude)
	setting("min_saving", last("min_saving", nil))
	if may := last("ignorable", nil); may != nil {
		setting("ignorable", may)
	}
	for _, p := range r.Params {
		setting(p.Name, p.Value)
	}
	return out
}

func speaksOf(name string, r *report.Rule) bool {
	if strings.ContainsRune(name, '*') {
		return config.Match(name, r.Rule)
	}
	return name == r.Rule || slices.ContainsFunc(r.Aliases, func(a string) bool { return strings.EqualFold(a, name) })
}
