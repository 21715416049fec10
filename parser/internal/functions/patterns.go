package functions

import (
	"io"
	"regexp"
	"regexp/syntax"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
)

// maxSteps is how many instructions of a compiled pattern may be looked at:
// its size for every character read. One search is linear, but finding all
// matches of a pattern like "a.*?z|." reads the rest of the text for each.
const maxSteps = 100_000_000

// onePattern and allPatterns are for regex and regexall.
func onePattern(args []cty.Value) error  { return searchable(textOf(args[0]), textOf(args[1]), false) }
func allPatterns(args []cty.Value) error { return searchable(textOf(args[0]), textOf(args[1]), true) }

// searchable says whether a pattern can be looked for in a text in bounded
// time. Where the worst case is too much, it tries with a reader that counts.
// A pattern that is no pattern is for the caller to refuse.
func searchable(pattern, text string, all bool) error {
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil
	}
	size, worst := len(prog.Inst), len(text)
	if all {
		worst *= len(text)
	}
	if worst <= maxSteps/size && len(text) < maxElements {
		return nil
	}
	first, err1 := regexp.Compile(`(` + pattern + `)`)
	// Later matches see the character before them, which ^ and \b ask for.
	later, err2 := regexp.Compile(`\A(?s:.)(?s:.*?)(` + pattern + `)`)
	if err1 != nil || err2 != nil {
		return TooLarge{"the pattern"}
	}
	return counting{text, size, all}.search(first, later)
}

type counting struct {
	text string
	size int
	all  bool
}

func (c counting) search(first, later *regexp.Regexp) error {
	r := &countingReader{text: c.text, left: maxSteps / c.size}
	last, matches := -1, 0
	for pos, re := 0, first; pos <= len(c.text); re = later {
		r.pos = pos
		if re == later {
			_, width := utf8.DecodeLastRuneInString(c.text[:pos])
			r.pos -= width
		}
		start := r.pos
		at := re.FindReaderSubmatchIndex(r)
		if r.left <= 0 {
			return TooLarge{"the work of searching this text for the pattern"}
		}
		if at == nil || !c.all {
			return nil
		}
		begin, end := start+at[2], start+at[3]
		if end > pos || begin != last {
			matches++
		}
		if matches > maxElements {
			return TooLarge{"there are more matches of the pattern than that"}
		}
		last = end
		if pos = end; begin == end {
			_, width := utf8.DecodeRuneInString(c.text[pos:])
			pos += max(width, 1)
		}
	}
	return nil
}

// countingReader ends the text when the steps are used up.
type countingReader struct {
	text      string
	pos, left int
}

func (r *countingReader) ReadRune() (rune, int, error) {
	if r.left--; r.left <= 0 || r.pos >= len(r.text) {
		return 0, 0, io.EOF
	}
	c, width := utf8.DecodeRuneInString(r.text[r.pos:])
	r.pos += width
	return c, width, nil
}
