package report

import (
	"bufio"
	"strings"
)

// xmlWriter writes elements with attributes. All text and all values pass
// through xmlInert; names of elements and attributes are ours.
type xmlWriter struct {
	*bufio.Writer
}

// open writes a start tag; attributes come in pairs, and what is empty is left
// out.
func (w xmlWriter) open(indent, name string, attributes ...string) {
	w.start(indent, name, attributes)
	w.WriteString(">\n")
}

// empty writes an element without content.
func (w xmlWriter) empty(indent, name string, attributes ...string) {
	w.start(indent, name, attributes)
	w.WriteString("/>\n")
}

// text writes an element with lines of text in it.
func (w xmlWriter) text(indent, name string, lines []string, attributes ...string) {
	w.start(indent, name, attributes)
	w.WriteString(">")
	for i, line := range lines {
		if i > 0 {
			w.WriteString("\n")
		}
		w.WriteString(xmlInert(line))
	}
	w.WriteString("</" + name + ">\n")
}

func (w xmlWriter) close(indent, name string) { w.WriteString(indent + "</" + name + ">\n") }

func (w xmlWriter) start(indent, name string, attributes []string) {
	w.WriteString(indent + "<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			w.WriteString(" " + attributes[i] + `="` + xmlInert(attributes[i+1]) + `"`)
		}
	}
}

// xmlInert makes s text for an element or a value in quotes: what means
// something in XML is a reference, and what XML cannot hold, or nobody can see,
// is shown.
func xmlInert(s string) string {
	s = inert(s)
	if !strings.ContainsAny(s, "&<>\"'\ufffe\uffff") {
		return s
	}
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&apos;",
		"\ufffe", `\ufffe`, "\uffff", `\uffff`).Replace(s)
}
