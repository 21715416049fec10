package config

import (
	"bytes"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"go.yaml.in/yaml/v3"
)

// UpdateUsage adds to a usage file what it lacks of the resources, and leaves
// every line of it as it is: entries for those it does not speak of, and keys
// that an entry has neither set nor behind a #. Entries written in one line
// ({…}) are left alone; a file that is laid out in a way that cannot be added to
// is an error. added counts resources and keys.
func UpdateUsage(src []byte, name string, resources []UsageTemplate) (out []byte, added int, diags hcl.Diagnostics) {
	entries, diags := parseUsageYAML(src, name)
	if diags.HasErrors() {
		return nil, 0, diags
	}
	// YAML counts lines by these too.
	if bytes.ContainsAny(bytes.ReplaceAll(src, []byte("\r\n"), nil), "\r\u0085\u2028\u2029") {
		return nil, 0, notAddedTo(name)
	}
	out, added = updateUsage(src, name, entries, resources)
	after, more := parseUsageYAML(out, name)
	if !more.HasErrors() && sameUsage(entries, after) {
		if _, again := updateUsage(out, name, after, resources); again == 0 {
			return out, added, diags
		}
	}
	return nil, 0, notAddedTo(name)
}

func notAddedTo(name string) hcl.Diagnostics {
	return hcl.Diagnostics{usageSlip(lineRange(name, 1, 1), hcl.DiagError, "Usage file cannot be added to",
		"It is laid out in a way that lines cannot be added to. Write each address and each key in a line of its own, or add by hand what iaclint usage init prints.")}
}

// sameUsage reports whether all that was said is still said.
func sameUsage(before, after []UsageEntry) bool {
	said := func(list []UsageEntry) (out []UsageEntry) {
		for _, e := range list {
			if len(e.Values) > 0 {
				out = append(out, e)
			}
		}
		return out
	}
	return slices.EqualFunc(said(before), said(after), func(a, b UsageEntry) bool {
		return a.Pattern == b.Pattern && a.Default == b.Default && sameValues(a.Values, b.Values)
	})
}

func sameValues(a, b []UsageValue) bool {
	return slices.EqualFunc(a, b, func(a, b UsageValue) bool {
		if a.Name != b.Name || a.IsGroup() != b.IsGroup() {
			return false
		}
		return a.IsGroup() && sameValues(a.Group, b.Group) || !a.IsGroup() && a.Value.RawEquals(b.Value)
	})
}

func updateUsage(src []byte, name string, entries []UsageEntry, resources []UsageTemplate) (out []byte, added int) {
	var doc yaml.Node
	_ = yaml.Unmarshal(src, &doc) // it has been read before
	u := &usageUpdate{lines: strings.Split(strings.TrimRight(string(src), "\n"), "\n"), insert: map[int][]string{}, known: NewUsage(name, src, entries)}
	top := mappingOf(&doc)
	section, end := u.section(top)
	var missing []UsageTemplate
	for _, r := range resources {
		if at := u.entry(section, r); at >= 0 {
			u.keys(section, at, end, r)
		} else if !u.mentioned(r) {
			missing = append(missing, r)
		}
	}
	u.added += len(missing)
	u.resources(section, end, missing)
	if u.added == 0 {
		return src, 0
	}
	return u.text(bytes.Contains(src, []byte("\r\n"))), u.added
}

type usageUpdate struct {
	lines  []string
	insert map[int][]string // behind line n, from 1
	known  *Usage
	added  int
}

func mappingOf(doc *yaml.Node) *yaml.Node {
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return &yaml.Node{Kind: yaml.MappingNode}
	}
	return doc.Content[0]
}

// section is what stands behind resource_usage, and the line in front of what
// comes after it; nil where there is none.
func (u *usageUpdate) section(top *yaml.Node) (*yaml.Node, int) {
	for i := 0; i+1 < len(top.Content); i += 2 {
		if top.Content[i].Value != "resource_usage" {
			continue
		}
		end := len(u.lines)
		if i+2 < len(top.Content) {
			end = top.Content[i+2].Line - 1
		}
		value := top.Content[i+1]
		if value.Kind != yaml.MappingNode {
			value = &yaml.Node{Kind: yaml.MappingNode, Line: top.Content[i].Line}
		}
		return value, end
	}
	return nil, len(u.lines)
}

// entry is the place of the entry for a resource, itself or all its instances.
func (u *usageUpdate) entry(section *yaml.Node, r UsageTemplate) int {
	if section == nil {
		return -1
	}
	for i := 0; i+1 < len(section.Content); i += 2 {
		if section.Content[i].Value == r.Address {
			return i
		}
	}
	return -1
}

// mentioned reports whether the file has an entry by address for any instance,
// or a comment that is one.
func (u *usageUpdate) mentioned(r UsageTemplate) bool {
	for _, address := range r.Instances {
		if len(u.known.exact[address]) > 0 {
			return true
		}
	}
	return slices.ContainsFunc(u.lines, func(line string) bool { return commentedKey(line) == r.Address })
}

// commentedKey is the key that stands behind a #, "" for none and for one that
// is nested in another behind a #.
func commentedKey(line string) string {
	text, ok := strings.CutPrefix(strings.TrimSpace(line), "#")
	text = strings.TrimPrefix(text, " ")
	if !ok || strings.HasPrefix(text, " ") {
		return ""
	}
	var pair yaml.Node
	if yaml.Unmarshal([]byte(text), &pair) != nil {
		return ""
	}
	m := mappingOf(&pair)
	if len(m.Content) == 0 {
		return ""
	}
	return m.Content[0].Value
}

// keys adds to an entry the keys it lacks.
func (u *usageUpdate) keys(section *yaml.Node, at, end int, r UsageTemplate) {
	key, value := section.Content[at], section.Content[at+1]
	if at+2 < len(section.Content) {
		end = section.Content[at+2].Line - 1
	}
	u.within(key, value, end, r.Keys)
}

// within adds to the mapping behind a key, which ends before a line, the keys
// it lacks, and to its groups theirs.
func (u *usageUpdate) within(key, value *yaml.Node, end int, keys []UsageLine) {
	if value.Kind == yaml.ScalarNode && value.Tag != "!!null" || value.Kind == yaml.AliasNode || value.Style&yaml.FlowStyle != 0 {
		return
	}
	column := key.Column - 1
	last := key.Line
	for n := key.Line + 1; n <= end && n <= len(u.lines); n++ {
		line := u.lines[n-1]
		if text := strings.TrimSpace(line); text != "" && len(line)-len(strings.TrimLeft(line, " ")) > column {
			last = n
		}
	}
	indent := strings.Repeat(" ", column+2)
	set := map[string]int{}
	for i := 0; i+1 < len(value.Content); i += 2 {
		set[value.Content[i].Value] = i
		indent = strings.Repeat(" ", value.Content[0].Column-1)
	}
	commented := map[string]bool{}
	for _, line := range u.lines[key.Line:last] {
		commented[commentedKey(line)] = true
	}
	var missing []UsageLine
	for _, k := range keys {
		i, ok := set[k.Name]
		switch {
		case ok && len(k.Keys) > 0 && value.Content[i+1].Kind == yaml.MappingNode:
			inner := last
			if i+2 < len(value.Content) {
				inner = value.Content[i+2].Line - 1
			}
			u.within(value.Content[i], value.Content[i+1], inner, k.Keys)
		case !ok && !commented[k.Name]:
			missing = append(missing, k)
		}
	}
	if len(missing) > 0 {
		u.added += len(missing)
		u.insert[last] = append(u.insert[last], usageLines(missing, indent)...)
	}
}

// resources adds entries at the end of the section, which is made where there
// is none.
func (u *usageUpdate) resources(section *yaml.Node, end int, missing []UsageTemplate) {
	if len(missing) == 0 {
		return
	}
	if section == nil {
		u.insert[len(u.lines)] = append(u.insert[len(u.lines)], append([]string{"", "resource_usage:"}, usageEntries(missing, "  ")...)...)
		return
	}
	indent, last := "  ", section.Line
	if len(section.Content) > 0 {
		indent = strings.Repeat(" ", section.Content[0].Column-1)
		last = section.Content[len(section.Content)-2].Line
	} else {
		u.lines[section.Line-1] = strings.TrimRight(strings.Replace(u.lines[section.Line-1], "{}", "", 1), " ")
	}
	for n := last + 1; n <= end && n <= len(u.lines); n++ {
		if text := u.lines[n-1]; strings.TrimSpace(text) != "" && strings.HasPrefix(text, indent) {
			last = n
		}
	}
	if len(section.Content) > 0 {
		u.insert[last] = append(u.insert[last], "")
	}
	u.insert[last] = append(u.insert[last], usageEntries(missing, indent)...)
}

// text is the file with what was added.
func (u *usageUpdate) text(crlf bool) []byte {
	var out []string
	for n, line := range u.lines {
		out = append(out, strings.TrimSuffix(line, "\r"))
		out = append(out, u.insert[n+1]...)
	}
	ending := "\n"
	if crlf {
		ending = "\r\n"
	}
	return []byte(strings.Join(out, ending) + ending)
}
