package rules

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing"
)

// readsAll makes a rule read every part, of values some by name.
const readsAll = `findings contains {"message": "x"} if {
	input.resource.values.size; input.resource.values.type; input.resource.values.disks[_].iops
	input.resource.before.size; input.resource.refs.at[_].values.size; input.resource.referenced_by[_].values.size
	input.resource.tags.a; input.resource.tags_from.a; input.resource.tags_hidden[_]; input.resource.tags_complete
	input.resource.cost.monthly; input.resource.cost.lines[_].name; input.resource.carbon.total_kg
	input.resource.region; input.resource.machine.vcpu; input.resource.unknown[_]; input.resource.sensitive[_]
	input.resource.env; input.resource.actions[_]; input.resource.index; input.schema; input.context.as_of
}`

// TestViewIsTheWhole: in whatever order somebody looks at a document, what is
// seen and where it has holes is the same as when all of it is made at once.
func TestViewIsTheWhole(t *testing.T) {
	j := compiled(t, Settings{AsOf: "2026-01-01"}, []string{"aws_ebs_volume"}, one("", readsAll))
	context := j.context
	n := j.group(groupKey{ScopeResource, "aws_ebs_volume", "unknown", false, false}, nil).needs
	holes := 0
	for seed := range uint64(400) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		s := randomSubject(rnd)
		var all view
		all.over(&builder{}, &s, n, nil, context)
		whole, told := all.whole(), all.b.holes
		holes += len(told)

		var v view
		v.over(&builder{}, &s, n, nil, context)
		known := slices.Clone(v.b.holes)
		d := &document{view: &v}
		for range rnd.IntN(12) {
			path := []string{"resource", resourceParts[rnd.IntN(len(resourceParts))].name}
			if below := [...]string{"", "size", "type", "disks", "monthly", "lines", "status"}[rnd.IntN(7)]; below != "" {
				path = append(path, below)
			}
			at := ground(path)
			seen, stands := d.sight(&at), documentOf(whole).sight(&at)
			if !sameSights([]ast.Value{seen}, []ast.Value{stands}) {
				t.Fatalf("seed %d: %v is %v, want %v", seed, path, seen, stands)
			}
		}
		if !v.whole().Equal(whole) {
			t.Fatalf("seed %d: %v\nwant %v", seed, v.whole(), whole)
		}
		if got, want := holesOf(known), holesOf(told); got != want || holesOf(v.b.holes) != want {
			t.Fatalf("seed %d: holes %v, want %v", seed, got, want)
		}
	}
	if holes < 400 {
		t.Errorf("only %d holes in all: nothing was put to the test", holes)
	}
}

func holesOf(holes []hole) (out string) {
	for _, h := range holes {
		out += fmt.Sprintln(h.dotted(), h.ref, h.why, h.told)
	}
	return out
}

func randomSubject(rnd *rand.Rand) Subject {
	value := func() cty.Value {
		return [...]cty.Value{
			cty.NumberIntVal(rnd.Int64N(5)), cty.StringVal("gp2"), cty.UnknownVal(cty.String), cty.NullVal(cty.String),
			cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"iops": cty.UnknownVal(cty.Number), "a": cty.True})}),
			cty.TupleVal([]cty.Value{cty.ObjectVal(map[string]cty.Value{"iops": cty.NumberIntVal(3)}), cty.ObjectVal(map[string]cty.Value{"iops": cty.DynamicVal})}),
		}[rnd.IntN(6)]
	}
	object := func() model.Values {
		return model.Values{"size": value(), "type": value(), "disks": value(), "unread": cty.DynamicVal}
	}
	perhaps := func() bool { return rnd.IntN(3) == 0 }
	s := volume(nil)
	r := s.Resource
	r.After, r.Index = object(), cty.NumberIntVal(1)
	r.Tags = model.Tags{Known: map[string]string{"a": "b"}, From: map[string]string{"a": "resource"}, Complete: !perhaps()}
	if perhaps() {
		r.Tags.Hidden = []string{"h", "k"}
	}
	if perhaps() {
		r.Before = object()
	}
	if perhaps() {
		r.Region.Name = ""
	}
	other := &model.Resource{Address: "x.y", Type: "x", After: object()}
	s.Plan.Graph = graph{refs: map[string][]*model.Resource{"at": {other}}, by: []*model.Resource{other}, unresolved: perhaps(), incomplete: perhaps()}
	f := &pricing.Footprint{Status: pricing.Partial, Emits: perhaps(), Lines: []pricing.Line{{Name: "l", Monthly: decimal.NewFromInt(2)}}}
	if d := decimal.NewFromInt(7); perhaps() {
		f.Monthly = &d
	}
	if perhaps() {
		f.Carbon = &pricing.Carbon{OperationalKg: 1}
	}
	s.Estimate = &pricing.Estimate{After: f}
	if perhaps() {
		s.Machine = &MachineFacts{Type: "m5.large", VCPU: 2}
	} else if perhaps() {
		s.MachineWhy = "of a type that is not known"
	}
	return s
}

// TestHolesOfTags: that a tag is hidden is told whatever of the tags a rule reads,
// and once; that there may be more of them only where it reads the tags.
func TestHolesOfTags(t *testing.T) {
	for read, want := range map[string]string{
		"tags.a": "tags.h tags", "tags_from.a": "tags.h", "tags_hidden[_]": "tags.h", "tags_complete": "tags.h", "env": "",
		"tags.a; input.resource.tags_from.a": "tags.h tags",
	} {
		j := compiled(t, Settings{}, []string{"aws_ebs_volume"}, one("", `findings contains {"message": "x"} if { input.resource.`+read+` }`))
		n := j.group(groupKey{ScopeResource, "aws_ebs_volume", "unknown", false, false}, nil).needs
		s := volume(nil)
		s.Resource.Tags = model.Tags{Known: map[string]string{"a": "b"}, Hidden: []string{"h"}}
		var v view
		v.over(&builder{}, &s, n, nil, j.context)
		var got []string
		for _, h := range v.b.holes {
			got = append(got, h.dotted())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: holes %v, want %s", read, got, want)
		}
	}
}
