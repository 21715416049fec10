package config

import (
	"fmt"
	"io"
	"strings"
)

// UsageTemplate is one resource of a usage file that is still to be filled in.
type UsageTemplate struct {
	Address string // [*] for its instances
	Type    string
	// Instances are the addresses that Address stands for.
	Instances []string
	Keys      []UsageLine
}

// UsageLine is a usage key as a person is shown it.
type UsageLine struct {
	Name    string
	Value   string      // what stands behind the key until somebody knows better
	Comment string      // unit and description
	Keys    []UsageLine // of a group
}

// usageHead is what a new usage file begins with.
const usageHead = `# What plans do not say: how much of each resource is used in a month.
# Take away the # before a key, set what you know, and give the file to
#   iaclint check --usage FILE
# The numbers are examples and not estimates; what stays behind a # stays
# unknown, and 0 is a known 0. An address may have [*] and * in it; a later entry
# wins, and the full address of a resource wins over a pattern and a type's default.
version: 0.1

# For all resources of a type:
# resource_type_default_usage:
#   aws_lambda_function:
#     monthly_requests: 1000000

`

// WriteUsage writes a usage file with every key of the resources behind a #.
// They come in the order given, those of a type below its name.
func WriteUsage(w io.Writer, resources []UsageTemplate) error {
	var b strings.Builder
	b.WriteString(usageHead)
	if len(resources) == 0 {
		b.WriteString("resource_usage: {} # no resource here asks for use\n")
	} else {
		b.WriteString("resource_usage:\n")
		b.WriteString(strings.Join(usageEntries(resources, "  "), "\n") + "\n")
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("writing the usage file: %w", err)
	}
	return nil
}

// usageEntries are the lines of some resources.
func usageEntries(resources []UsageTemplate, indent string) []string {
	var out []string
	typ := ""
	for _, r := range resources {
		if r.Type != typ {
			if typ != "" {
				out = append(out, "")
			}
			typ = r.Type
			out = append(out, indent+"# "+typ)
		}
		out = append(out, indent+yamlKey(r.Address)+":")
		out = append(out, usageLines(r.Keys, indent+"  ")...)
	}
	return out
}

// usageLines are keys behind a #, so that taking it away leaves them where they
// belong. Comments stand in a column of their own.
func usageLines(keys []UsageLine, indent string) []string {
	type line struct{ text, comment string }
	var lines []line
	var walk func(keys []UsageLine, in string)
	walk = func(keys []UsageLine, in string) {
		for _, k := range keys {
			text := in + yamlKey(k.Name) + ":"
			if len(k.Keys) == 0 {
				text += " " + k.Value
			}
			lines = append(lines, line{text, k.Comment})
			walk(k.Keys, in+"  ")
		}
	}
	walk(keys, "")
	width := 0
	for _, l := range lines {
		width = max(width, len(l.text))
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = indent + "# " + l.text
		if l.comment != "" {
			out[i] += strings.Repeat(" ", width-len(l.text)) + " # " + l.comment
		}
	}
	return out
}

// yamlKey is a name as a key of YAML.
func yamlKey(s string) string {
	const safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-[]*"
	if strings.Trim(s, safe) == "" && s != "" && !strings.ContainsAny(s[:1], "[]*-0123456789.") {
		return s
	}
	return quotedKey(s)
}

// quotedKey writes a text between quotes that YAML and people can read: single
// ones where nothing in it has to be escaped.
func quotedKey(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' || r == 0x7f || r == 0xfffd || r == 0x85 || r == 0x2028 || r == 0x2029
	}) {
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	}
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f || r == 0x85 || r == 0x2028 || r == 0x2029:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
