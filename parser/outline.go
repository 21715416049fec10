package parser

import (
	"bytes"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// outline is what the blocks of a folder tell about its place among others.
type outline struct {
	sources  []string // of module blocks, as written; "./mods/*" for "./mods/${…}"
	backend  bool     // a backend or cloud block
	provider bool     // a provider block that says more than its alias

	// variables is whether to look at variables too, which are many and
	// seldom asked for.
	variables bool
	required  bool // a variable without default
}

// native reads .tf and .tofu. Most of a large tree is resources, and to read
// their tokens would take longer than all the rest: only the parts in which a
// block of interest begins are looked into.
func (o *outline) native(src []byte) {
	from, sound := 0, true
	for at := 0; at < len(src); {
		line, _, _ := bytes.Cut(src[at:], []byte("\n"))
		if at > from && topLevel(word(line)) {
			if o.mentioned(src[from:at]) {
				o.lex(src[from:at])
			}
			from = at
		}
		at += len(line) + 1
		if sound && at < len(src) {
			// Once something has no end, nobody looks for ends any more: a file
			// full of such would take for ever.
			var n int
			n, sound = swallowed(line, src[at:])
			at += n
		}
	}
	if o.mentioned(src[from:]) {
		o.lex(src[from:])
	}
}

// swallowed is how much of what follows a line is text or comment, for the
// line opens one: what looks like a block in there is none. It is not sound
// without an end.
func swallowed(line, rest []byte) (n int, sound bool) {
	if i := bytes.Index(line, []byte("/*")); i >= 0 && bytes.Count(line[:i], []byte{'"'})%2 == 0 && !bytes.Contains(line[i+2:], []byte("*/")) {
		n = bytes.Index(rest, []byte("*/"))
		return max(0, n), n >= 0
	}
	i := bytes.LastIndex(line, []byte("<<"))
	if i < 0 {
		return 0, true
	}
	mark := bytes.TrimSpace(bytes.TrimPrefix(line[i+2:], []byte("-")))
	if len(mark) == 0 || !hclsyntax.ValidIdentifier(string(mark)) {
		return 0, true
	}
	for at := 0; at < len(rest); {
		line, _, _ := bytes.Cut(rest[at:], []byte("\n"))
		if bytes.Equal(bytes.TrimSpace(line), mark) {
			return at, true
		}
		at += len(line) + 1
	}
	return 0, false
}

// mentioned is whether a line begins with a block that counts.
func (o *outline) mentioned(src []byte) bool {
	for len(src) > 0 {
		line, rest, _ := bytes.Cut(src, []byte("\n"))
		line = bytes.TrimLeft(line, " \t\ufeff")
		w := word(line)
		if w == "module" || w == "terraform" || w == "provider" || w == "variable" && o.variables {
			if after := bytes.TrimLeft(line[len(w):], " \t"); len(after) == 0 || after[0] != '=' && after[0] != '.' {
				return true
			}
		}
		src = rest
	}
	return false
}

// word is the letters that a line begins with.
func word(line []byte) string {
	n := 0
	for n < len(line) && 'a' <= line[n] && line[n] <= 'z' {
		n++
	}
	return string(line[:n])
}

// maxUnclosed is how many quotes without an end a file may have before the
// rest of it is given up.
const maxUnclosed = 20

// lex reads a text by its tokens alone. The lexer neither recurses nor gives
// up, so that a broken file tells what it can.
func (o *outline) lex(src []byte) {
	var block *blockOutline
	at, depth := hcl.InitialPos, 0
	for range maxUnclosed {
		tokens, _ := hclsyntax.LexConfig(src, "", at)
		end := len(tokens)
		for i, t := range tokens {
			if t.Type == hclsyntax.TokenQuotedNewline {
				end = i
				break
			}
		}
		block, depth = o.tokens(tokens[:end], block, depth)
		if end == len(tokens) {
			break
		}
		// A text ends in its line. The lexer would take what follows for text
		// and the next text for code.
		after := tokens[end].Range.End
		src, at = src[after.Byte-at.Byte:], after
	}
	block.close(o)
}

// tokens reads on, within block at a depth of braces, and returns where it
// ends up.
func (o *outline) tokens(tokens hclsyntax.Tokens, block *blockOutline, depth int) (*blockOutline, int) {
	fresh := true // a line begins
	for i, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenTemplateSeqEnd:
			if depth--; depth <= 0 {
				block.close(o)
				depth, block = 0, nil
			}
		case hclsyntax.TokenIdent:
			typ := blockType(tokens[i:])
			switch {
			case fresh && typ != "" && (depth == 0 || t.Range.Start.Column == 1 && topLevel(typ)):
				// In the first column a block begins even where the braces before
				// it do not match.
				block.close(o)
				depth, block = 0, &blockOutline{typ: typ}
			case depth == 1 && block != nil && (fresh || tokens[i-1].Type == hclsyntax.TokenOBrace):
				block.entry(tokens[i:])
			}
		}
		fresh = t.Type == hclsyntax.TokenNewline || t.Type == hclsyntax.TokenComment
	}
	return block, depth
}

// blockOutline is a top-level block while its tokens go by.
type blockOutline struct {
	typ     string
	source  string // of a module
	told    bool   // the entry that counts was there
	another bool   // provider: an entry that is neither alias nor version
}

// blockType is the type of the block whose header begins here, or "".
func blockType(tokens hclsyntax.Tokens) string {
	if len(tokens) < 2 {
		return ""
	}
	switch tokens[1].Type {
	case hclsyntax.TokenOQuote, hclsyntax.TokenOBrace, hclsyntax.TokenIdent:
		return string(tokens[0].Bytes)
	}
	return ""
}

func topLevel(typ string) bool {
	switch typ {
	case "module", "resource", "data", "variable", "output", "locals", "terraform", "provider":
		return true
	}
	return false
}

// entry takes in an argument or a nested block of the block.
func (b *blockOutline) entry(tokens hclsyntax.Tokens) {
	name := string(tokens[0].Bytes)
	switch b.typ {
	case "module":
		if name == "source" && len(tokens) > 4 && tokens[1].Type == hclsyntax.TokenEqual && tokens[2].Type == hclsyntax.TokenOQuote && tokens[3].Type == hclsyntax.TokenQuotedLit {
			b.source = string(tokens[3].Bytes)
			if tokens[4].Type == hclsyntax.TokenTemplateInterp {
				b.source = openSource(b.source)
			}
		}
	case "terraform":
		b.told = b.told || (name == "backend" || name == "cloud") && blockType(tokens) != ""
	case "provider":
		b.another = b.another || name != "alias" && name != "version"
	case "variable":
		b.told = b.told || name == "default"
	}
}

// openSource is a source of which only the beginning is written: any folder
// may be meant that lies where it leads.
func openSource(beginning string) string {
	return beginning[:strings.LastIndexByte(beginning, '/')+1] + "*"
}

func (b *blockOutline) close(o *outline) {
	if b == nil {
		return
	}
	switch b.typ {
	case "module":
		if b.source != "" {
			o.sources = append(o.sources, b.source)
		}
	case "terraform":
		o.backend = o.backend || b.told
	case "provider":
		o.provider = o.provider || b.another
	case "variable":
		o.required = o.required || !b.told
	}
}
