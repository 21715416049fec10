package parser

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/iaclint/iaclint/model"
)

// TestVeiled: what is said to be in the open is wholly known and not sensitive,
// and most of a plan is said to be.
func TestVeiled(t *testing.T) {
	plans, err := filepath.Glob(filepath.Join("..", "testdata", "fixtures", "plan", "*", "plan.json"))
	if err != nil || len(plans) == 0 {
		t.Fatal("no plans", err)
	}
	open, all := 0, 0
	for _, file := range plans {
		plan := mustLoad(t, file)
		for _, r := range plan.Resources {
			for _, o := range []model.Object{r.Before, r.After} {
				if o == nil {
					continue
				}
				masked := o.Sensitive()
				for _, name := range append(o.Names(), "absent") {
					all++
					if model.Veiled(o, name) {
						continue
					}
					open++
					secret := slices.ContainsFunc(masked, func(p string) bool { return p == name || strings.HasPrefix(p, name+".") })
					if v := o.Attr(name); !v.IsWhollyKnown() || secret {
						t.Errorf("%s: %s.%s is not in the open: %#v", file, r.Address, name, v)
					}
				}
				o.Release()
			}
		}
	}
	if open*2 < all {
		t.Errorf("%d of %d attributes are in the open: too few for anything to be gained", open, all)
	}
}

// TestVeiledBySecrets: a text that is told to be a secret elsewhere veils the
// attribute it turns up in, however deep it is or it is written.
func TestVeiledBySecrets(t *testing.T) {
	b := &body{from: &source{}}
	b.from.secrets.add("hush hush")
	b.from.secrets.add("123456")
	o := &opened{}
	for _, c := range []struct {
		raw  string
		open bool
	}{
		{`"hush hush"`, false}, {`"hush\u0020hush"`, false}, {`[{"a": ["hush hush"]}]`, false}, {`123456`, false}, {`{"x": 123456}`, false},
		{`"hush hush, all"`, true}, {`{"hush hush": 1}`, true}, {`null`, true}, {`12345`, true}, {`1e999999999`, false},
	} {
		o.buf = []byte(c.raw)
		m := member{to: len(c.raw)}
		if got := o.inTheOpen(&m, &b.from.secrets); got != c.open {
			t.Errorf("%s: in the open %v, want %v", c.raw, got, c.open)
		}
	}
}
