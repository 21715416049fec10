package written

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/agext/levenshtein"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/iaclint/iaclint/model"
)

// mark is what a comment for iaclint begins with.
const mark = "iaclint:ignore"

// note is a comment that asks for silence, and the line it is about.
type note struct {
	*model.Ignore
	line int // of what the comment is about; 0: the block around it
}

// notes reads the comments of a native file. Most files have none and are not
// looked into.
func notes(name string, src []byte) ([]note, hcl.Diagnostics) {
	if !bytes.Contains(src, []byte(mark)) || strings.HasSuffix(name, ".json") {
		return nil, nil
	}
	tokens, _ := hclsyntax.LexConfig(src, name, hcl.InitialPos) // slips were said when it was parsed
	var out []note
	var diags hcl.Diagnostics
	for i, t := range tokens {
		if t.Type != hclsyntax.TokenComment {
			continue
		}
		text, ok := strings.CutPrefix(commentText(t.Bytes), mark)
		if !ok || text != "" && text[0] != ' ' && text[0] != '\t' {
			continue
		}
		ignore, slip := parse(text)
		at := t.Range
		at.End = hcl.Pos{Line: at.Start.Line, Column: at.Start.Column + len(mark) + len(strings.TrimRight(text, " \t\r")) + 2, Byte: at.End.Byte}
		if slip != "" {
			diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagWarning, Summary: "Comment for iaclint not understood", Subject: &at,
				Detail: slip + " It is written # iaclint:ignore RULE until=2027-03-31 reason=\"…\", and has no effect as it stands."})
			continue
		}
		ignore.Place = model.Range{File: name, Line: t.Range.Start.Line, EndLine: t.Range.Start.Line}
		out = append(out, note{ignore, about(tokens, i)})
	}
	return out, diags
}

// commentText is a comment without its signs.
func commentText(b []byte) string {
	s := strings.TrimSpace(string(b))
	for _, sign := range []string{"#", "//", "/*"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			return strings.TrimSpace(strings.TrimSuffix(strings.TrimLeft(rest, "#/"), "*/"))
		}
	}
	return s
}

// about is the line the comment at i speaks of: its own when something stands
// before it there, else the next one, past further comments; 0 when that is
// empty or closes the block.
func about(tokens hclsyntax.Tokens, i int) int {
	line := tokens[i].Range.Start.Line
	if i > 0 && tokens[i-1].Type != hclsyntax.TokenNewline && tokens[i-1].Type != hclsyntax.TokenComment && tokens[i-1].Range.End.Line == line {
		return line
	}
	for _, t := range tokens[i+1:] {
		if t.Type == hclsyntax.TokenComment {
			line = t.Range.Start.Line
			continue
		}
		// A comment up to the end of its line takes the line end with it.
		if t.Type == hclsyntax.TokenNewline && t.Range.Start.Line == line {
			continue
		}
		if t.Type == hclsyntax.TokenNewline || t.Type == hclsyntax.TokenCBrace || t.Type == hclsyntax.TokenEOF || t.Range.Start.Line > line+1 {
			return 0
		}
		return t.Range.Start.Line
	}
	return 0
}

var setting = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([a-z_-]+)=("(?:[^"\\]|\\.)*"|[^\s"]+)(?:\s+|$)`)
})

// parse reads what follows the mark: rules, then settings. slip says what is
// wrong with it, "" for nothing.
func parse(text string) (ignore *model.Ignore, slip string) {
	ignore = &model.Ignore{}
	text = strings.TrimSpace(text)
	for text != "" && !setting().MatchString(text) {
		word, rest, _ := strings.Cut(text, " ")
		if strings.Contains(word, "=") {
			return nil, fmt.Sprintf("%q is not a setting: a value with spaces stands in quotes.", word)
		}
		for _, rule := range strings.Split(word, ",") {
			if rule != "" {
				ignore.Rules = append(ignore.Rules, rule)
			}
		}
		text = strings.TrimSpace(rest)
	}
	for text != "" {
		m := setting().FindStringSubmatch(text)
		if m == nil {
			return nil, fmt.Sprintf("%q is not a setting.", text)
		}
		text = text[len(m[0]):]
		value := strings.ReplaceAll(strings.ReplaceAll(strings.Trim(m[2], `"`), `\"`, `"`), `\\`, `\`)
		switch m[1] {
		case "until":
			if _, err := time.Parse(time.DateOnly, value); err != nil {
				return nil, fmt.Sprintf("%q is not a day: write until=2027-03-31.", value)
			}
			ignore.Until = value
		case "reason":
			ignore.Reason = value
		default:
			return nil, fmt.Sprintf("There is no setting %q.%s", m[1], meant(m[1]))
		}
	}
	if len(ignore.Rules) == 0 {
		return nil, "It names no rule."
	}
	return ignore, ""
}

func meant(name string) string {
	known := []string{"reason", "until"}
	i := slices.IndexFunc(known, func(k string) bool { return levenshtein.Distance(name, k, nil) <= 2 })
	if i < 0 {
		return ""
	}
	return fmt.Sprintf(" Did you mean %q?", known[i])
}
