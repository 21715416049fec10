package rewrite

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
)

// set gives one argument its value in source that parses.
func set(src []byte, kind, name string, v Value) ([]byte, error) {
	if v.Value.IsNull() || !v.Value.Type().IsPrimitiveType() {
		return nil, fmt.Errorf("%s would not be a plain value", v.Path)
	}
	body := parse(src)
	if body == nil {
		return nil, fmt.Errorf("%s cannot be set where it stands", v.Path)
	}
	at, attr, err := walk(body, kind, name, v.Path)
	if err != nil {
		return nil, err
	}
	text := hclwrite.TokensForValue(v.Value).Bytes()
	if x := at.Attributes[attr]; x != nil {
		if !literal(x.Expr) {
			return nil, fmt.Errorf("%s is an expression, %s", v.Path, short(x.Expr.Range().SliceBytes(src)))
		}
		r := x.Expr.Range()
		return slices.Concat(src[:r.Start.Byte], text, src[r.End.Byte:]), nil
	}
	return insert(src, at, attr, text)
}

// walk finds the body and the name of the argument at a path of a resource.
func walk(file *hclsyntax.Body, kind, name, path string) (*hclsyntax.Body, string, error) {
	i := slices.IndexFunc(file.Blocks, func(b *hclsyntax.Block) bool {
		return b.Type == "resource" && slices.Equal(b.Labels, []string{kind, name})
	})
	if i < 0 {
		return nil, "", fmt.Errorf("its block is gone")
	}
	body := file.Blocks[i].Body
	steps := strings.Split(path, ".")
	for len(steps) > 1 {
		step, nth := steps[0], 0
		steps = steps[1:]
		if n, err := strconv.Atoi(steps[0]); err == nil {
			nth, steps = n, steps[1:]
		}
		if len(steps) == 0 {
			return nil, "", fmt.Errorf("%s is a block", path)
		}
		var blocks []*hclsyntax.Block
		for _, b := range body.Blocks {
			switch {
			case b.Type == "dynamic" && len(b.Labels) == 1 && b.Labels[0] == step:
				return nil, "", fmt.Errorf("%s is made by a dynamic block", step)
			case b.Type == step:
				blocks = append(blocks, b)
			}
		}
		switch {
		case body.Attributes[step] != nil:
			return nil, "", fmt.Errorf("%s is part of the value of %s", path, step)
		case nth < 0 || nth >= len(blocks):
			return nil, "", fmt.Errorf("no block %s is written for %s", step, path)
		}
		body = blocks[nth].Body
	}
	return body, steps[0], nil
}

// literal is whether an expression is a plain string, number or bool. Null is
// not one: somebody meant it.
func literal(x hclsyntax.Expression) bool {
	switch x := x.(type) {
	case *hclsyntax.LiteralValueExpr:
		return x.Val.Type().IsPrimitiveType() && !x.Val.IsNull()
	case *hclsyntax.TemplateExpr:
		return x.IsStringLiteral() && x.Range().Start.Line == x.Range().End.Line
	case *hclsyntax.UnaryOpExpr:
		v, diags := x.Value(nil)
		return !diags.HasErrors() && v.Type() == cty.Number && len(x.Variables()) == 0
	}
	return false
}

// short is an expression on a line.
func short(src []byte) string {
	text := []rune(strings.Join(strings.Fields(string(src)), " "))
	if len(text) > 60 {
		return string(text[:59]) + "…"
	}
	return string(text)
}

// insert adds an argument to a body.
func insert(src []byte, body *hclsyntax.Body, name string, text []byte) ([]byte, error) {
	if body.SrcRange.Start.Line == body.EndRange.End.Line {
		return nil, fmt.Errorf("%s is not written, and its block stands on one line", name)
	}
	at, column := body.SrcRange.Start.Byte+1, body.EndRange.Start.Column+2
	if x := neighbour(body); x != nil {
		at, column = x.Range().End.Byte, x.NameRange.Start.Column
	}
	if src[at-1] != '\n' { // the end of a heredoc takes its line end with it
		at += bytes.IndexByte(src[at:], '\n') + 1
	}
	end := "\n"
	if bytes.HasSuffix(src[:at], []byte("\r\n")) {
		end = "\r\n"
	}
	line := strings.Repeat(" ", column-1) + name + " = " + string(text) + end
	return slices.Concat(src[:at], []byte(line), src[at:]), nil
}

// neighbour is the argument that a new one goes behind: the last before the
// nested blocks and before values of several lines, where it is the resource's
// own; otherwise the last before the blocks. Nil where there is none.
func neighbour(body *hclsyntax.Body) *hclsyntax.Attribute {
	list := slices.SortedFunc(maps.Values(body.Attributes), func(a, b *hclsyntax.Attribute) int {
		return cmp.Compare(a.SrcRange.Start.Byte, b.SrcRange.Start.Byte)
	})
	var best, last *hclsyntax.Attribute
	short := true
	for _, x := range list {
		if slices.ContainsFunc(body.Blocks, func(b *hclsyntax.Block) bool { return b.TypeRange.Start.Byte < x.SrcRange.Start.Byte }) {
			break
		}
		last = x
		if short = short && x.SrcRange.Start.Line == x.SrcRange.End.Line; short && !slices.Contains([]string{"count", "for_each", "provider"}, x.Name) {
			best = x
		}
	}
	return cmp.Or(best, last)
}
