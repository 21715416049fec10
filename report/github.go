package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// annotationsPerStep is how many errors, warnings and notices each GitHub keeps
// of a step: what comes later is dropped without a word.
const annotationsPerStep = 10

// WriteGitHub writes what was found as workflow commands, which GitHub Actions
// turns into annotations of the lines they name. The heaviest come first; those
// for which a step has no room are told in the log, and the last annotation of
// their kind says how many they are.
func WriteGitHub(w io.Writer, r *Report, _ Options) error {
	out := bufio.NewWriterSize(w, 16<<10)
	money := CurrencyOf(r.Currency)
	all := standing(gather(r))
	heaviestFirst(all)
	out.WriteString("::notice title=iaclint::" + githubData(tally(r)) + "\n")
	var rest []*found
	for _, kind := range []struct{ level, command, many string }{{"error", "error", "errors"}, {"warning", "warning", "warnings"}, {"note", "notice", "notices"}} {
		room := annotationsPerStep
		if kind.level == "note" {
			room-- // the tally is one
		}
		var list []*found
		for i := range all {
			if all[i].level() == kind.level {
				list = append(list, &all[i])
			}
		}
		if len(list) > room {
			rest = append(rest, list[room-1:]...)
			list = list[:room-1]
		}
		for _, f := range list {
			githubCommand(out, kind.command, f, money)
		}
		if n := countLevel(rest, kind.level); n > 0 {
			fmt.Fprintf(out, "::%s title=iaclint::%d more %s are in the log of this step: GitHub shows %d of a kind\n", kind.command, n, kind.many, annotationsPerStep)
		}
	}
	logRest(out, rest, money)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing annotations for GitHub: %w", err)
	}
	return nil
}

func githubCommand(out *bufio.Writer, command string, f *found, money Currency) {
	out.WriteString("::" + command + " ")
	if f.place.file != "" {
		out.WriteString("file=" + githubProperty(f.place.file) + ",")
	}
	if f.place.line > 0 {
		out.WriteString("line=" + strconv.Itoa(f.place.line) + ",")
		if f.place.endLine > f.place.line {
			out.WriteString("endLine=" + strconv.Itoa(f.place.endLine) + ",")
		}
	}
	title := cutAfter(f.Rule, longestName)
	if f.Title != "" {
		title = cutAfter(f.Title, longestName) + " (" + title + ")"
	}
	out.WriteString("title=" + githubProperty(title) + "::")
	out.WriteString(githubData(cutAfter(f.about(money), longestMessage)))
	if f.Remediation != "" {
		out.WriteString("%0A" + githubData(cutAfter(f.Remediation, longestMessage)))
	}
	out.WriteByte('\n')
}

func countLevel(list []*found, level string) int {
	n := 0
	for _, f := range list {
		if f.level() == level {
			n++
		}
	}
	return n
}

// longestLog is how many findings beyond the annotations are listed in a log.
const longestLog = 500

// logRest lists findings for a person who reads the log. Every line begins with
// words of ours, and what follows is inert: no runner takes it for a command.
func logRest(out *bufio.Writer, rest []*found, money Currency) {
	for i, f := range rest {
		if i == longestLog {
			fmt.Fprintf(out, "  and %s more\n", thousands(strconv.Itoa(len(rest)-longestLog)))
			return
		}
		out.WriteString("  " + f.weight() + "  ")
		if f.place.file != "" {
			out.WriteString(inert(f.place.file))
			if f.place.line > 0 {
				out.WriteString(":" + strconv.Itoa(f.place.line))
			}
			out.WriteString("  ")
		}
		out.WriteString(inert(cutAfter(f.Rule, longestName)) + "  " + inert(prose(cutAfter(f.about(money), longestMessage))) + "\n")
	}
}

// githubData makes s the message of a workflow command: one line that the
// runner reads back, of characters that do nothing in a log.
func githubData(s string) string {
	s = inert(prose(s))
	if !strings.Contains(s, "%") {
		return s
	}
	return strings.ReplaceAll(s, "%", "%25")
}

// githubProperty makes s the value of a property: no comma or colon may end it.
func githubProperty(s string) string {
	return strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C").Replace(inert(s))
}
