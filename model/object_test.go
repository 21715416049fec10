package model

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// disks is an object with two blocks of one kind.
func disks() Values {
	disk := func(kind string) cty.Value {
		return cty.ObjectVal(map[string]cty.Value{"kind": cty.StringVal(kind)})
	}
	return Values{"disk": cty.TupleVal([]cty.Value{disk("gp2"), disk("io1")})}
}

func TestPathsThroughLists(t *testing.T) {
	cases := []struct{ path, want string }{
		{"disk.kind", "gp2"},
		{"disk.0.kind", "gp2"},
		{"disk.1.kind", "io1"},
	}
	for _, c := range cases {
		if got := Get(disks(), c.path); !got.RawEquals(cty.StringVal(c.want)) {
			t.Errorf("Get %s: got %#v, want %s", c.path, got, c.want)
		}
		changed := With(disks(), Change{c.path: cty.StringVal("gp3")})
		if got := Get(changed, c.path); !got.RawEquals(cty.StringVal("gp3")) {
			t.Errorf("With %s: got %#v there", c.path, got)
		}
		for _, other := range cases {
			same := other.want == c.want
			if got := Get(changed, other.path); !same && !got.RawEquals(cty.StringVal(other.want)) {
				t.Errorf("With %s: %s became %#v", c.path, other.path, got)
			}
		}
	}
	if got := Get(disks(), "disk.2.kind"); !got.IsNull() {
		t.Errorf("an element that is not there: got %#v, want null", got)
	}
}
