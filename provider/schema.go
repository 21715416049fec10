package provider

import (
	_ "embed"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

//go:embed schema.tsv
var schemas string

// Schema is what a provider's schema says of a type that source does not. Where
// it comes from stands in schema.tsv.
type Schema struct {
	// Blocks are the arguments that are blocks, sorted.
	Blocks []string
	// Defaults are the values of arguments that nobody wrote.
	Defaults []Default
}

// Default is the value a plan shows where nobody wrote one.
type Default struct {
	Path  []string // of names; through a block, of each there is
	Value cty.Value
}

// SchemaOf is what is known of a type's schema; empty for most.
func SchemaOf(typ string) Schema {
	line, ok := find(schemas, typ)
	if !ok {
		return Schema{}
	}
	fields := strings.Split(line, "\t")
	var s Schema
	if fields[1] != "-" {
		s.Blocks = strings.Fields(fields[1])
	}
	if fields[2] == "-" {
		return s
	}
	for part := range strings.SplitSeq(fields[2], ";") {
		path, rest, _ := strings.Cut(part, ":")
		kind, text, _ := strings.Cut(rest, "=")
		v := cty.StringVal(text)
		switch kind {
		case "b":
			v = cty.BoolVal(text == "true")
		case "n":
			v = cty.MustParseNumberVal(text)
		}
		s.Defaults = append(s.Defaults, Default{strings.Split(path, "."), v})
	}
	return s
}
