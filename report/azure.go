package report

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteAzure writes what was found as logging commands of Azure Pipelines. The
// agent keeps the first ten errors and the first ten warnings of a task for the
// summary of the run and shows all in the log, so that the heaviest come first;
// notes are lines of the log only, for Azure knows no third kind.
func WriteAzure(w io.Writer, r *Report, _ Options) error {
	out := bufio.NewWriterSize(w, 16<<10)
	money := CurrencyOf(r.Currency)
	all := standing(gather(r))
	heaviestFirst(all)
	out.WriteString("iaclint: " + inert(tally(r)) + "\n")
	var notes []*found
	left := 0
	for i, commands := 0, 0; i < len(all); i++ {
		f := &all[i]
		switch {
		case f.level() == "note":
			notes = append(notes, f)
		case commands == longestLog:
			left++
		default:
			azureCommand(out, f, money)
			commands++
		}
	}
	if left > 0 {
		fmt.Fprintf(out, "##vso[task.logissue type=warning;]iaclint: %s more findings are not listed here\n", thousands(strconv.Itoa(left)))
	}
	logRest(out, notes, money)
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing logging commands for Azure Pipelines: %w", err)
	}
	return nil
}

func azureCommand(out *bufio.Writer, f *found, money Currency) {
	out.WriteString("##vso[task.logissue type=" + f.level())
	if f.place.file != "" {
		out.WriteString(";sourcepath=" + azureProperty(f.place.file))
	}
	if f.place.line > 0 {
		out.WriteString(";linenumber=" + strconv.Itoa(f.place.line))
	}
	out.WriteString(";code=" + azureProperty(cutAfter(f.Rule, longestName)) + ";]")
	text := f.about(money)
	if f.Remediation != "" {
		text += " → " + f.Remediation
	}
	out.WriteString(azureData(cutAfter(text, longestMessage)) + "\n")
}

// azureData makes s the message of a logging command: one line in which no
// second command begins.
func azureData(s string) string {
	s = inert(prose(s))
	if !strings.Contains(s, "%") {
		return s
	}
	return strings.ReplaceAll(s, "%", "%AZP25")
}

// azureProperty makes s the value of a property: no semicolon or bracket may
// end it.
func azureProperty(s string) string {
	return strings.NewReplacer("%", "%AZP25", ";", "%3B", "]", "%5D").Replace(inert(s))
}
