package config

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
)

// decoder fills structs from blocks by tables of settings and collects what is
// wrong on the way.
type decoder struct {
	diags  hcl.Diagnostics
	starts map[string]string // by file, where its paths start: slash paths from the configuration's folder
	told   *described        // not nil: what bodies may hold is told, and nothing is read
}

// setting is what one attribute takes, and what becomes of it.
type setting struct {
	shape
	store func(*hclsyntax.Attribute)
}

// settings are the attributes a block may have, by name.
type settings map[string]setting

// blocks are the blocks a body may have: how many labels each takes, and what
// becomes of it.
type blocks map[string]blockKind

type blockKind struct {
	label  string // what its label is ("a name"); "" when it takes none
	single bool   // at most one
	decode func(*hclsyntax.Block)
}

func (d *decoder) errorf(at hcl.Range, summary, detail string, args ...any) {
	d.diags = append(d.diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: fmt.Sprintf(detail, args...), Subject: &at})
}

// body hands every attribute and block to its table entry, in the order of the
// file. other, when not nil, takes the attributes the table does not name.
func (d *decoder) body(b *hclsyntax.Body, where string, known settings, inner blocks, other func(*hclsyntax.Attribute)) {
	if d.told != nil {
		d.tell(known, inner, other != nil)
		return
	}
	attrs := slices.SortedFunc(maps.Values(b.Attributes), func(a, b *hclsyntax.Attribute) int {
		return cmp.Or(cmp.Compare(a.NameRange.Filename, b.NameRange.Filename), cmp.Compare(a.NameRange.Start.Byte, b.NameRange.Start.Byte))
	})
	for _, a := range attrs {
		switch store := known[a.Name].store; {
		case store != nil:
			store(a)
		case other != nil:
			other(a)
		default:
			d.unknownName(a.NameRange, "setting", a.Name, where, known, inner)
		}
	}
	seen := map[string]hcl.Range{}
	for _, block := range b.Blocks {
		kind, ok := inner[block.Type]
		if !ok {
			d.unknownName(block.TypeRange, "block", block.Type, where, known, inner)
			continue
		}
		if !d.labels(block, kind) {
			continue
		}
		key := strings.Join(append([]string{block.Type}, block.Labels...), "\x00")
		if first, twice := seen[key]; twice && (kind.single || kind.label != "") {
			d.errorf(block.DefRange(), "Said twice", "The block %s stands in line %d already; merge the two.", title(block), first.Start.Line)
			continue
		}
		seen[key] = block.DefRange()
		kind.decode(block)
	}
}

func (d *decoder) labels(block *hclsyntax.Block, kind blockKind) bool {
	want := 0
	if kind.label != "" {
		want = 1
	}
	if len(block.Labels) == want {
		return true
	}
	if want == 0 {
		d.errorf(block.LabelRanges[0], "Unexpected label", "The block %q takes no label: write %s { … }.", block.Type, block.Type)
	} else {
		d.errorf(block.DefRange(), "Label missing or too many", "The block %q takes %s: write %s %q { … }.", block.Type, kind.label, block.Type, "…")
	}
	return false
}

func title(b *hclsyntax.Block) string {
	if len(b.Labels) == 0 {
		return b.Type
	}
	return fmt.Sprintf("%s %q", b.Type, b.Labels[0])
}

// unknownName names the nearest name there is, and the other form when a
// setting was written as a block or the reverse.
func (d *decoder) unknownName(at hcl.Range, what, name, where string, known settings, inner blocks) {
	names := slices.Sorted(maps.Keys(known))
	names = append(names, slices.Sorted(maps.Keys(inner))...)
	hint := "Known here: " + strings.Join(names, ", ") + "."
	_, isBlock := inner[name]
	_, isSetting := known[name]
	switch near := Nearest(name, names); {
	case what == "setting" && isBlock:
		hint = fmt.Sprintf("%q is a block: write %s { … } without the equals sign.", name, name)
	case what == "block" && isSetting:
		hint = fmt.Sprintf("%q is a setting: write %s = ….", name, name)
	case near != "":
		hint = fmt.Sprintf("Did you mean %q?", near)
	}
	d.errorf(at, "Unknown "+what, "There is no %s %q %s. %s", what, name, where, hint)
}

// Nearest is the one of names that a slip most likely meant, or "": at most
// every second letter differs, or it is the beginning of one.
func Nearest(name string, names []string) string {
	best, fewest := "", min(len(name)/2, 4)+1
	for _, candidate := range names {
		n := levenshtein.Distance(name, candidate, nil)
		if len(name) > 2 && strings.HasPrefix(candidate, name) {
			n = min(n, 1)
		}
		if n < fewest {
			best, fewest = candidate, n
		}
	}
	return best
}

// value is the plain value of an attribute; ok is false when it is not one,
// which has been said.
func (d *decoder) value(expr hclsyntax.Expression) (cty.Value, bool) {
	if at, what := notPlain(expr); what != "" {
		d.errorf(at, "Not a plain value", "The configuration holds plain values: %s is not evaluated here.", what)
		return cty.NilVal, false
	}
	v, diags := expr.Value(nil)
	d.diags = append(d.diags, diags...)
	return v, !diags.HasErrors()
}

// typed is value with a check of its type.
func (d *decoder) typed(a *hclsyntax.Attribute, want cty.Type, example string) (cty.Value, bool) {
	v, ok := d.value(a.Expr)
	if !ok {
		return v, false
	}
	if v.IsNull() || !v.Type().Equals(want) {
		d.wrong(a, "%s; this is %s.", example, describe(v))
		return v, false
	}
	return v, true
}

func (d *decoder) wrong(a *hclsyntax.Attribute, detail string, args ...any) {
	d.errorf(a.Expr.Range(), "Wrong value", "%q takes "+detail, append([]any{a.Name}, args...)...)
}

func describe(v cty.Value) string {
	if v.IsNull() {
		return "null"
	}
	switch ty := v.Type(); {
	case ty == cty.String:
		return "a string"
	case ty == cty.Number:
		return "a number"
	case ty == cty.Bool:
		return "true or false"
	case ty.IsTupleType():
		return "a list"
	}
	return "an object"
}

func (d *decoder) text(dst *string) setting {
	return setting{shape{kind: isText}, func(a *hclsyntax.Attribute) {
		if v, ok := d.typed(a, cty.String, `a string`); ok {
			*dst = v.AsString()
		}
	}}
}

func (d *decoder) flag(store func(bool)) setting {
	return setting{shape{kind: isFlag}, func(a *hclsyntax.Attribute) {
		if v, ok := d.typed(a, cty.Bool, "true or false"); ok {
			store(v.True())
		}
	}}
}

// oneOf takes one of a few words.
func (d *decoder) oneOf(dst *string, words ...string) setting {
	return setting{shape{kind: isText, words: words}, func(a *hclsyntax.Attribute) {
		v, ok := d.typed(a, cty.String, "one of "+strings.Join(words, ", "))
		if !ok {
			return
		}
		if !slices.Contains(words, v.AsString()) {
			hint := ""
			if near := Nearest(v.AsString(), words); near != "" {
				hint = fmt.Sprintf(" Did you mean %q?", near)
			}
			d.wrong(a, "one of %s, not %q.%s", strings.Join(words, ", "), v.AsString(), hint)
			return
		}
		*dst = v.AsString()
	}}
}

// number takes a number between low and high.
func (d *decoder) number(low, high float64, store func(decimal.Decimal)) setting {
	return setting{shape{kind: isNumber, low: low, high: high}, func(a *hclsyntax.Attribute) {
		v, ok := d.typed(a, cty.Number, "a number")
		if !ok {
			return
		}
		n, ok := exact(v, low, high)
		if !ok {
			d.wrong(a, "a number from %s to %s.", decimal.NewFromFloat(low), decimal.NewFromFloat(high))
			return
		}
		store(n)
	}}
}

// exact is v to twelve decimals, if it lies between low and high. The bounds
// come first: the digits of 1e999999999 would fill the memory.
func exact(v cty.Value, low, high float64) (decimal.Decimal, bool) {
	f, _ := v.AsBigFloat().Float64()
	if f < low || f > high {
		return decimal.Zero, false
	}
	n, err := decimal.NewFromString(v.AsBigFloat().Text('f', 12))
	return n, err == nil
}

// most is the largest amount taken: a trillion dollars, kilograms or percent.
const most = 1e12

func (d *decoder) amount(dst **decimal.Decimal) setting {
	return d.number(0, most, func(n decimal.Decimal) { *dst = &n })
}

// texts takes a list of strings, each of which check may refuse by a reason.
func (d *decoder) texts(dst *[]string, check func(string) string) setting {
	return setting{shape{kind: isList}, func(a *hclsyntax.Attribute) {
		v, ok := d.value(a.Expr)
		if !ok {
			return
		}
		list, ok := stringsOf(v)
		if !ok {
			d.wrong(a, "a list of strings, as in [%q]; this is %s.", "…", describe(v))
			return
		}
		for _, s := range list {
			if reason := check(s); reason != "" {
				d.wrong(a, "%s; %q is not.", reason, s)
				return
			}
		}
		*dst = list
	}}
}

// files takes a list of paths, which start at the folder of the file they are
// written in.
func (d *decoder) files(dst *[]string, check func(string) string) setting {
	return setting{shape{kind: isList}, func(a *hclsyntax.Attribute) {
		var list []string
		d.texts(&list, check).store(a)
		for _, p := range list {
			*dst = append(*dst, d.placed(a.SrcRange, p))
		}
	}}
}

// stringsOf accepts a lone string as a list of one.
func stringsOf(v cty.Value) ([]string, bool) {
	if v.IsNull() {
		return nil, false
	}
	if v.Type() == cty.String {
		return []string{v.AsString()}, true
	}
	if !v.Type().IsTupleType() {
		return nil, false
	}
	list := []string{}
	for _, elem := range v.AsValueSlice() {
		if elem.IsNull() || elem.Type() != cty.String {
			return nil, false
		}
		list = append(list, elem.AsString())
	}
	return list, true
}

// The checks of texts: what every string has to be, or "" for one that is.

func anything(string) string { return "" }

func pathPattern(s string) string {
	if s == "" || strings.HasPrefix(s, "/") || !doublestar.ValidatePattern(s) {
		return `path patterns relative to the configuration's folder, as in "envs/**"`
	}
	return ""
}

// localPath keeps a file in the tree under review from naming files outside.
func localPath(s string) string {
	clean := path.Clean(s)
	if s == "" || strings.Contains(s, `\`) || strings.Contains(s, ":") || path.IsAbs(s) || clean == ".." || strings.HasPrefix(clean, "../") {
		return "paths with / below the configuration's folder"
	}
	return ""
}
