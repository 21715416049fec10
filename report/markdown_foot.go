package report

import (
	"net/url"
	"strings"
)

// fold writes a block that opens when it is asked for; where nothing folds, below
// a line in bold. The title is markup already.
func (c *comment) fold(b *strings.Builder, title string, body func(*strings.Builder)) {
	if c.o.NoDetails {
		b.WriteString("\n**" + title + "**\n\n")
		body(b)
		return
	}
	b.WriteString("\n<details><summary><b>" + title + "</b></summary>\n\n")
	body(b)
	b.WriteString("\n</details>\n")
}

// leftOut counts what a page does not show.
type leftOut struct {
	same, roots, resource, finding, gap int
	said                                bool
}

func (l *leftOut) resources(n int) { l.resource += n }
func (l *leftOut) findings(n int)  { l.finding += n }
func (l *leftOut) gaps(n int)      { l.gap += n }
func (l *leftOut) prose(left bool) { l.said = l.said || left }

func (l leftOut) list() []string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{l.same, "root module in which nothing changes", "root modules in which nothing changes"},
		{l.roots, "root module", "root modules"},
		{l.resource, "resource", "resources"},
		{l.finding, "finding", "findings"},
		{l.gap, "reason for what is not known", "reasons for what is not known"},
	} {
		if p.n > 0 {
			parts = append(parts, plural(p.n, p.one, p.many))
		}
	}
	if l.said {
		parts = append(parts, "what rules say")
	}
	return parts
}

// footer says what was left out, where all of it is, what is compared with what,
// and how old the prices are.
func (c *comment) footer(b *strings.Builder, left leftOut) {
	b.WriteByte('\n')
	link := c.link()
	if parts := left.list(); len(parts) > 0 {
		b.WriteString("Left out to keep this short: " + strings.Join(parts, ", ") + ".")
		if link == "" {
			b.WriteString(" The result in JSON has all of it.")
		}
		b.WriteString("\n\n")
	}
	var parts []string
	if link != "" {
		parts = append(parts, "[The whole result]("+link+")")
	}
	if with := c.r.Compared; with != nil && with.Base != "" {
		parts = append(parts, "compared with "+c.in.name(with.Base))
	}
	parts = append(parts, c.in.prose(cutEnd(c.r.Tool.Name+" "+c.r.Tool.Version, 60)))
	if k := c.r.Catalogue; k.OldestPrice != "" {
		text := "list prices of " + k.OldestPrice + " to " + k.NewestPrice
		if k.Overlay != nil {
			text += ", overlay of " + k.Overlay.Day
		}
		if k.Version != "" {
			text += ", catalogue " + k.Version
		}
		parts = append(parts, c.in.prose(cutEnd(text, 120)))
	}
	parts = append(parts, "an estimate; a month has 730 hours")
	text := strings.Join(parts, " · ")
	if !c.o.NoHTML {
		text = "<sub>" + text + "</sub>"
	}
	b.WriteString(text + "\n")
}

// Linkable reports whether an address can be linked to: that of a page, short,
// and without a password.
func Linkable(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil && len(address) <= 400
}

// link is where the whole result is, written so that it can be nothing but the
// target of a link; "" where there is none.
func (c *comment) link() string {
	if !Linkable(c.o.Link) {
		return ""
	}
	u, _ := url.Parse(c.o.Link)
	var b strings.Builder
	for _, ch := range []byte(u.String()) {
		if alphanumeric(ch) || strings.IndexByte("-_~./:?#=&%+,;@", ch) >= 0 {
			b.WriteByte(ch)
			continue
		}
		const hex = "0123456789ABCDEF"
		b.WriteString("%" + string(hex[ch>>4]) + string(hex[ch&15]))
	}
	return b.String()
}
