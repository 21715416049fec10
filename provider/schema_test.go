package provider

import (
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"
)

func TestSchemaOf(t *testing.T) {
	s := SchemaOf("aws_instance")
	if !slices.Contains(s.Blocks, "root_block_device") {
		t.Errorf("blocks of aws_instance: %v", s.Blocks)
	}
	s = SchemaOf("aws_nat_gateway")
	if !slices.ContainsFunc(s.Defaults, func(d Default) bool {
		return len(d.Path) == 1 && d.Path[0] == "connectivity_type" && d.Value.RawEquals(cty.StringVal("public"))
	}) {
		t.Errorf("defaults of a gateway: %v", s.Defaults)
	}
	if s := SchemaOf("aws_none"); s.Blocks != nil || s.Defaults != nil {
		t.Errorf("of nothing: %v", s)
	}
	last := ""
	for line := range strings.Lines(schemas) {
		typ, _, _ := strings.Cut(line, "\t")
		if line[0] != '#' {
			if typ <= last {
				t.Errorf("%s stands behind %s", typ, last)
			}
			last = typ
			SchemaOf(typ)
		}
	}
}
