package report

import (
	"path"
	"slices"
	"strconv"
	"strings"
)

// Lines of source are read when the page is written and by nobody else: a saved
// report never holds them. What is shown of a finding is the line it points to
// and the line its block begins with, or, where it points to a whole block, the
// first line and that of the attribute it is about; nothing else of the file,
// and no value of an attribute that may be a secret.

// Source reads files of source for a report that shows lines of them.
type Source interface {
	// File is the content of a file that a finding of a project points to, and
	// nil where it cannot or may not be read.
	File(project, name string) []byte
}

// quoted is a line of source, or "" for lines left out.
type quoted struct {
	number int
	text   string
	marked bool // the finding is about it
}

// excerpts reads lines for findings, each file once.
type excerpts struct {
	from  Source
	files map[rowKey][]string
	heads map[rowKey]*Range // where the block of a resource begins
	left  int
}

func (p *sheet) excerpts(r *Report) *excerpts {
	e := &excerpts{files: map[rowKey][]string{}, heads: map[rowKey]*Range{}, left: mostExcerpts}
	if p.view.source == nil {
		return e
	}
	e.from = p.view.source
	for i := range p.view.all {
		if a := &p.view.all[i]; a.Source != nil {
			e.heads[rowKey{a.project, a.Address}] = a.Source
		}
	}
	return e
}

// largestSource is more than anybody writes by hand.
const largestSource = 2 << 20

func (e *excerpts) lines(project, file string) []string {
	key := rowKey{project, file}
	if lines, ok := e.files[key]; ok {
		return lines
	}
	var lines []string
	if ext := path.Ext(file); ext == ".tf" || ext == ".tofu" {
		if src := e.from.File(project, file); len(src) <= largestSource {
			lines = withoutHeredocs(strings.Split(string(src), "\n"))
		}
	}
	e.files[key] = lines
	return lines
}

// withoutHeredocs empties the lines of texts that run over several: whatever
// they look like, they are no arguments.
func withoutHeredocs(lines []string) []string {
	end := ""
	for i, line := range lines {
		if end != "" {
			if strings.TrimSpace(line) == end {
				end = ""
			}
			lines[i] = ""
			continue
		}
		if _, word, ok := strings.Cut(line, "<<"); ok {
			if word = strings.TrimSpace(strings.TrimPrefix(word, "-")); isWord(word) {
				end = word
			}
		}
	}
	return lines
}

// of are the lines that a finding is about; nil where they cannot be read, or
// are not what they were when the report was made.
func (e *excerpts) of(f located) []quoted {
	if e.from == nil || e.left <= 0 || f.Source == nil || f.Source.Line < 1 {
		return nil
	}
	src := e.lines(f.project, f.Source.File)
	if f.Source.Line > len(src) {
		return nil
	}
	var numbers []int
	if head := e.heads[rowKey{f.project, f.Address}]; head != nil && head.File == f.Source.File && head.Line < f.Source.Line {
		numbers = append(numbers, head.Line)
	}
	numbers = append(numbers, f.Source.Line)
	attribute, _, _ := strings.Cut(f.Path[strings.LastIndexByte(f.Path, '.')+1:], "[")
	for n := f.Source.Line + 1; n <= min(f.Source.EndLine, len(src)); n++ {
		if attribute != "" && argument(src[n-1]) == attribute {
			numbers = append(numbers, n)
			break
		}
	}
	var out []quoted
	for _, n := range numbers {
		text, ok := shownLine(src[n-1])
		if !ok {
			continue
		}
		if len(out) > 0 && out[len(out)-1].number < n-1 {
			out = append(out, quoted{})
		}
		out = append(out, quoted{n, text, n == numbers[len(numbers)-1]})
	}
	if !slices.ContainsFunc(out, func(q quoted) bool { return q.marked }) {
		return nil
	}
	e.left--
	return out
}

// argument is the name of the argument that a line sets; "" for other lines.
func argument(line string) string {
	name, _, ok := strings.Cut(line, "=")
	name = strings.TrimSpace(name)
	if !ok || !isWord(name) {
		return ""
	}
	return name
}

// shownLine is a line as the page may show it. Only the head of a block and an
// argument are shown: anything else may be the inside of a value.
func shownLine(line string) (string, bool) {
	text := strings.TrimRight(strings.ReplaceAll(line, "\t", "  "), " \r")
	if argument(text) == "" && !isBlockHead(text) {
		return "", false
	}
	if mayBeSecret(text) {
		text = withoutStrings(text)
	}
	return clip(text, 140), true
}

// isBlockHead reports whether a line is words and quoted labels and a brace.
func isBlockHead(line string) bool {
	text, ok := strings.CutSuffix(strings.TrimSpace(line), "{")
	if !ok {
		text, ok = strings.CutSuffix(strings.TrimSpace(line), "{}")
	}
	words := strings.Fields(text)
	for _, w := range words {
		if !isWord(strings.Trim(w, `"`)) {
			return false
		}
	}
	return ok && len(words) > 0 && len(words) <= 3
}

func isWord(s string) bool {
	for i, c := range []byte(s) {
		if c != '_' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return s != ""
}

// mayBeSecret reports whether a line names something that is kept secret, or
// that holds what somebody may have pasted.
func mayBeSecret(line string) bool {
	line = strings.ToLower(line)
	for _, word := range []string{
		"pass", "secret", "token", "private", "credential", "key", "auth", "connection", "cert", "user_data", "custom_data", "sensitive",
		"startup", "script", "metadata", "environment", "variables", "content", "value", "policy", "definition", "body", "payload", "login", "sas", "begin ", "://",
	} {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}

// withoutStrings puts dots for the value of an argument, unless it is a number,
// a word of the language or a reference.
func withoutStrings(line string) string {
	name, value, ok := strings.Cut(line, "=")
	if !ok {
		return line // the head of a block
	}
	value = strings.TrimSpace(value)
	root, _, dotted := strings.Cut(value, ".")
	switch {
	case strings.Trim(value, "0123456789.") == "", slices.Contains([]string{"true", "false", "null"}, value):
		return line
	case dotted && slices.Contains([]string{"var", "local", "module", "data", "each", "path"}, root) && strings.Trim(value, wordBytes+".[]") == "":
		return line
	}
	return name + "= …"
}

const wordBytes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"

// excerpt shows lines with their numbers.
func (p *sheet) excerpt(file string, lines []quoted) {
	p.open("pre", "code", attr{"aria-label", "Source: " + file}, attr{"tabindex", "0"})
	for _, l := range lines {
		class := markup("")
		switch {
		case l.number == 0:
			class = "gap"
		case l.marked:
			class = "hit"
		}
		p.open("span", class)
		if l.number > 0 {
			p.leaf("i", "", strconv.Itoa(l.number))
			p.leaf("code", "", l.text)
		} else {
			p.leaf("i", "", "⋮")
		}
		p.end("span")
	}
	p.end("pre")
}
