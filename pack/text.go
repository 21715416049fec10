package pack

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Inert is a text from a pack on one line, without signs that a terminal or a CI
// runner would act on.
func Inert(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co) || r == unicode.ReplacementChar {
			return '·'
		}
		return r
	}, s)
	s = strings.ReplaceAll(strings.ReplaceAll(s, "##", "#·"), "::", ":·")
	if r := []rune(s); len(r) > 300 {
		s = string(r[:300]) + "…"
	}
	return s
}

// Write says a description to a person.
func (d *Description) Write(w io.Writer) error {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-12s %s\n", name, Inert(value))
		}
	}
	line("name", d.Name)
	line("version", d.Version)
	line("about", d.Description)
	line("licence", d.License)
	line("authors", strings.Join(d.Authors, ", "))
	line("source", d.Source)
	line("homepage", d.Homepage)
	line("package", d.Root())
	line("for iaclint", d.Engine)
	for _, dep := range d.Dependencies {
		line("needs", dep.Name+" "+dep.Version+" from "+dep.Source)
	}
	line("built-ins", strings.Join(d.Builtins, ", "))
	line("cards", strings.Join(d.Cards, ", "))
	line("facts of", strings.Join(d.Facts, ", "))
	line("price books", strings.Join(d.Prices, ", "))
	if d.Defaults {
		line("defaults", "extends = [\"…\"] stands on them")
	}
	if len(d.Rules) > 0 {
		b.WriteString("\n")
	}
	for _, r := range d.Rules {
		fmt.Fprintf(&b, "%-9s %s  %s\n", Inert(r.Severity), Inert(r.ID), Inert(r.Title))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
