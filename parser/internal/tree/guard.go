package tree

import (
	"bytes"
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Limits of what is handed to the parser, which calls itself for each level
// and whose stack overflow ends the process. People write a few dozen levels.
const (
	maxNesting = 500        // brackets, blocks, templates, prefix and conditional operators inside each other
	maxChain   = 10_000     // operators and indexes in a row: a + b + c + …
	maxTokens  = 2_000_000  // in one file: the lexer takes a hundred bytes for each
	maxMeld    = 50_000_000 // of pieces of text moved: the parser joins those of one text in time that grows by the square
)

// guard measures source of the native syntax without recursion. It knows as
// much of the lexer as it takes to tell code from text and comments, and counts
// rather too much than too little.
type guard struct {
	src    []byte
	at     int
	frames []frame
	nest   int // of all open frames
	chain  int
	tokens int
	meld   int
}

// frame is a bracket, template or text that is open.
type frame struct {
	kind        byte // ( [ { as written, $ a sequence in a template, " quoted, < heredoc, t bare template, 0 the file
	marker      []byte
	begun       bool // something stands in it, so a "for" that follows is no for expression
	loop        bool // { of a for expression, where newlines end nothing; [ of [*], which nests what follows
	nest, chain int  // of the expression that is being read
	pieces      int  // of a text: lines, and what escapes cut
}

// tooDeep looks at source; a diagnostic says where it is deeper than a parser
// may be given.
func tooDeep(src []byte, name string, start hcl.Pos) *hcl.Diagnostic {
	g := guard{src: src}
	g.push(frame{})
	return g.run(name, start)
}

// templateTooDeep is tooDeep for a template without quotes.
func templateTooDeep(src []byte, name string, start hcl.Pos) *hcl.Diagnostic {
	g := guard{src: src}
	g.push(frame{kind: 't'})
	return g.run(name, start)
}

func (g *guard) run(name string, start hcl.Pos) *hcl.Diagnostic {
	why := ""
	for g.at < len(g.src) && why == "" {
		why = g.step()
		switch {
		case g.nest > maxNesting:
			why = fmt.Sprintf("More than %d brackets, blocks, templates or operators stand inside each other here.", maxNesting)
		case g.chain > maxChain:
			why = fmt.Sprintf("More than %d operators stand in a row here.", maxChain)
		case g.tokens > maxTokens:
			why = fmt.Sprintf("The file has more than %d words and signs.", maxTokens)
		case g.meld > maxMeld:
			why = "The texts up to here have too many lines."
		}
	}
	if why == "" {
		return nil
	}
	at := advance(start, g.src[:min(g.at, len(g.src))])
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: "Source too deep to be read",
		Detail:  why + " The file is left out; cut this expression into locals, or the file in two.",
		Subject: &hcl.Range{Filename: name, Start: at, End: at},
	}
}

// step passes over one piece of the source; why says what forbids to go on.
func (g *guard) step() (why string) {
	switch top := &g.frames[len(g.frames)-1]; top.kind {
	case '"', 't':
		g.piece(top)
		g.text(top)
	case '<':
		g.piece(top)
		g.heredoc(top)
	default:
		why = g.code(top)
	}
	return why
}

// advance is the position behind some source; columns count bytes.
func advance(p hcl.Pos, src []byte) hcl.Pos {
	p.Byte += len(src)
	if n := bytes.Count(src, []byte("\n")); n > 0 {
		p.Line += n
		p.Column = len(src) - bytes.LastIndexByte(src, '\n')
	} else {
		p.Column += len(src)
	}
	return p
}

func (g *guard) push(f frame) {
	if n := len(g.frames); n > 0 {
		g.frames[n-1].begun = true
		g.nest++
	}
	g.frames = append(g.frames, f)
}

func (g *guard) pop() {
	top := g.frames[len(g.frames)-1]
	g.frames = g.frames[:len(g.frames)-1]
	g.nest -= 1 + top.nest
	g.chain -= top.chain
}

// op counts an operator that nests, link one that makes a row.
func (g *guard) op(f *frame)   { f.nest++; g.nest++ }
func (g *guard) link(f *frame) { f.chain++; g.chain++ }

// piece counts what the parser does to join a piece of text to those before.
func (g *guard) piece(f *frame) { f.pieces++; g.meld += f.pieces }

// fresh begins the next expression of a frame.
func (g *guard) fresh(f *frame) {
	g.nest, g.chain = g.nest-f.nest, g.chain-f.chain
	f.nest, f.chain = 0, 0
}

// next is the byte at a distance, 0 behind the end.
func (g *guard) next(n int) byte {
	if g.at+n < len(g.src) {
		return g.src[g.at+n]
	}
	return 0
}

// code passes over one sign or word.
func (g *guard) code(top *frame) (why string) {
	c := g.src[g.at]
	switch c {
	case ' ', '\t', '\r':
		g.at++
		return ""
	case '\n':
		g.at++
		if top.kind == 0 || top.kind == '{' && !top.loop {
			g.fresh(top)
		}
		return ""
	case '#':
		g.comment()
		return ""
	}
	g.tokens++
	begun := top.begun
	top.begun = true
	switch {
	case c == '(' || c == '[' || c == '{':
		g.at++
		g.push(frame{kind: c})
	case c == ')' || c == ']':
		g.at++
		if c == ')' && top.kind == '(' || c == ']' && top.kind == '[' {
			splat := top.loop
			g.pop()
			if top = &g.frames[len(g.frames)-1]; splat {
				g.op(top)
			} else {
				g.link(top)
			}
		}
	case c == '}':
		g.at++
		g.closeBrace()
	case c == '"':
		g.at++
		g.push(frame{kind: c})
	case c == ',':
		g.at++
		g.fresh(top)
	case c == '/' && g.next(1) == '/':
		g.tokens--
		top.begun = begun
		g.comment()
	case c == '/' && g.next(1) == '*':
		top.begun = begun
		end := bytes.Index(g.src[g.at+2:], []byte("*/"))
		if end < 0 {
			// The lexer would begin anew at each further /*.
			return "A comment begins here that nothing ends."
		}
		g.at += end + 4
	case c == '<' && g.next(1) == '<':
		if !g.beginHeredoc() {
			g.at++
			g.link(top)
		}
	case c == '?' || c == '-' || c == '!':
		g.at++
		g.op(top)
	case c == '*' && !begun && top.kind == '[':
		g.at++
		top.loop = true
	case bytes.IndexByte(operators, c) >= 0:
		g.at++
		g.link(top)
	case letter(c):
		from := g.at
		for g.at++; g.at < len(g.src) && (letter(g.src[g.at]) || g.src[g.at] == '-' || '0' <= g.src[g.at] && g.src[g.at] <= '9'); g.at++ {
		}
		if !begun && top.kind == '{' && string(g.src[from:g.at]) == "for" {
			top.loop = true
		}
	default:
		g.at++
	}
	return ""
}

var operators = []byte("+*/%<>=&|")

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_' }

// comment passes over the rest of the line.
func (g *guard) comment() {
	if end := bytes.IndexByte(g.src[g.at:], '\n'); end >= 0 {
		g.at += end
		return
	}
	g.at = len(g.src)
}

// closeBrace ends the innermost brace or template sequence, and whatever was
// left open inside it.
func (g *guard) closeBrace() {
	for i := len(g.frames) - 1; i > 0; i-- {
		kind := g.frames[i].kind
		if kind != '{' && kind != '$' {
			continue
		}
		for len(g.frames) > i {
			g.pop()
		}
		if kind == '{' {
			g.link(&g.frames[i-1])
		}
		return
	}
}

// text passes over a piece of a quoted text or bare template.
func (g *guard) text(top *frame) {
	stops := `$%\"`
	if top.kind == 't' {
		stops = `$%`
	}
	skip := bytes.IndexAny(g.src[g.at:], stops)
	if skip < 0 {
		g.at = len(g.src)
		return
	}
	g.at += skip
	switch g.src[g.at] {
	case '\\':
		g.at += 2
	case '"':
		g.at++
		g.pop()
	default:
		g.sequence(top)
	}
}

// sequence begins ${ or %{, or passes over a sign that does not mean that.
func (g *guard) sequence(top *frame) {
	c := g.src[g.at]
	switch {
	case g.next(1) == '{':
	case g.next(1) == c && g.next(2) == '{': // escaped
		g.at += 3
		return
	default:
		g.at++
		return
	}
	g.at += 2
	g.tokens++
	if g.next(0) == '~' {
		g.at++
	}
	if c == '%' {
		g.directive(top)
	}
	g.push(frame{kind: '$'})
}

// directive counts if and for, which hold what follows up to their end.
func (g *guard) directive(top *frame) {
	word := bytes.TrimLeft(g.src[g.at:min(len(g.src), g.at+200)], " \t\r\n")
	end := 0
	for end < len(word) && (letter(word[end]) || word[end] == '-' || word[end] >= 0x80 || '0' <= word[end] && word[end] <= '9') {
		end++
	}
	switch string(word[:end]) {
	case "endif", "endfor":
		if top.nest > 0 {
			top.nest--
			g.nest--
		}
	case "else":
	default:
		g.op(top)
	}
}

// beginHeredoc begins a heredoc, if it is one.
func (g *guard) beginHeredoc() bool {
	i := g.at + 2
	if i < len(g.src) && g.src[i] == '-' {
		i++
	}
	from := i
	for i < len(g.src) && g.src[i] != '\n' && g.src[i] != '\r' {
		i++
	}
	marker := g.src[from:i]
	if i < len(g.src) && g.src[i] == '\r' {
		i++
	}
	if i >= len(g.src) || g.src[i] != '\n' || !identifier(marker) {
		return false
	}
	g.at = i + 1
	g.push(frame{kind: '<', marker: marker})
	return true
}

// heredoc passes over a piece of a heredoc. A line that holds the marker alone
// ends it.
func (g *guard) heredoc(top *frame) {
	end := bytes.IndexByte(g.src[g.at:], '\n')
	line := g.src[g.at:]
	if end >= 0 {
		line = line[:end+1]
	}
	if !top.begun && end >= 0 && bytes.Equal(bytes.TrimSpace(line), top.marker) {
		g.at += end // the newline behind it counts
		g.pop()
		return
	}
	skip := bytes.IndexAny(line, "$%")
	if skip < 0 {
		g.at += len(line)
		top.begun = end < 0 // here: not at the beginning of a line
		return
	}
	g.at += skip
	top.begun = true
	g.sequence(top)
}

// identifier is whether a heredoc may be marked so.
func identifier(b []byte) bool {
	if len(b) == 0 {
		return false
	}
	for i, c := range b {
		if c >= 0x80 {
			return hclsyntax.ValidIdentifier(string(b))
		}
		if !letter(c) && (i == 0 || c != '-' && (c < '0' || c > '9')) {
			return false
		}
	}
	return true
}
