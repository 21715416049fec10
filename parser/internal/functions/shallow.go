package functions

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// A template is refused before the parser sees it when it nests deeper than
// this, or when one sequence in it has more tokens: the parser and the
// evaluator go one call deeper for each, and running out of stack cannot be
// caught.
const (
	maxDepth  = 256
	maxTokens = 20_000
	// maxTemplate is how long a template may be, in bytes.
	maxTemplate = 1 << 20
)

// shallow looks at the tokens of a template only.
func shallow(text []byte, name string) error {
	if len(text) > maxTemplate {
		return TooLarge{"the template"}
	}
	tokens, _ := hclsyntax.LexTemplate(text, name, hcl.InitialPos)
	return flat(tokens, 0)
}

// shallowConfig does so for a file of arguments, all of which is one sequence.
func shallowConfig(text []byte) error {
	if len(text) > maxTemplate {
		return TooLarge{"the file of variables"}
	}
	tokens, _ := hclsyntax.LexConfig(text, "", hcl.InitialPos)
	return flat(tokens, 1)
}

func flat(tokens hclsyntax.Tokens, outer int) error {
	depth, directives, run := outer, 0, 0
	for i, t := range tokens {
		switch t.Type {
		case hclsyntax.TokenTemplateControl, hclsyntax.TokenTemplateInterp:
			if depth == 0 {
				run = 0
			}
			depth++
			if t.Type == hclsyntax.TokenTemplateControl && i+1 < len(tokens) {
				directives += directive(string(tokens[i+1].Bytes))
			}
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen, hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			depth--
		case hclsyntax.TokenNewline:
			if depth == outer {
				run = 0
			}
		}
		if depth > 0 {
			run++
		}
		if depth > maxDepth || directives > maxDepth || run > maxTokens {
			return fmt.Errorf("line %d nests too deep or is too long to be read", t.Range.Start.Line)
		}
	}
	return nil
}

// directive is what %{word ...} adds to the depth.
func directive(word string) int {
	switch word {
	case "if", "for":
		return 1
	case "endif", "endfor":
		return -1
	}
	return 0
}
