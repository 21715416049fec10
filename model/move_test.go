package model

import (
	"slices"
	"testing"
)

func TestPrevious(t *testing.T) {
	for _, test := range []struct {
		name  string
		moves []Move
		res   Resource
		want  []string
	}{
		{"nothing moved", nil, Resource{Address: "aws_x.a"}, nil},
		{"as the plan says", nil, Resource{Address: "aws_x.b", PreviousAddress: "aws_x.a"}, []string{"aws_x.a"}},
		{"a block with its instances", []Move{{"", "aws_x.a", "aws_x.b"}}, Resource{Address: `aws_x.b["k.l"]`}, []string{`aws_x.a["k.l"]`}},
		{"another block", []Move{{"", "aws_x.a", "aws_x.b"}}, Resource{Address: "aws_x.bc"}, nil},
		{"one key to another", []Move{{"", `aws_x.a["old"]`, `aws_x.a["new"]`}}, Resource{Address: `aws_x.a["new"]`}, []string{`aws_x.a["old"]`}},
		{"the key of a sibling", []Move{{"", `aws_x.a["old"]`, `aws_x.a["new"]`}}, Resource{Address: `aws_x.a["else"]`}, nil},
		{"one instance to the block", []Move{{"", `aws_x.a["k"]`, "aws_x.a"}}, Resource{Address: `aws_x.a["l"]`}, nil},
		{"a module", []Move{{"", "module.a", "module.b"}}, Resource{Address: `module.b["x"].module.c.aws_x.y[1]`}, []string{`module.a["x"].module.c.aws_x.y[1]`}},
		{"into a module", []Move{{"", "aws_x.y", "module.b.aws_x.y"}}, Resource{Address: "module.b.aws_x.y"}, []string{"aws_x.y"}},
		{"not into its sibling", []Move{{"", "aws_x.y", "module.b.aws_x.y"}}, Resource{Address: "module.c.aws_x.y"}, nil},
		{"within every instance of a module", []Move{{"module.m", "aws_x.a", "aws_x.b"}}, Resource{Address: `module.m["1"].aws_x.b`}, []string{`module.m["1"].aws_x.a`}},
		{"in another module", []Move{{"module.m", "aws_x.a", "aws_x.b"}}, Resource{Address: "module.n.aws_x.b"}, nil},
		{"a chain", []Move{{"", "aws_x.a", "aws_x.b"}, {"", "aws_x.b", "aws_x.c"}}, Resource{Address: "aws_x.c"}, []string{"aws_x.b", "aws_x.a"}},
		{"a ring", []Move{{"", "aws_x.a", "aws_x.b"}, {"", "aws_x.b", "aws_x.a"}}, Resource{Address: "aws_x.a"}, []string{"aws_x.b"}},
		{"count added in source", nil, Resource{Address: "aws_x.a[0]", FromSource: true}, []string{"aws_x.a"}},
		{"count taken away in source", nil, Resource{Address: "aws_x.a", FromSource: true}, []string{"aws_x.a[0]"}},
		{"moved, and count added", []Move{{"", "aws_x.a", "aws_x.b"}}, Resource{Address: "aws_x.b[0]", FromSource: true}, []string{"aws_x.a[0]", "aws_x.b", "aws_x.a"}},
		{"a key is no count", nil, Resource{Address: `aws_x.a["0"]`, FromSource: true}, nil},
	} {
		p := &Plan{Moves: test.moves}
		if got := p.Previous(&test.res); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
