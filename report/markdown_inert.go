package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Nothing of the input may become markup, a link, a mention or a reference to an
// issue on any forge. Two things bring that about, and both are here:
//
//   - names (addresses, tags, paths, rules) stand inside <code>, where forges link
//     nothing, with every character that means something in markdown or HTML as a
//     numeric entity;
//   - prose (what rules say) keeps its words as they are where they are nothing but
//     letters, digits and plain punctuation; any other word is a name.
//
// What cannot be seen is shown first, as on a terminal (text_inert.go). Where tags
// are shown instead of heeded names stand in code spans, whose fence is longer than
// any run of backticks inside.

// longest is how many characters of a name are shown, and of prose.
const (
	longestNamed = 200
	longestSaid  = 600
)

// markdownInert writes strings of the input; html says that tags are heeded.
type markdownInert struct{ html bool }

// name is s in code: "–" when there is nothing of it.
func (m markdownInert) name(s string) string { return m.code(cutMiddle(inert(s), longestNamed)) }

// address is a name that may break after its dots, where a column is narrow.
func (m markdownInert) address(s string) string {
	if !m.html {
		return m.name(s)
	}
	return strings.ReplaceAll(m.name(s), "&#46;", "&#46;<wbr>")
}

func (m markdownInert) code(s string) string {
	if strings.TrimSpace(s) == "" {
		return noValue
	}
	if !m.html {
		return codeSpan(s)
	}
	return "<code>" + entities(s) + "</code>"
}

// entities is s with all ASCII punctuation as numeric entities, but -, _
// and / between letters or digits, which mean nothing there. <wbr>, which is nothing to
// see, keeps forges that look for addresses after they decoded entities from
// finding any.
func entities(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/2)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case !punctuation(c), (c == '-' || c == '_' || c == '/') && i > 0 && i < len(s)-1 && alphanumeric(s[i-1]) && alphanumeric(s[i+1]):
			b.WriteByte(c)
			continue
		case c == '@', c == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			b.WriteString("<wbr>")
		}
		b.WriteString("&#")
		if c >= 100 {
			b.WriteByte('1')
		}
		b.WriteByte('0' + c/10%10)
		b.WriteByte('0' + c%10)
		b.WriteByte(';')
		if c == ':' {
			b.WriteString("<wbr>")
		}
	}
	return b.String()
}

// codeSpan is a code span. A pipe would end the cell of a table in some readers and
// show its escape in others, so that a line that looks like it takes its place.
func codeSpan(s string) string {
	s = strings.ReplaceAll(s, "|", "│")
	longest, run := 0, 0
	for _, c := range []byte(s) {
		if c != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	fence := strings.Repeat("`", longest+1)
	if longest > 0 || strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		s = " " + s + " " // one of them on each side is taken off again
	}
	return fence + s + fence
}

// prose is a sentence or two: words, and names between backticks.
func (m markdownInert) prose(s string) string {
	s = cutEnd(inert(prose(s)), longestSaid)
	var b strings.Builder
	for s != "" {
		text, rest, open := strings.Cut(s, "`")
		name, after, closed := strings.Cut(rest, "`")
		if !open || !closed {
			m.words(&b, s)
			break
		}
		m.words(&b, text)
		if strings.TrimSpace(name) != "" {
			b.WriteString(m.code(name))
		}
		s = after
	}
	return b.String()
}

// words writes text of which every word that is not plain becomes a name.
func (m markdownInert) words(b *strings.Builder, text string) {
	for text != "" {
		n := len(text) - len(strings.TrimLeft(text, " "))
		b.WriteString(text[:n])
		word, _, _ := strings.Cut(text[n:], " ")
		text = text[n+len(word):]
		before, core, after := bare(word)
		b.WriteString(before)
		if core == "" || isPlain(core) {
			b.WriteString(core)
		} else {
			b.WriteString(m.code(core))
		}
		b.WriteString(after)
	}
}

// bare takes the punctuation of a sentence off a word.
func bare(word string) (before, core, after string) {
	core = strings.TrimLeft(word, `(`)
	if value := strings.TrimRight(core, `.,;:?)`); len(value) > 2 && value[0] == '"' && strings.IndexByte(value[1:], '"') == len(value)-2 {
		return word[:len(word)-len(core)], value, core[len(value):] // "a value"
	}
	core = strings.TrimLeft(word, `("'`)
	before = word[:len(word)-len(core)]
	whole := core
	core = strings.TrimRight(core, `.,;:?)"'`)
	// A bracket that the word itself opened belongs to it: f(x).
	if strings.Contains(core, "(") && strings.HasPrefix(whole[len(core):], ")") {
		core = whole[:len(core)+1]
	}
	return before, core, whole[len(core):]
}

// isPlain reports whether nobody takes a word for anything but a word: letters,
// also with - and / between them, a number, an amount, a date.
func isPlain(word string) bool {
	switch word {
	case "e.g", "i.e", "+", "-", "=", "/", "%":
		return true
	}
	digits, hex := 0, 0
	for i, r := range word {
		next := i + utf8.RuneLen(r)
		inside := i > 0 && next < len(word) && alphanumeric(word[i-1]) && alphanumeric(word[next])
		switch {
		case r >= 0x80:
			if !unicode.IsLetter(r) && !strings.ContainsRune("–—…×→≥≤€£₂·’‘“”²³°", r) {
				return false
			}
		case r >= '0' && r <= '9':
			digits++
			hex++
		case r >= 'a' && r <= 'f':
			hex++
		case r >= 'g' && r <= 'z', r >= 'A' && r <= 'Z':
		case r == '-' && (inside || i == 0), r == '+' && i == 0:
		case (r == '/' || r == '\'' || r == ',') && inside:
		case r == '.' && inside && isDigit(word[i-1]) && isDigit(word[next]):
		case r == '$' && next < len(word) && isDigit(word[next]) && i <= 1:
		case r == '%' && next == len(word) && digits > 0:
		default:
			return false
		}
	}
	commit := hex == len(word) && hex >= 7 && digits > 0
	return !commit && !isIssue(word)
}

// isIssue reports whether a word looks like GH-12: letters, a dash, a number.
func isIssue(word string) bool {
	key, number, ok := strings.Cut(word, "-")
	return ok && key != "" && number != "" && strings.Trim(number, "0123456789") == "" && !strings.ContainsAny(key, "0123456789")
}

func punctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !alphanumeric(c)
}

func alphanumeric(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// cutMiddle keeps the beginning and, rather, the end of what is too long: of an
// address the end says more.
func cutMiddle(s string, limit int) string {
	n := utf8.RuneCountInString(s)
	if n <= limit {
		return s
	}
	runes := []rune(s)
	head := limit / 3
	return string(runes[:head]) + "…" + string(runes[n-(limit-head-1):])
}

func cutEnd(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:limit-1]), " ") + "…"
}
