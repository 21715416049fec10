package config

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"go.yaml.in/yaml/v3"
)

// Usage is what people know and plans do not: requests, gigabytes, hours. The
// file is in the dialect Infracost introduced: resource_usage by address, with
// [*] and * for instances, and resource_type_default_usage by type.
type Usage struct {
	resources []usageEntry // in the order of the file, later ones win
	types     map[string]map[string]cty.Value
}

type usageEntry struct {
	pattern string
	values  map[string]cty.Value
}

// LoadUsage reads a usage file. A slip is a diagnostic with file and line.
func LoadUsage(path string) (*Usage, hcl.Diagnostics) {
	src, err := read(path)
	if err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Usage file cannot be read", Detail: err.Error() + "."}}
	}
	return ParseUsage(src, path)
}

// ParseUsage reads usage from memory; name is what diagnostics call it.
func ParseUsage(src []byte, name string) (*Usage, hcl.Diagnostics) {
	u := &Usage{types: map[string]map[string]cty.Value{}}
	d := &usageDecoder{file: name}
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		return nil, hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "Usage file is not YAML", Detail: strings.TrimPrefix(err.Error(), "yaml: ") + ".",
			Subject: &hcl.Range{Filename: name}}}
	}
	if len(doc.Content) == 0 {
		return u, nil
	}
	d.pairs(doc.Content[0], func(key, value *yaml.Node) {
		switch key.Value {
		case "version":
		case "resource_usage":
			d.pairs(value, func(address, values *yaml.Node) {
				u.resources = append(u.resources, usageEntry{address.Value, d.object(values, 0)})
			})
		case "resource_type_default_usage":
			d.pairs(value, func(typ, values *yaml.Node) { u.types[typ.Value] = d.object(values, 0) })
		default:
			d.slip(key, "Unknown key", fmt.Sprintf("A usage file has version, resource_usage and resource_type_default_usage, not %q.%s",
				key.Value, orMean(key.Value, []string{"resource_usage", "resource_type_default_usage", "version"})))
		}
	})
	return u, d.diags
}

func orMean(name string, names []string) string {
	if near := Nearest(name, names); near != "" {
		return fmt.Sprintf(" Did you mean %q?", near)
	}
	return ""
}

// For returns the usage values of a resource: those of its type, overlaid by
// every entry whose address matches, in the order of the file. It is nil when
// there are none.
func (u *Usage) For(address, typ string) map[string]cty.Value {
	var out map[string]cty.Value
	overlay := func(values map[string]cty.Value) {
		if out == nil {
			out = map[string]cty.Value{}
		}
		for k, v := range values {
			out[k] = merge(out[k], v)
		}
	}
	if values, ok := u.types[typ]; ok {
		overlay(values)
	}
	for _, e := range u.resources {
		if e.pattern == address || strings.Contains(e.pattern, "*") && Match(e.pattern, address) {
			overlay(e.values)
		}
	}
	return out
}

// Mentions reports whether the file sets a key of any resource.
func (u *Usage) Mentions(key string) bool {
	for _, values := range u.types {
		if _, ok := values[key]; ok {
			return true
		}
	}
	return slices.ContainsFunc(u.resources, func(e usageEntry) bool { _, ok := e.values[key]; return ok })
}

// merge lays a nested group of values over another.
func merge(under, over cty.Value) cty.Value {
	if under == cty.NilVal || !under.Type().IsObjectType() || !over.Type().IsObjectType() {
		return over
	}
	attrs := under.AsValueMap()
	if attrs == nil {
		return over
	}
	for k, v := range over.AsValueMap() {
		attrs[k] = merge(attrs[k], v)
	}
	return cty.ObjectVal(attrs)
}

type usageDecoder struct {
	file  string
	diags hcl.Diagnostics
}

func (d *usageDecoder) slip(n *yaml.Node, summary, detail string) {
	at := hcl.Pos{Line: n.Line, Column: n.Column}
	d.diags = append(d.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail,
		Subject: &hcl.Range{Filename: d.file, Start: at, End: at}})
}

// pairs visits a mapping; null is an empty one.
func (d *usageDecoder) pairs(n *yaml.Node, visit func(key, value *yaml.Node)) {
	switch {
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			visit(n.Content[i], n.Content[i+1])
		}
	case n.Tag != "!!null":
		d.slip(n, "A mapping expected", "Write key: value pairs here.")
	}
}

// deepestUsage bounds nesting; the dialect needs three levels.
const deepestUsage = 8

func (d *usageDecoder) object(n *yaml.Node, depth int) map[string]cty.Value {
	out := map[string]cty.Value{}
	if depth > deepestUsage {
		d.slip(n, "Nested too deeply", "Usage values need a few levels at most.")
		return out
	}
	d.pairs(n, func(key, value *yaml.Node) {
		if v := d.value(value, depth+1); v != cty.NilVal {
			out[key.Value] = v
		}
	})
	return out
}

func (d *usageDecoder) value(n *yaml.Node, depth int) cty.Value {
	switch {
	case n.Kind == yaml.MappingNode:
		return cty.ObjectVal(d.object(n, depth))
	case n.Kind == yaml.AliasNode:
		d.slip(n, "Aliases are not read", "Write the value out.")
		return cty.NilVal
	case n.Kind != yaml.ScalarNode:
		d.slip(n, "A number or text expected", "A usage value is a number, a text, or a group of them.")
		return cty.NilVal
	case n.Tag == "!!null":
		return cty.NilVal // written down, and not known
	case n.Tag == "!!int" || n.Tag == "!!float":
		f, _, err := big.ParseFloat(strings.ReplaceAll(n.Value, "_", ""), 10, 512, big.ToNearestEven)
		if err != nil || len(n.Value) > 40 {
			d.slip(n, "Not a number", fmt.Sprintf("%q cannot be read as a decimal number.", n.Value))
			return cty.NilVal
		}
		if f.Sign() < 0 {
			d.slip(n, "A negative amount", "Nobody uses less than nothing.")
			return cty.NilVal
		}
		return cty.NumberVal(f)
	case n.Tag == "!!bool":
		return cty.BoolVal(n.Value == "true")
	default:
		return cty.StringVal(n.Value)
	}
}
