package report

import (
	"bufio"
	"io"
	"math"
	"strconv"
	"unicode/utf8"
)

// markup is what a page is made of besides data: names of elements, attributes
// and classes, and the values of ours. Only constants become markup, so a string
// of the input cannot (TestMarkupIsConstant holds that).
type markup string

// attr is an attribute. Its value is data: it is escaped when it is written.
type attr struct {
	name  markup
	value string
}

// sheet writes HTML. Data goes through put, the one place where strings are made
// inert for a page; everything else it writes is markup.
type sheet struct {
	w     *bufio.Writer
	buf   []byte // of put
	money Currency
	view  *view
}

func newSheet(w io.Writer) *sheet { return &sheet{w: bufio.NewWriterSize(w, 64<<10)} }

// put writes data into text or between the quotes of an attribute: characters
// that are markup there as references, and those that are not seen, or turn
// the direction of others, as the escapes that text shows.
func (p *sheet) put(s string) {
	b := p.buf[:0]
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '&':
			b = append(b, "&amp;"...)
		case c == '<':
			b = append(b, "&lt;"...)
		case c == '>':
			b = append(b, "&gt;"...)
		case c == '"':
			b = append(b, "&#34;"...)
		case c == '\'':
			b = append(b, "&#39;"...)
		case c == '#' && command(s[i:]):
			b = append(b, `\u0023`...)
		case c < 0x20, c == 0x7f:
			b = append(b, inert(s[i:i+1])...)
		case c < utf8.RuneSelf:
			b = append(b, c)
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 || hidden(r) {
				b = append(b, inert(s[i:i+size])...)
			} else {
				b = append(b, s[i:i+size]...)
			}
			i += size
			continue
		}
		i++
	}
	p.w.Write(b)
	p.buf = b
}

// open begins an element; end ends it. An empty class is none.
func (p *sheet) open(element, class markup, attrs ...attr) {
	p.w.WriteByte('<')
	p.w.WriteString(string(element))
	if class != "" {
		p.w.WriteString(` class="`)
		p.w.WriteString(string(class))
		p.w.WriteByte('"')
	}
	for _, a := range attrs {
		p.w.WriteByte(' ')
		p.w.WriteString(string(a.name))
		p.w.WriteString(`="`)
		p.put(a.value)
		p.w.WriteByte('"')
	}
	p.w.WriteByte('>')
}

func (p *sheet) end(element markup) {
	p.w.WriteString("</")
	p.w.WriteString(string(element))
	p.w.WriteByte('>')
}

// leaf is an element with text and nothing else.
func (p *sheet) leaf(element, class markup, text string, attrs ...attr) {
	p.open(element, class, attrs...)
	p.put(text)
	p.end(element)
}

// within wraps what body writes.
func (p *sheet) within(element, class markup, body func(), attrs ...attr) {
	p.open(element, class, attrs...)
	body()
	p.end(element)
}

// asset writes a file of ours as it is: a style sheet or a script.
func (p *sheet) asset(element markup, content markup) {
	p.open(element, "")
	p.w.WriteString(string(content))
	p.end(element)
}

// line breaks the bytes where a person may read them; no line begins with data.
func (p *sheet) line() { p.w.WriteByte('\n') }

// number is a coordinate or a raw value for sorting: at most three decimals.
func number(f float64) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "0" // a saved report may have been edited
	}
	b := strconv.AppendFloat(nil, f, 'f', 3, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b) == "-0" {
		return "0"
	}
	return string(b)
}

// inPercent is a share of a whole as a length of SVG.
func inPercent(share float64) string { return number(100*min(max(share, 0), 1)) + "%" }
