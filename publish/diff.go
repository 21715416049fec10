package publish

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// diff reads which lines a diff adds, of all files in it.
func (l Lines) diff(text string) {
	file, hunks := "", 0
	start := 0
	flush := func(end int) {
		if file != "" && hunks > 0 {
			l.hunks(file, text[hunks:end])
		}
		hunks = 0
	}
	for start < len(text) {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		line := strings.TrimRight(text[start:end], "\r\n")
		switch {
		case strings.HasPrefix(line, "diff --git "):
			flush(start)
			file = ""
		case hunks == 0 && strings.HasPrefix(line, "+++ "):
			file = newName(line[len("+++ "):])
		case hunks == 0 && strings.HasPrefix(line, "@@ "):
			hunks = start
		}
		start = end
	}
	flush(len(text))
}

// newName is the file that a +++ line names; "" for none.
func newName(s string) string {
	s, _, _ = strings.Cut(s, "\t")
	if strings.HasPrefix(s, `"`) {
		s = unquote(s)
	}
	name, ok := strings.CutPrefix(s, "b/")
	if !ok {
		return ""
	}
	return name
}

// unquote reads a name as git quotes one, in octal.
func unquote(s string) string {
	if t, err := strconv.Unquote(s); err == nil {
		return t
	}
	return ""
}

// hunks reads which lines the hunks of one file add.
func (l Lines) hunks(file, text string) {
	next, old, fresh := 0, 0, 0
	for line := range strings.Lines(text) {
		if old == 0 && fresh == 0 {
			if strings.HasPrefix(line, "@@ ") {
				next, old, fresh = header(line)
			}
			continue
		}
		switch line[0] {
		case '+':
			l.add(file, next)
			next++
			fresh--
		case '-':
			old--
		case '\\': // no newline at the end
		default:
			next++
			old--
			fresh--
		}
		old, fresh = max(old, 0), max(fresh, 0)
	}
}

// header reads @@ -from,lines +from,lines @@.
func header(line string) (next, old, fresh int) {
	words := strings.Fields(line)
	if len(words) < 3 {
		return 0, 0, 0
	}
	_, old = extent(words[1])
	next, fresh = extent(words[2])
	return next, old, fresh
}

func extent(s string) (from, lines int) {
	a, b, ok := strings.Cut(strings.TrimLeft(s, "+-"), ",")
	from, _ = strconv.Atoi(a)
	if lines = 1; ok {
		lines, _ = strconv.Atoi(b)
	}
	return from, lines
}

// characters is how long platforms take a text to be: the larger of code points
// and UTF-16 units.
func characters(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// cut shortens a text to a number of characters.
func cut(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return string([]rune(s)[:limit-1]) + "…"
}
