package pack

import (
	"os/exec"
	"testing"
)

// The sample repository builds, and its workflow is one.
func TestSample(t *testing.T) {
	p, err := Read("../examples/pack")
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Build()
	if err != nil {
		t.Fatal(err)
	}
	d := a.Description
	if len(p.Left) > 0 || len(d.Rules) != 1 || len(d.Cards) != 1 || len(d.Prices) != 1 || len(d.Facts) != 1 || !d.Defaults {
		t.Errorf("left %q of %+v", p.Left, d)
	}
	if lint := program(t, "actionlint"); lint != "" {
		if out, err := exec.Command(lint, "../examples/pack/.github/workflows/publish.yml").CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
	}
}
