package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/fatih/color"
	"github.com/mattn/go-runewidth"
)

// Options say what the place is like that a format is written for. The zero
// value is a file: 100 columns, no colour.
type Options struct {
	Width int  // columns; 0 is DefaultWidth
	Color bool // escape sequences are welcome
	Top   int  // rows in "the dearest"; 0 is ten
	// Source holds the files that findings point to; nil: no lines are shown.
	Source Source
	// Allocation asks text for who pays, by each cost tag.
	Allocation bool
}

// DefaultWidth is how wide text is when it does not go to a terminal.
const DefaultWidth = 100

// The widths text is laid out for; outside it is clipped to them.
const (
	narrowest = 40
	widest    = 140
)

// span is a piece of a line with its style (nil: plain). Its text is data: it
// is made inert when it is put on the screen, not before.
type span struct {
	text  string
	style *color.Color
}

// screen writes lines of spans, amounts in dollars unless money is set. Everything text formats print goes through
// put, the one place where strings are made inert.
type screen struct {
	w     *bufio.Writer
	width int
	money Currency // of what is shown
	styles
	measure runewidth.Condition // the same on every locale
}

// styles are what the text formats distinguish by colour; none of them carries
// meaning that the words do not.
type styles struct {
	strong, dim, good, bad, warn, note *color.Color
}

func newScreen(w io.Writer, o Options) *screen {
	width := o.Width
	if width <= 0 {
		width = DefaultWidth
	}
	style := func(attrs ...color.Attribute) *color.Color {
		c := color.New(attrs...)
		// Decided by the caller per output, not by the process's stdout.
		if o.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c
	}
	return &screen{
		w:     bufio.NewWriterSize(w, 16<<10),
		width: min(max(width, narrowest), widest),
		money: CurrencyOf("USD"),
		styles: styles{
			strong: style(color.Bold),
			dim:    style(color.Faint),
			good:   style(color.FgGreen),
			bad:    style(color.FgRed, color.Bold),
			warn:   style(color.FgYellow),
			note:   style(color.FgCyan),
		},
		measure: runewidth.Condition{StrictEmojiNeutral: true},
	}
}

// cells is how wide text will be on the screen.
func (s *screen) cells(text string) int {
	text = inert(text)
	for i := range len(text) {
		if text[i] >= 0x80 {
			return s.measure.StringWidth(text)
		}
	}
	return len(text)
}

// put writes the spans of one line from the left and returns the cells they
// took. It is the one place where strings are made inert: a line whose first
// word is data cannot be a CI command either.
func (s *screen) put(spans ...span) (cells int) {
	leading := true
	for _, sp := range spans {
		text := inert(sp.text)
		if leading {
			bare := strings.TrimLeft(text, " ")
			if strings.HasPrefix(bare, "::") {
				text = text[:len(text)-len(bare)] + `\u003a` + bare[1:]
			}
			leading = bare == ""
		}
		cells += s.cells(text)
		if sp.style == nil || text == "" {
			s.w.WriteString(text)
			continue
		}
		s.w.WriteString(sp.style.Sprint(text))
	}
	return cells
}

// line writes the spans and ends the line.
func (s *screen) line(spans ...span) {
	s.put(spans...)
	s.w.WriteByte('\n')
}

// edges writes left and right flush with the edges of the screen, or right on
// a line of its own, indented, where there is no room.
func (s *screen) edges(left, right []span, indent int) {
	gap := s.width - s.length(left) - s.length(right)
	if len(right) > 0 && gap < 2 {
		s.line(left...)
		left, gap = nil, indent
	}
	if len(right) == 0 {
		gap = 0
	}
	s.line(append(append(left, pad(gap)), right...)...)
}

func (s *screen) length(spans []span) (cells int) {
	for _, sp := range spans {
		cells += s.cells(sp.text)
	}
	return cells
}

// thinRule is a line across the first n columns.
func (s *screen) thinRule(n int) {
	s.line(span{strings.Repeat("─", min(n, s.width)), s.dim})
}

// paragraph wraps text at words after first, which stands at indent; further
// lines begin at hang.
func (s *screen) paragraph(indent int, first span, hang int, text string, style *color.Color) {
	words := strings.Split(clip(prose(text), longestProse), " ")
	s.flow([]span{pad(indent), first}, hang, words, " ", style)
}

// flow fills lines with pieces that stay whole, so that addresses, links and
// entries of a list can be read and copied.
func (s *screen) flow(lead []span, hang int, pieces []string, between string, style *color.Color) {
	var line strings.Builder
	used, empty := s.length(lead), true
	for i, piece := range pieces {
		if i < len(pieces)-1 {
			piece += strings.TrimRight(between, " ")
		}
		n := s.cells(piece)
		if !empty && used+1+n > s.width {
			s.line(append(lead, span{line.String(), style})...)
			lead, used, empty = []span{pad(hang)}, hang, true
			line.Reset()
		}
		if !empty {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(piece)
		used += n
		empty = false
	}
	s.line(append(lead, span{line.String(), style})...)
}

// longestProse keeps a pack from filling the screen with one message.
const longestProse = 600

func pad(n int) span { return span{text: strings.Repeat(" ", max(n, 0))} }

func plain(text string) span { return span{text: text} }

// clip cuts text to n characters, the last of them an ellipsis.
func clip(text string, n int) string {
	count := 0
	for i := range text {
		if count++; count == n && len([]rune(text[i:])) > 1 {
			return text[:i] + "…"
		}
	}
	return text
}
