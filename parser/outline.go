package parser

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// outline is what the blocks of a folder tell about its place among others.
type outline struct {
	sources  []string // of module blocks, as written; only literal ones
	backend  bool     // a backend or cloud block
	provider bool     // a provider block that says more than its alias
	required bool     // a variable without default
}

// outlined are the blocks that an outline is made of.
var outlined = []string{"module", "terraform", "provider", "variable"}

// maxUnclosed is how many quotes without an end a file may have before the
// rest of it is given up.
const maxUnclosed = 20

// native reads .tf and .tofu by its tokens alone. The lexer neither recurses
// nor gives up, so that a broken file tells what it can.
func (o *outline) native(src []byte) {
	if !mentions(src) {
		return
	}
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

// mentions is whether a line begins with a block that counts. Most files of a
// large tree hold resources only, and reading their tokens would take longer
// than all the rest.
func mentions(src []byte) bool {
	for len(src) > 0 {
		line, rest, _ := bytes.Cut(src, []byte("\n"))
		line = bytes.TrimLeft(line, " \t\ufeff")
		for _, typ := range outlined {
			if len(line) > len(typ) && string(line[:len(typ)]) == typ {
				return true
			}
		}
		src = rest
	}
	return false
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
		if name == "source" && len(tokens) > 4 && tokens[1].Type == hclsyntax.TokenEqual && tokens[2].Type == hclsyntax.TokenOQuote &&
			tokens[3].Type == hclsyntax.TokenQuotedLit && tokens[4].Type == hclsyntax.TokenCQuote {
			b.source = string(tokens[3].Bytes)
		}
	case "terraform":
		b.told = b.told || (name == "backend" || name == "cloud") && blockType(tokens) != ""
	case "provider":
		b.another = b.another || name != "alias" && name != "version"
	case "variable":
		b.told = b.told || name == "default"
	}
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

// json reads .tf.json and .tofu.json, in which a block is an object or a list
// of objects.
func (o *outline) json(src []byte) {
	var file map[string]json.RawMessage
	if json.Unmarshal(bytes.TrimPrefix(src, []byte("\ufeff")), &file) != nil {
		return
	}
	for _, m := range labelled(file["module"]) {
		var source string
		if json.Unmarshal(m["source"], &source) == nil && source != "" && !strings.Contains(source, "${") {
			o.sources = append(o.sources, source)
		}
	}
	for _, t := range objects(file["terraform"]) {
		o.backend = o.backend || t["backend"] != nil || t["cloud"] != nil
	}
	for _, p := range labelled(file["provider"]) {
		for name := range p {
			o.provider = o.provider || name != "alias" && name != "version" && name != "//"
		}
	}
	for _, v := range labelled(file["variable"]) {
		o.required = o.required || v["default"] == nil
	}
}

// labelled are the bodies of the blocks that have one label.
func labelled(raw json.RawMessage) (out []map[string]json.RawMessage) {
	for _, byLabel := range objects(raw) {
		for label, body := range byLabel {
			if label != "//" {
				out = append(out, objects(body)...)
			}
		}
	}
	return out
}

// objects is an object, or the objects of a list.
func objects(raw json.RawMessage) []map[string]json.RawMessage {
	var one map[string]json.RawMessage
	if json.Unmarshal(raw, &one) == nil && one != nil {
		return []map[string]json.RawMessage{one}
	}
	var list []map[string]json.RawMessage
	_ = json.Unmarshal(raw, &list) // what is neither has no blocks
	return list
}
