package refresh

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// attributes are what a list says of one price, by name.
type attributes map[string]string

// condition is what one attribute of a row has to be.
type condition struct {
	name string
	is   []pattern // one of them, where there are any
	not  []pattern // none of them
}

// pattern is a text, or one with wildcards.
type pattern struct {
	text string
	re   *regexp.Regexp // nil: the text itself
}

// regional is what AWS puts before the usage of a region: "EUC1-", "USE1-ATL1-",
// "eu-central-1-"; nothing in the first of its regions.
const regional = `(?:(?:[A-Z]{2,4}[0-9]{0,2}-){0,2}|[a-z]{2}(?:-[a-z]+)+-[0-9]+-)`

// parsePattern reads a pattern: * stands for any text, {name} for one that the
// key takes up, and ~ in front for a region's prefix.
func parsePattern(text string) (pattern, error) {
	if !strings.ContainsAny(text, "*{~") {
		return pattern{text: text}, nil
	}
	var re strings.Builder
	re.WriteString("^")
	rest, prefixed := strings.CutPrefix(text, "~")
	if prefixed {
		re.WriteString(regional)
	}
	for rest != "" {
		i := strings.IndexAny(rest, "*{")
		if i < 0 {
			re.WriteString(regexp.QuoteMeta(rest))
			break
		}
		re.WriteString(regexp.QuoteMeta(rest[:i]))
		if rest[i] == '*' {
			re.WriteString(".*")
			rest = rest[i+1:]
			continue
		}
		name, after, ok := strings.Cut(rest[i+1:], "}")
		if !ok {
			return pattern{}, fmt.Errorf("%q has { without }", text)
		}
		fmt.Fprintf(&re, "(?P<%s>.+?)", name)
		rest = after
	}
	re.WriteString("$")
	compiled, err := regexp.Compile(re.String())
	return pattern{text: text, re: compiled}, err
}

// match also notes what its {name} stand for.
func (p pattern) match(value string, found attributes) bool {
	if p.re == nil {
		return p.text == value
	}
	m := p.re.FindStringSubmatch(value)
	if m == nil {
		return false
	}
	for i, name := range p.re.SubexpNames() {
		if name != "" {
			found[name] = m[i]
		}
	}
	return true
}

func (c condition) match(row, found attributes) bool {
	value := row[c.name]
	any := func(list []pattern) bool {
		return slices.ContainsFunc(list, func(p pattern) bool { return p.match(value, found) })
	}
	return (len(c.is) == 0 || any(c.is)) && !any(c.not)
}

// template is a key with holes: "ec2/{instanceType}/linux/on-demand". A hole
// may be put through a table of words or made a slug: "{databaseEngine|engine}",
// "{skuName|slug}".
type template struct {
	text  []string // between the holes: one more than holes
	holes []templateHole
}

type templateHole struct{ name, by string }

func parseTemplate(text string) (template, error) {
	var t template
	for {
		before, rest, open := strings.Cut(text, "{")
		t.text = append(t.text, before)
		if !open {
			return t, nil
		}
		inner, after, closed := strings.Cut(rest, "}")
		if !closed {
			return t, fmt.Errorf("%q has { without }", text)
		}
		name, by, _ := strings.Cut(inner, "|")
		t.holes = append(t.holes, templateHole{name, by})
		text = after
	}
}

// fill returns the key; false where a hole has no value or no word.
func (t template) fill(row, found attributes, words map[string]map[string]string) (string, bool) {
	if len(t.holes) == 0 {
		return t.text[0], true
	}
	var key strings.Builder
	for i, h := range t.holes {
		key.WriteString(t.text[i])
		value, ok := found[h.name]
		if !ok {
			value = row[h.name]
		}
		switch h.by {
		case "":
		case "slug":
			value = slug(value)
		default:
			value = words[h.by][value]
		}
		if !clean(value) {
			return "", false
		}
		key.WriteString(value)
	}
	key.WriteString(t.text[len(t.holes)])
	return key.String(), true
}

// clean is whether a text of a list may stand in a key or be a region: printable,
// without spaces and without what parts the fields of a line.
func clean(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' || r == ',' || r == '"' })
}

// slug is a name in small letters with hyphens for all that is no letter or
// digit: "Premium v3 Plan - Linux" becomes "premium-v3-plan-linux".
func slug(name string) string {
	var out strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			if gap && out.Len() > 0 {
				out.WriteByte('-')
			}
			gap = false
			out.WriteRune(r)
		} else {
			gap = true
		}
	}
	return out.String()
}
