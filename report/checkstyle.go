package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// WriteCheckstyle writes what was found as Checkstyle's XML, which Jenkins,
// reviewdog and many editors read: findings by file. A finding whose line is not
// known has none. What is suppressed or fixed is left out.
func WriteCheckstyle(w io.Writer, r *Report, _ Options) error {
	out := xmlWriter{bufio.NewWriterSize(w, 16<<10)}
	money := CurrencyOf(r.Currency)
	all := standing(gather(r))
	heaviestFirst(all)
	slices.SortStableFunc(all, func(a, b found) int { return strings.Compare(a.place.file, b.place.file) })
	out.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	out.open("", "checkstyle", "version", "10.0")
	file := ""
	for i := range all {
		f := &all[i]
		if i == 0 || f.place.file != file {
			if i > 0 {
				out.close("  ", "file")
			}
			file = f.place.file
			out.open("  ", "file", "name", nameOr(file, "."))
		}
		line := ""
		if f.place.line > 0 {
			line = strconv.Itoa(f.place.line)
		}
		out.empty("    ", "error", "line", line, "severity", checkstyleSeverity(f), "message", cutAfter(advised(f, money), longestMessage),
			"source", nameOr(cutAfter(f.Rule, longestName), "unnamed"))
	}
	if len(all) > 0 {
		out.close("  ", "file")
	}
	out.close("", "checkstyle")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing Checkstyle XML: %w", err)
	}
	return nil
}

// checkstyleSeverity is one of Checkstyle's: error, warning, info.
func checkstyleSeverity(f *found) string {
	if level := f.level(); level != "note" {
		return level
	}
	return "info"
}

// advised is what is said of a finding with what to do about it.
func advised(f *found, money Currency) string {
	text := prose(f.about(money))
	if f.Remediation != "" {
		text += " → " + prose(f.Remediation)
	}
	return nameOr(text, "(no message)")
}

func nameOr(name, other string) string {
	if name == "" {
		return other
	}
	return name
}
