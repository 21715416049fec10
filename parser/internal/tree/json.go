package tree

import (
	"bytes"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"
)

// parseJSON takes in the text of a file in JSON syntax.
func (s *source) parseJSON(src []byte) {
	if at := invalid(src); at >= 0 {
		pos := advance(hcl.InitialPos, src[:at])
		s.diags = hcl.Diagnostics{slip(hcl.DiagError, hcl.Range{Filename: s.name, Start: pos, End: pos}, "Invalid character encoding", "The file is not UTF-8 here. It is left out.")}
		return
	}
	start := hcl.InitialPos
	text := bytes.TrimPrefix(src, bom)
	start.Byte = len(src) - len(text)
	if d := jsonTooDeep(text, s.name, start); d != nil {
		s.diags = hcl.Diagnostics{d}
		return
	}
	root, diags := json.ParseExpressionWithStartPos(text, s.name, start)
	s.diags = few(diags)
	if diags.HasErrors() {
		return
	}
	if pairs(root) == nil && elements(root) == nil {
		s.diags = append(s.diags, slip(hcl.DiagError, root.Range(), "Not an object", "A file of configuration holds a JSON object or a list of objects. This one is left out."))
		return
	}
	s.file, s.root = &hcl.File{Bytes: src}, root
}

// invalid is where text is not UTF-8, -1 when all of it is.
func invalid(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// pairs are the members of an object in their order, nil for anything else.
func pairs(x hcl.Expression) []hcl.KeyValuePair {
	if m, ok := x.(interface{ ExprMap() []hcl.KeyValuePair }); ok {
		return m.ExprMap()
	}
	return nil
}

// elements are those of a list, nil for anything else.
func elements(x hcl.Expression) []hcl.Expression {
	if l, ok := x.(interface{ ExprList() []hcl.Expression }); ok {
		return l.ExprList()
	}
	return nil
}

// many is a value that may be given once or as a list.
func many(x hcl.Expression) []hcl.Expression {
	if list := elements(x); list != nil {
		return list
	}
	if pairs(x) == nil {
		if v, _ := x.Value(nil); v.IsNull() {
			return nil
		}
	}
	return []hcl.Expression{x}
}

// jsonReader makes of JSON what the native syntax would have given.
type jsonReader struct {
	literal bool // texts are texts, not templates
	diags   hcl.Diagnostics
}

// value makes an expression of nodes of the native syntax, so that whoever
// looks at expressions has to know only one kind.
func (j *jsonReader) value(x hcl.Expression) hclsyntax.Expression {
	if members := pairs(x); members != nil {
		out := &hclsyntax.ObjectConsExpr{SrcRange: x.Range(), OpenRange: x.StartRange(), Items: make([]hclsyntax.ObjectConsItem, len(members))}
		for i, m := range members {
			out.Items[i] = hclsyntax.ObjectConsItem{KeyExpr: j.value(m.Key), ValueExpr: j.value(m.Value)}
		}
		return out
	}
	if list := elements(x); list != nil {
		out := &hclsyntax.TupleConsExpr{SrcRange: x.Range(), OpenRange: x.StartRange(), Exprs: make([]hclsyntax.Expression, len(list))}
		for i, elem := range list {
			out.Exprs[i] = j.value(elem)
		}
		return out
	}
	v, _ := x.Value(nil)
	if v.IsKnown() && !v.IsNull() && v.Type() == cty.String && !j.literal {
		return j.template(v, x.Range())
	}
	return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: x.Range()}
}

// template makes an expression of a text in JSON. One that cannot be read is
// unknown.
func (j *jsonReader) template(v cty.Value, at hcl.Range) hclsyntax.Expression {
	text := []byte(v.AsString())
	if !bytes.Contains(text, []byte("${")) && !bytes.Contains(text, []byte("%{")) {
		return &hclsyntax.LiteralValueExpr{Val: v, SrcRange: at}
	}
	start := at.Start
	start.Byte, start.Column = start.Byte+1, start.Column+1
	if d := templateTooDeep(text, at.Filename, start); d != nil {
		j.diags = append(j.diags, d)
		return &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: at}
	}
	out, diags := hclsyntax.ParseTemplate(text, at.Filename, start)
	j.diags = append(j.diags, few(diags)...)
	if diags.HasErrors() {
		return &hclsyntax.LiteralValueExpr{Val: cty.DynamicVal, SrcRange: at}
	}
	return out
}
