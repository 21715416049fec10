package hclbin

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Decode reads a body back. It panics on bytes that Encode did not write. The
// texts of the body are parts of src.
func Decode(src string) *hclsyntax.Body {
	r := &reader{src: src, ops: operations()}
	r.words = make([]string, r.int())
	for i := range r.words {
		n := r.int()
		r.words[i] = r.src[r.at : r.at+n]
		r.at += n
	}
	return r.body()
}

type reader struct {
	src   string
	at    int
	words []string
	ops   []*hclsyntax.Operation
}

func (r *reader) int() int {
	n, shift := 0, 0
	for {
		b := r.src[r.at]
		r.at++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
		shift += 7
	}
}

func (r *reader) kind() kind {
	r.at++
	return kind(r.src[r.at-1])
}

func (r *reader) bool() bool   { return r.int() == 1 }
func (r *reader) word() string { return r.words[r.int()] }

func (r *reader) body() *hclsyntax.Body {
	n := r.int()
	b := &hclsyntax.Body{Attributes: make(hclsyntax.Attributes, n)}
	for range n {
		name := r.word()
		b.Attributes[name] = &hclsyntax.Attribute{Name: name, Expr: r.expression()}
	}
	if n = r.int(); n > 0 {
		b.Blocks = make(hclsyntax.Blocks, n)
	}
	for i := range b.Blocks {
		block := &hclsyntax.Block{Type: r.word()}
		if n := r.int(); n > 0 {
			block.Labels = make([]string, n)
		}
		for i := range block.Labels {
			block.Labels[i] = r.word()
		}
		block.Body = r.body()
		b.Blocks[i] = block
	}
	return b
}

func (r *reader) expression() hclsyntax.Expression {
	switch k := r.kind(); k {
	case absent:
		return nil
	case literalNull, literalBool, literalNumber, literalText:
		return &hclsyntax.LiteralValueExpr{Val: r.literal(k)}
	case template:
		return &hclsyntax.TemplateExpr{Parts: r.expressions()}
	case templateWrap:
		return &hclsyntax.TemplateWrapExpr{Wrapped: r.expression()}
	case scopeTraversal:
		return &hclsyntax.ScopeTraversalExpr{Traversal: r.traversal()}
	case relativeTraversal:
		source := r.expression()
		return &hclsyntax.RelativeTraversalExpr{Source: source, Traversal: r.traversal()}
	case call:
		n := &hclsyntax.FunctionCallExpr{Name: r.word(), ExpandFinal: r.bool()}
		n.Args = r.expressions()
		return n
	case binary:
		n := &hclsyntax.BinaryOpExpr{Op: r.ops[r.int()]}
		n.LHS = r.expression()
		n.RHS = r.expression()
		return n
	case unary:
		n := &hclsyntax.UnaryOpExpr{Op: r.ops[r.int()]}
		n.Val = r.expression()
		return n
	case conditional:
		n := &hclsyntax.ConditionalExpr{Condition: r.expression()}
		n.TrueResult = r.expression()
		n.FalseResult = r.expression()
		return n
	case parentheses:
		return &hclsyntax.ParenthesesExpr{Expression: r.expression()}
	case index:
		n := &hclsyntax.IndexExpr{Collection: r.expression()}
		n.Key = r.expression()
		return n
	case tuple:
		return &hclsyntax.TupleConsExpr{Exprs: r.expressions()}
	case object:
		return r.object()
	case objectKey:
		n := &hclsyntax.ObjectConsKeyExpr{ForceNonLiteral: r.bool()}
		n.Wrapped = r.expression()
		return n
	case forEach:
		n := &hclsyntax.ForExpr{KeyVar: r.word(), ValVar: r.word(), Group: r.bool()}
		parts := r.expressions()
		n.CollExpr, n.KeyExpr, n.ValExpr, n.CondExpr = parts[0], parts[1], parts[2], parts[3]
		return n
	default:
		panic(fmt.Sprintf("kind %d at %d is no expression", k, r.at))
	}
}

func (r *reader) expressions() []hclsyntax.Expression {
	n := r.int()
	if n == 0 {
		return nil
	}
	list := make([]hclsyntax.Expression, n)
	for i := range list {
		list[i] = r.expression()
	}
	return list
}

func (r *reader) object() *hclsyntax.ObjectConsExpr {
	n := &hclsyntax.ObjectConsExpr{}
	if count := r.int(); count > 0 {
		n.Items = make([]hclsyntax.ObjectConsItem, count)
	}
	for i := range n.Items {
		n.Items[i].KeyExpr = r.expression()
		n.Items[i].ValueExpr = r.expression()
	}
	return n
}

func (r *reader) literal(k kind) cty.Value {
	switch k {
	case literalNull:
		return cty.NullVal(cty.DynamicPseudoType)
	case literalBool:
		return cty.BoolVal(r.bool())
	case literalNumber:
		return cty.MustParseNumberVal(r.word())
	case literalText:
		return cty.StringVal(r.word())
	default:
		panic(fmt.Sprintf("kind %d at %d is no literal", k, r.at))
	}
}

func (r *reader) traversal() hcl.Traversal {
	t := make(hcl.Traversal, r.int())
	for i := range t {
		switch k := r.kind(); k {
		case stepRoot:
			t[i] = hcl.TraverseRoot{Name: r.word()}
		case stepAttr:
			t[i] = hcl.TraverseAttr{Name: r.word()}
		case stepIndex:
			t[i] = hcl.TraverseIndex{Key: r.literal(r.kind())}
		default:
			panic(fmt.Sprintf("kind %d at %d is no step", k, r.at))
		}
	}
	return t
}
