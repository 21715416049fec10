package rewrite

import (
	"bytes"
	"fmt"
	"strings"
)

// context is how many lines stand around a change.
const context = 3

// Diff is the change of a file as a unified diff under a name; "" for none.
func (f *File) Diff(name string) string {
	steps := script(lines(f.Before), lines(f.After))
	var b strings.Builder
	for i := 0; i < len(steps); {
		if steps[i].sign == ' ' {
			i++
			continue
		}
		first, last := max(0, i-context), i
		for j := i; j < len(steps) && j <= last+2*context; j++ {
			if steps[j].sign != ' ' {
				last = j
			}
		}
		end := min(len(steps), last+1+context)
		hunk(&b, steps[first:end])
		i = end
	}
	if b.Len() == 0 {
		return ""
	}
	return fmt.Sprintf("--- a/%s\n+++ b/%s\n", name, name) + b.String()
}

// step is a line that stays, goes or comes, and the numbers it would have.
type step struct {
	sign       byte
	text       string
	old, fresh int // from 1
}

func hunk(b *strings.Builder, steps []step) {
	olds, news := 0, 0
	for _, s := range steps {
		if s.sign != '+' {
			olds++
		}
		if s.sign != '-' {
			news++
		}
	}
	fmt.Fprintf(b, "@@ -%s +%s @@\n", span(steps[0].old, olds), span(steps[0].fresh, news))
	for _, s := range steps {
		b.WriteByte(s.sign)
		b.WriteString(s.text)
		if !strings.HasSuffix(s.text, "\n") {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// span is a range of lines as patch reads it: an empty one names the line
// before it.
func span(first, n int) string {
	if n == 0 {
		first--
	}
	return fmt.Sprintf("%d,%d", first, n)
}

func lines(src []byte) []string {
	var out []string
	for line := range bytes.Lines(src) {
		out = append(out, string(line))
	}
	return out
}

// script turns a into b. Where they part it looks for the nearest line that both
// have; edits are small, so that it is near.
func script(a, b []string) []step {
	var out []step
	i, j := 0, 0
	emit := func(sign byte, text string) {
		out = append(out, step{sign, text, i + 1, j + 1})
		if sign != '+' {
			i++
		}
		if sign != '-' {
			j++
		}
	}
	for i < len(a) || j < len(b) {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			emit(' ', a[i])
			continue
		}
		gone, come := meet(a[i:], b[j:])
		for range gone {
			emit('-', a[i])
		}
		for range come {
			emit('+', b[j])
		}
	}
	return out
}

// meet is how many lines of each are before the first that both have, as few as
// can be; an empty line says nothing.
func meet(a, b []string) (gone, come int) {
	for d := 1; d < len(a)+len(b); d++ {
		for gone := max(0, d-len(b)+1); gone <= min(d, len(a)-1); gone++ {
			if a[gone] == b[d-gone] && strings.TrimSpace(a[gone]) != "" {
				come := d - gone
				for gone > 0 && come > 0 && a[gone-1] == b[come-1] {
					gone, come = gone-1, come-1 // empty lines before it
				}
				return gone, come
			}
		}
	}
	return len(a), len(b)
}
