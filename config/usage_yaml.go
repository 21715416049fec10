package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"go.yaml.in/yaml/v3"
)

// Bounds of a usage file. The dialect needs three levels; values repeated
// through anchors count each time.
const (
	deepestUsage = 8
	mostUsage    = 200_000
	mostPatterns = 2_000
)

// usageSections are what a usage file may have at the top.
var usageSections = []string{"resource_usage", "resource_type_default_usage", "version"}

func parseUsageYAML(src []byte, name string) ([]UsageEntry, hcl.Diagnostics) {
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Usage file is not YAML", Detail: strings.TrimPrefix(err.Error(), "yaml: ") + ".",
			Subject: &hcl.Range{Filename: name}}}
	}
	d := &usageDecoder{file: name}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	d.pairs(doc.Content[0], func(key, value *yaml.Node) {
		switch key.Value {
		case "version":
		case "resource_usage":
			d.entries(value, false)
		case "resource_type_default_usage":
			d.entries(value, true)
		default:
			d.slip(key, "Unknown key", fmt.Sprintf("A usage file has version, resource_usage and resource_type_default_usage, not %q.%s",
				key.Value, orMean(key.Value, usageSections)))
		}
	})
	if d.patterns > mostPatterns {
		d.slip(doc.Content[0], "Too many patterns", fmt.Sprintf("More than %d addresses with a star. One star can stand for many resources.", mostPatterns))
	}
	return d.out, d.diags
}

func orMean(name string, names []string) string {
	if near := Nearest(name, names); near != "" {
		return fmt.Sprintf(" Did you mean %q?", near)
	}
	return ""
}

type usageDecoder struct {
	file     string
	out      []UsageEntry
	diags    hcl.Diagnostics
	visited  int
	patterns int
}

func (d *usageDecoder) at(n *yaml.Node) hcl.Range { return lineRange(d.file, n.Line, n.Column) }

func (d *usageDecoder) slip(n *yaml.Node, summary, detail string) {
	d.diags = append(d.diags, usageSlip(d.at(n), hcl.DiagError, summary, detail))
}

func (d *usageDecoder) entries(n *yaml.Node, defaults bool) {
	d.pairs(n, func(key, values *yaml.Node) {
		if !defaults && strings.Contains(key.Value, "*") {
			d.patterns++
		}
		d.out = append(d.out, UsageEntry{Pattern: key.Value, Default: defaults, Values: d.values(values, 0), Range: d.at(key)})
	})
}

// pairs visits a mapping, what it merges in (<<) first; null is an empty one.
func (d *usageDecoder) pairs(n *yaml.Node, visit func(key, value *yaml.Node)) {
	said := map[string]int{}
	d.merged(n, 0, func(key, value *yaml.Node) {
		if line, twice := said[key.Value]; twice && line != key.Line {
			d.diags = append(d.diags, usageSlip(d.at(key), hcl.DiagWarning, "Said twice", fmt.Sprintf("%s stands in line %d already; this one counts.", key.Value, line)))
		}
		said[key.Value] = key.Line
		visit(key, value)
	}, visit)
}

// merged hands the pairs of a mapping to visit, those of merge keys to under.
func (d *usageDecoder) merged(n *yaml.Node, depth int, visit, under func(key, value *yaml.Node)) {
	if d.spent(n) {
		return
	}
	if depth > deepestUsage {
		d.slip(n, "Nested too deeply", "Anchors lead to anchors, or to themselves.")
		return
	}
	switch {
	case n.Kind == yaml.AliasNode:
		d.merged(n.Alias, depth+1, visit, under)
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			if key, value := n.Content[i], n.Content[i+1]; key.Tag == "!!merge" {
				for _, from := range mergedIn(value) {
					d.merged(from, depth+1, under, under)
				}
			}
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Tag != "!!merge" {
				visit(n.Content[i], n.Content[i+1])
			}
		}
	case n.Tag != "!!null":
		d.slip(n, "A mapping expected", "Write key: value pairs here.")
	}
}

// spent counts what is visited, and says once when it is too much.
func (d *usageDecoder) spent(n *yaml.Node) bool {
	d.visited++
	if d.visited == mostUsage+1 {
		d.slip(n, "Too much of it", fmt.Sprintf("A usage file may hold %d values, with what anchors repeat.", mostUsage))
	}
	return d.visited > mostUsage
}

// mergedIn are the mappings behind <<, the weakest first.
func mergedIn(n *yaml.Node) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		return []*yaml.Node{n}
	}
	out := slices.Clone(n.Content)
	slices.Reverse(out)
	return out
}

func (d *usageDecoder) values(n *yaml.Node, depth int) []UsageValue {
	if depth > deepestUsage {
		d.slip(n, "Nested too deeply", "Usage values need a few levels at most.")
		return nil
	}
	out := []UsageValue{}
	d.pairs(n, func(key, value *yaml.Node) {
		if v, ok := d.value(value, depth+1); ok {
			v.Name, v.Range = key.Value, d.at(key)
			out = append(out, v)
		}
	})
	return out
}

func (d *usageDecoder) value(n *yaml.Node, depth int) (UsageValue, bool) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if d.spent(n) {
		return UsageValue{}, false
	}
	if n.Kind == yaml.MappingNode {
		return UsageValue{Group: d.values(n, depth)}, true
	}
	if n.Kind != yaml.ScalarNode {
		d.slip(n, "A number or text expected", "A usage value is a number, a text, or a group of them.")
		return UsageValue{}, false
	}
	switch n.Tag {
	case "!!null":
		return UsageValue{Value: cty.NullVal(cty.DynamicPseudoType)}, true
	case "!!int", "!!float":
		v, summary, detail := usageNumber(n.Value)
		if summary != "" {
			d.slip(n, summary, detail)
			return UsageValue{}, false
		}
		return UsageValue{Value: v}, true
	case "!!bool":
		return UsageValue{Value: cty.BoolVal(strings.EqualFold(n.Value, "true"))}, true
	}
	return UsageValue{Value: cty.StringVal(n.Value)}, true
}
