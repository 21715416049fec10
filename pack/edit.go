package pack

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/config"
)

// Listed is the text of a configuration with a reference in a list of it
// ("packs" or "extends"), in the place of one to the same source. All else stays
// as it was written. src is nil where there is no file.
func Listed(src []byte, file, list string, ref Ref) ([]byte, error) {
	parsed, diags := config.ParseFile(src, file)
	if diags.HasErrors() {
		return nil, Slips{diags, nil}
	}
	body := parsed.Body.(*hclsyntax.Body)
	text := config.Quoted(ref.String())
	a := body.Attributes[list]
	if a == nil {
		return inserted(src, body, list+" = ["+text+"]\n"), nil
	}
	items, err := elements(a.Expr)
	if err != nil {
		return nil, Hint{fmt.Errorf("%s:%d: %s is no plain list of strings", file, a.SrcRange.Start.Line, list), "Write " + text + " into it by hand"}
	}
	for _, item := range items {
		old, err := ParseRef(item.text)
		if err == nil && old.Kind == ref.Kind && old.Source == ref.Source {
			return splice(src, item.from, item.to, text), nil
		}
	}
	switch tuple, ok := a.Expr.(*hclsyntax.TupleConsExpr); {
	case !ok: // a lone string
		return splice(src, items[0].from, items[0].to, "["+string(src[items[0].from:items[0].to])+", "+text+"]"), nil
	case len(items) == 0:
		r := tuple.Range()
		return splice(src, r.Start.Byte, r.End.Byte, "["+text+"]"), nil
	}
	last := items[len(items)-1]
	between := ", "
	if line := lineBefore(src, last.from); strings.TrimSpace(line) == "" && strings.Contains(string(src[a.SrcRange.Start.Byte:last.from]), "\n") {
		between = ",\n" + line // one a line
	}
	return splice(src, last.to, last.to, between+text), nil
}

type element struct {
	text     string
	from, to int
}

func elements(e hclsyntax.Expression) ([]element, error) {
	one := func(e hclsyntax.Expression) (element, error) {
		v, diags := e.Value(nil)
		if diags.HasErrors() || v.IsNull() || v.Type() != cty.String {
			return element{}, errors.New("not a string")
		}
		r := e.Range()
		return element{v.AsString(), r.Start.Byte, r.End.Byte}, nil
	}
	tuple, ok := e.(*hclsyntax.TupleConsExpr)
	if !ok {
		x, err := one(e)
		return []element{x}, err
	}
	var out []element
	for _, e := range tuple.Exprs {
		x, err := one(e)
		if err != nil {
			return nil, err
		}
		out = append(out, x)
	}
	return out, nil
}

// lineBefore is what stands in a line before a place.
func lineBefore(src []byte, at int) string {
	start := strings.LastIndexByte(string(src[:at]), '\n') + 1
	return string(src[start:at])
}

func splice(src []byte, from, to int, text string) []byte {
	return append(append(append([]byte{}, src[:from]...), text...), src[to:]...)
}

// inserted puts a line behind the last setting, or before the first block.
func inserted(src []byte, body *hclsyntax.Body, line string) []byte {
	at := -1
	for _, a := range body.Attributes {
		at = max(at, a.SrcRange.End.Byte)
	}
	if at >= 0 {
		if i := strings.IndexByte(string(src[at:]), '\n'); i >= 0 {
			return splice(src, at+i+1, at+i+1, line)
		}
		return append(append(append([]byte{}, src...), '\n'), line...)
	}
	if len(src) > 0 && len(body.Blocks) > 0 {
		line += "\n"
	}
	return splice(src, 0, 0, line)
}

// AddTo lists a reference in the configuration at a path, which may not be there
// yet.
func AddTo(path, list string, ref Ref) error {
	src, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s cannot be read: %w", path, bare(err))
	}
	out, err := Listed(src, path, list, ref)
	if err != nil {
		return err
	}
	if string(out) == string(src) {
		return nil
	}
	return replace(path, out)
}
