package report

import (
	"bufio"
	"strconv"
	"strings"
)

// metricWriter writes families and their samples. Names of families and labels
// are ours, values of labels pass through openMetricsInert.
type metricWriter struct {
	*bufio.Writer
	report   *Report
	currency string
	seen     map[string]int // label sets of this family
	line     []byte
}

// family begins the next family; a unit is the last word of its name.
func (m *metricWriter) family(name, kind, unit, help string) {
	m.WriteString("# TYPE " + name + " " + kind + "\n")
	if unit != "" {
		m.WriteString("# UNIT " + name + " " + unit + "\n")
	}
	m.WriteString("# HELP " + name + " " + help + "\n")
	m.seen = map[string]int{}
}

// sample writes one; labels come in pairs, and an empty value is the same as no
// label. Two samples of a family never have the same labels: addresses that
// occur twice get a number.
func (m *metricWriter) sample(name, value string, labels ...string) {
	b := m.line[:0]
	for i := 0; i+1 < len(labels); i += 2 {
		if labels[i+1] == "" {
			continue
		}
		if len(b) > 0 {
			b = append(b, ',')
		}
		b = append(b, labels[i]...)
		b = append(b, `="`...)
		b = append(b, openMetricsInert(labels[i+1])...)
		b = append(b, '"')
	}
	m.line = b
	m.seen[string(b)]++
	if n := m.seen[string(b)]; n > 1 {
		if len(b) > 0 {
			b = append(b, ',')
		}
		b = append(b, `again="`+strconv.Itoa(n)+`"`...)
	}
	m.WriteString(name)
	if len(b) > 0 {
		m.WriteByte('{')
		m.Write(b)
		m.WriteByte('}')
	}
	m.WriteString(" " + value + "\n")
}

// money writes an amount, nothing where it is not known.
func (m *metricWriter) money(name string, amount *Money, labels ...string) {
	if amount != nil {
		m.sample(name, amount.Decimal.String(), append(labels, "currency", m.currency)...)
	}
}

// measure writes a measured quantity, nothing where it is not known.
func (m *metricWriter) measure(name string, n *Number, labels ...string) {
	if n == nil {
		return
	}
	if b, err := n.appendJSON(nil); err == nil {
		m.sample(name, string(b), labels...)
	}
}

// longestLabel is how much of a text is a label, in characters.
const longestLabel = 1000

// openMetricsInert makes s the value of a label: one line, and no quote ends it.
func openMetricsInert(s string) string {
	s = inert(cutAfter(s, longestLabel))
	if !strings.ContainsAny(s, `\"`) {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s)
}
