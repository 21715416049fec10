package provider

import (
	"slices"
	"testing"

	"github.com/iaclint/iaclint/model"
)

func TestStoppable(t *testing.T) {
	if !slices.IsSorted(stoppable()) {
		t.Error("stoppable.txt is not sorted")
	}
	for _, typ := range stoppable() {
		if !slices.ContainsFunc(All(), func(p *Provider) bool { return p.Type(typ).Class == model.Priced }) {
			t.Errorf("%s is not a type that costs something", typ)
		}
	}
	if !Stoppable("aws_instance") || Stoppable("aws_nat_gateway") || Stoppable("") {
		t.Error("a machine can be stopped, a gateway cannot")
	}
}
