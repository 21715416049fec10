package report

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"
)

// csvWriter writes rows by RFC 4180 with line feeds. Words of the input go
// through word, numbers of ours through number; there is no third way.
type csvWriter struct {
	*bufio.Writer
	started bool // a field of this row is there
}

func newCSV(w io.Writer) *csvWriter { return &csvWriter{Writer: bufio.NewWriterSize(w, 64<<10)} }

func (w *csvWriter) next() {
	if w.started {
		w.WriteByte(',')
	}
	w.started = true
}

// word writes text of the input, which no spreadsheet takes for a formula.
func (w *csvWriter) word(s string) {
	w.next()
	s = csvInert(s)
	if !strings.ContainsAny(s, ",\"") {
		w.WriteString(s)
		return
	}
	w.WriteString(`"` + strings.ReplaceAll(s, `"`, `""`) + `"`)
}

// number writes digits of ours, also negative ones; "" where nothing is known.
func (w *csvWriter) number(digits string) {
	w.next()
	w.WriteString(digits)
}

// money writes an exact amount, nothing where it is not known.
func (w *csvWriter) money(m *Money) {
	if m == nil {
		w.number("")
		return
	}
	w.number(m.Decimal.String())
}

// measure writes a measured quantity, nothing where it is not known.
func (w *csvWriter) measure(n *Number) {
	w.next()
	if n == nil {
		return
	}
	if b, err := n.appendJSON(nil); err == nil {
		w.Write(b)
	}
}

func (w *csvWriter) end() {
	w.WriteByte('\n')
	w.started = false
}

// csvInert puts an apostrophe before what a spreadsheet would calculate, also
// after spaces and in its wide forms, and shows what cannot be seen; so a cell is
// one line.
func csvInert(s string) string {
	s = inert(s)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " '\u00a0\u3000"))
	if first != utf8.RuneError && strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}
