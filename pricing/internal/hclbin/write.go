package hclbin

import (
	bin "encoding/binary"
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Encode writes a body down. It fails on what the format does not know.
func Encode(body *hclsyntax.Body) (out []byte, err error) {
	w := &writer{words: map[string]int{}}
	w.body(body)
	if w.err != nil {
		return nil, w.err
	}
	out = bin.AppendUvarint(nil, uint64(len(w.list)))
	for _, s := range w.list {
		out = append(bin.AppendUvarint(out, uint64(len(s))), s...)
	}
	return append(out, w.out...), nil
}

// writer keeps each text once, and puts its number where it is used.
type writer struct {
	out   []byte
	words map[string]int
	list  []string
	err   error
}

func (w *writer) int(n int)   { w.out = bin.AppendUvarint(w.out, uint64(n)) }
func (w *writer) kind(k kind) { w.out = append(w.out, byte(k)) }

func (w *writer) bool(b bool) {
	if b {
		w.int(1)
	} else {
		w.int(0)
	}
}

func (w *writer) word(s string) {
	i, ok := w.words[s]
	if !ok {
		i = len(w.list)
		w.words[s] = i
		w.list = append(w.list, s)
	}
	w.int(i)
}

func (w *writer) fail(what any) {
	if w.err == nil {
		w.err = fmt.Errorf("%T cannot be written down", what)
	}
}

func (w *writer) body(b *hclsyntax.Body) {
	w.int(len(b.Attributes))
	for _, name := range slices.Sorted(maps.Keys(b.Attributes)) {
		w.word(name)
		w.expression(b.Attributes[name].Expr)
	}
	w.int(len(b.Blocks))
	for _, block := range b.Blocks {
		w.word(block.Type)
		w.int(len(block.Labels))
		for _, l := range block.Labels {
			w.word(l)
		}
		w.body(block.Body)
	}
}

func (w *writer) expression(e hclsyntax.Expression) {
	switch n := e.(type) {
	case nil:
		w.kind(absent)
	case *hclsyntax.LiteralValueExpr:
		w.literal(n.Val)
	case *hclsyntax.TemplateExpr:
		w.kind(template)
		w.expressions(n.Parts)
	case *hclsyntax.TemplateWrapExpr:
		w.kind(templateWrap)
		w.expression(n.Wrapped)
	case *hclsyntax.ScopeTraversalExpr:
		w.kind(scopeTraversal)
		w.traversal(n.Traversal)
	case *hclsyntax.RelativeTraversalExpr:
		w.kind(relativeTraversal)
		w.expression(n.Source)
		w.traversal(n.Traversal)
	case *hclsyntax.FunctionCallExpr:
		w.kind(call)
		w.word(n.Name)
		w.bool(n.ExpandFinal)
		w.expressions(n.Args)
	case *hclsyntax.BinaryOpExpr:
		w.kind(binary)
		w.int(slices.Index(operations(), n.Op))
		w.expression(n.LHS)
		w.expression(n.RHS)
	case *hclsyntax.UnaryOpExpr:
		w.kind(unary)
		w.int(slices.Index(operations(), n.Op))
		w.expression(n.Val)
	case *hclsyntax.ConditionalExpr:
		w.kind(conditional)
		w.expression(n.Condition)
		w.expression(n.TrueResult)
		w.expression(n.FalseResult)
	case *hclsyntax.ParenthesesExpr:
		w.kind(parentheses)
		w.expression(n.Expression)
	case *hclsyntax.IndexExpr:
		w.kind(index)
		w.expression(n.Collection)
		w.expression(n.Key)
	case *hclsyntax.TupleConsExpr:
		w.kind(tuple)
		w.expressions(n.Exprs)
	case *hclsyntax.ObjectConsExpr:
		w.kind(object)
		w.int(len(n.Items))
		for _, item := range n.Items {
			w.expression(item.KeyExpr)
			w.expression(item.ValueExpr)
		}
	case *hclsyntax.ObjectConsKeyExpr:
		w.kind(objectKey)
		w.bool(n.ForceNonLiteral)
		w.expression(n.Wrapped)
	case *hclsyntax.ForExpr:
		w.kind(forEach)
		w.word(n.KeyVar)
		w.word(n.ValVar)
		w.bool(n.Group)
		w.expressions([]hclsyntax.Expression{n.CollExpr, n.KeyExpr, n.ValExpr, n.CondExpr})
	default:
		w.fail(e)
	}
}

func (w *writer) expressions(list []hclsyntax.Expression) {
	w.int(len(list))
	for _, e := range list {
		w.expression(e)
	}
}

func (w *writer) literal(v cty.Value) {
	switch {
	case v.RawEquals(cty.NullVal(cty.DynamicPseudoType)):
		w.kind(literalNull)
	case v.Type() == cty.Bool && v.IsKnown() && !v.IsNull():
		w.kind(literalBool)
		w.bool(v.True())
	case v.Type() == cty.Number && v.IsKnown() && !v.IsNull():
		w.kind(literalNumber)
		w.word(v.AsBigFloat().Text('g', -1))
	case v.Type() == cty.String && v.IsKnown() && !v.IsNull():
		w.kind(literalText)
		w.word(v.AsString())
	default:
		w.fail(v)
	}
}

func (w *writer) traversal(t hcl.Traversal) {
	w.int(len(t))
	for _, step := range t {
		switch s := step.(type) {
		case hcl.TraverseRoot:
			w.kind(stepRoot)
			w.word(s.Name)
		case hcl.TraverseAttr:
			w.kind(stepAttr)
			w.word(s.Name)
		case hcl.TraverseIndex:
			w.kind(stepIndex)
			w.literal(s.Key)
		default:
			w.fail(step)
		}
	}
}
