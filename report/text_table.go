package report

import "strings"

// table is columns of cells, one of which may give way to the others. Its
// sections share the widths, so that numbers stand below each other down the
// page.
type table struct {
	columns  []column
	sections []section
}

type column struct {
	head  string
	right bool // numbers
	tight bool // one space to the next column instead of two
	// fit shortens a cell to a width; nil for columns that keep theirs.
	fit func(text string, width int) string
}

type section struct {
	title string // stands above the columns before the first number
	rows  [][]span
	note  string // a last, dim line
}

func (c column) gutter() int {
	if c.tight {
		return 1
	}
	return 2
}

// draw prints every section: title and heads, a thin rule, rows, a note.
func (s *screen) draw(t table) {
	widths := s.widths(t)
	total := t.total(widths)
	for i, sec := range t.sections {
		if i > 0 {
			s.line()
		}
		if s.heads(t, widths, sec.title) {
			s.thinRule(total)
		}
		for _, row := range sec.rows {
			s.row(t, widths, row)
		}
		if sec.note != "" {
			s.line(span{sec.note, s.dim})
		}
	}
}

// heads prints the title and the heads of the number columns, and reports
// whether there was anything to print.
func (s *screen) heads(t table, widths []int, title string) bool {
	out := []span{{title, s.strong}}
	room := -s.cells(title)
	said := title != ""
	for i, c := range t.columns {
		said = said || c.head != ""
		if !c.right && c.head == "" {
			room += widths[i] + c.gutter()
			continue
		}
		gap := widths[i] - s.cells(c.head)
		if c.right {
			out = append(out, pad(room+gap), span{c.head, s.dim})
			room = c.gutter()
		} else {
			out = append(out, pad(room), span{c.head, s.dim})
			room = c.gutter() + gap
		}
	}
	if said {
		s.line(trimmed(out)...)
	}
	return title != ""
}

func (t table) total(widths []int) int {
	total := 0
	for i, w := range widths {
		total += w
		if i < len(widths)-1 {
			total += t.columns[i].gutter()
		}
	}
	return total
}

// widths gives every column what its widest cell needs, and the column that
// can be shortened what is left of the screen.
func (s *screen) widths(t table) []int {
	widths := make([]int, len(t.columns))
	for i, c := range t.columns {
		widths[i] = s.cells(c.head)
	}
	for _, sec := range t.sections {
		for _, row := range sec.rows {
			for i, cell := range row {
				widths[i] = max(widths[i], s.cells(cell.text))
			}
		}
	}
	s.widenForTitles(t, widths)
	over := t.total(widths) - s.width
	for i, c := range t.columns {
		if c.fit != nil && over > 0 {
			widths[i] = max(widths[i]-over, leastFlexible)
			break
		}
	}
	return widths
}

// widenForTitles makes room for the titles above the columns that have no head.
func (s *screen) widenForTitles(t table, widths []int) {
	last, room := 0, 0
	for i, c := range t.columns {
		if c.right || c.head != "" {
			break
		}
		if i > 0 {
			room += t.columns[i-1].gutter()
		}
		last, room = i, room+widths[i]
	}
	for _, sec := range t.sections {
		if missing := s.cells(sec.title) - room; missing > 0 {
			widths[last] += missing
			room += missing
		}
	}
}

// leastFlexible is what a shortened column keeps on any screen.
const leastFlexible = 14

func (s *screen) row(t table, widths []int, cells []span) {
	var out []span
	for i, cell := range cells {
		if fit := t.columns[i].fit; fit != nil {
			cell.text = fit(cell.text, widths[i])
		}
		gap := widths[i] - s.cells(cell.text)
		last := i == len(cells)-1
		switch {
		case t.columns[i].right:
			out = append(out, pad(gap), cell)
		case last:
			out = append(out, cell)
		default:
			out = append(out, cell, pad(gap))
		}
		if !last {
			out = append(out, pad(t.columns[i].gutter()))
		}
	}
	s.line(trimmed(out)...)
}

// trimmed drops what would only be spaces at the end of a line.
func trimmed(spans []span) []span {
	for len(spans) > 0 && strings.TrimSpace(spans[len(spans)-1].text) == "" {
		spans = spans[:len(spans)-1]
	}
	return spans
}
