package tree

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// source is one file, parsed once.
type source struct {
	once  sync.Once
	name  string // slash path below the root
	json  bool
	file  *hcl.File      // nil when it cannot be parsed
	root  hcl.Expression // of a JSON file
	diags hcl.Diagnostics

	built sync.Once
	part  *part
}

var bom = []byte("\xef\xbb\xbf")

// parse takes in the text of a file. What is wrong anywhere in it leaves it
// out as a whole.
func (s *source) parse(src []byte) {
	if s.json {
		s.parseJSON(src)
		return
	}
	if !utf8.Valid(src) {
		// In comments it does no harm; the lexer knows.
		if _, diags := hclsyntax.LexConfig(src, s.name, hcl.InitialPos); diags.HasErrors() {
			s.diags = few(diags)
			return
		}
	}
	if d := tooDeep(bytes.TrimPrefix(src, bom), s.name, hcl.InitialPos); d != nil {
		s.diags = hcl.Diagnostics{d}
		return
	}
	file, diags := hclsyntax.ParseConfig(src, s.name, hcl.InitialPos)
	s.diags = few(diags)
	if !diags.HasErrors() {
		s.file = file
	}
}

// few keeps the first diagnostics of a file: one slip may cause thousands.
func few(diags hcl.Diagnostics) hcl.Diagnostics {
	const most = 5
	if len(diags) > most {
		diags = diags[:most:most]
	}
	return diags
}

// blocks makes the blocks of the file anew, so that the caller may change them.
func (s *source) blocks() ([]*Block, hcl.Diagnostics) {
	if s.file == nil && s.root == nil {
		return nil, nil
	}
	if s.json {
		return s.jsonBlocks()
	}
	return nativeFile(s.file.Body.(*hclsyntax.Body))
}

// nativeFile is the blocks of a file in the native syntax.
func nativeFile(b *hclsyntax.Body) ([]*Block, hcl.Diagnostics) {
	var diags hcl.Diagnostics
	for _, attr := range b.Attributes {
		diags = append(diags, slip(hcl.DiagError, attr.NameRange, "Argument outside of a block", "%s stands in no block. It is left out.", attr.Name))
	}
	out := make([]*Block, len(b.Blocks))
	for i, block := range b.Blocks {
		out[i] = nativeBlock(block)
	}
	return out, diags
}

func nativeBlock(b *hclsyntax.Block) *Block {
	return &Block{Type: b.Type, Labels: b.Labels, Body: nativeBody(b.Body), Range: b.Range()}
}

func nativeBody(b *hclsyntax.Body) *Body {
	out := &Body{Range: b.SrcRange, Attrs: make(map[string]*Expression, len(b.Attributes))}
	room := make([]Expression, len(b.Attributes))
	for name, attr := range b.Attributes {
		x := &room[0]
		room = room[1:]
		*x = express(attr.Expr)
		out.Attrs[name] = x
	}
	if len(b.Blocks) > 0 {
		out.Blocks = make([]*Block, len(b.Blocks))
		for i, block := range b.Blocks {
			out.Blocks[i] = nativeBlock(block)
		}
	}
	return out
}
