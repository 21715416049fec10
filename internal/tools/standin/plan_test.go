package main

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// sample is a type with everything a plan tells apart.
func sample(t *testing.T) *Block {
	t.Helper()
	field := func(text string) *Field {
		f := &Field{}
		if err := f.UnmarshalJSON([]byte(`"` + text + `"`)); err != nil {
			t.Fatal(err)
		}
		return f
	}
	return &Block{
		Attributes: map[string]*Field{
			"name":     field("string required replace"),
			"size":     field("number optional+computed"),
			"tier":     field(`string optional default=\"BASIC\"`),
			"host":     field("string computed"),
			"comment":  field("string optional"),
			"projects": field("list(object{id=string,zones=set(string)}) computed"),
		},
		Blocks: map[string]*Block{
			"disk":   {Nesting: Nesting{Kind: "list"}, Attributes: map[string]*Field{"gb": field("number optional+computed"), "mode": field(`string optional default=\"RW\"`)}},
			"backup": {Nesting: Nesting{Kind: "list", Computed: true}, Attributes: map[string]*Field{"days": field("number optional")}},
		},
	}
}

// value builds a resource of the sample type; what is not named is null or empty.
func value(t *testing.T, block *Block, set map[string]tftypes.Value) object {
	t.Helper()
	kinds := block.Schema().ValueType().(tftypes.Object).AttributeTypes
	fields := object{}
	for name, kind := range kinds {
		if child, isBlock := block.Blocks[name]; isBlock && child.Nesting.Kind != "single" {
			fields[name] = tftypes.NewValue(kind, []tftypes.Value{})
		} else {
			fields[name] = tftypes.NewValue(kind, nil)
		}
	}
	for name, v := range set {
		fields[name] = v
	}
	return fields
}

func text(s string) tftypes.Value { return tftypes.NewValue(tftypes.String, s) }

func TestSettleOnCreate(t *testing.T) {
	block := sample(t)
	disk := block.Blocks["disk"].Schema().ValueType()
	config := value(t, block, map[string]tftypes.Value{
		"name": text("a"),
		"disk": tftypes.NewValue(tftypes.List{ElementType: disk}, []tftypes.Value{
			tftypes.NewValue(disk, map[string]tftypes.Value{"gb": tftypes.NewValue(tftypes.Number, nil), "mode": text("RO")}),
		}),
	})
	planned, err := block.settle(config, config, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, unknown := range map[string]bool{"name": false, "size": true, "tier": false, "host": true, "comment": false, "projects": true, "backup": true, "disk": false} {
		if planned[name].IsKnown() == unknown {
			t.Errorf("%s: known is %t, want %t", name, planned[name].IsKnown(), !unknown)
		}
	}
	if !planned["tier"].Equal(text("BASIC")) {
		t.Errorf("tier is %s, want its default", planned["tier"])
	}
	var disks []tftypes.Value
	if err := planned["disk"].As(&disks); err != nil {
		t.Fatal(err)
	}
	inside, err := decode(disks[0])
	if err != nil {
		t.Fatal(err)
	}
	if inside["gb"].IsKnown() || !inside["mode"].Equal(text("RO")) {
		t.Errorf("in the block: gb %s, mode %s; want an unknown and what was configured", inside["gb"], inside["mode"])
	}
}

func TestSettleOnUpdateKeepsWhatTheCloudSaid(t *testing.T) {
	block := sample(t)
	prior := value(t, block, map[string]tftypes.Value{"name": text("a"), "host": text("h1"), "tier": text("BASIC")})
	config := value(t, block, map[string]tftypes.Value{"name": text("b")})
	proposed := value(t, block, map[string]tftypes.Value{"name": text("b"), "host": text("h1")})
	planned, err := block.settle(config, proposed, prior)
	if err != nil {
		t.Fatal(err)
	}
	if !planned["host"].Equal(text("h1")) {
		t.Errorf("host is %s, want the prior value", planned["host"])
	}
	paths := block.replacements(planned, prior, tftypes.NewAttributePath())
	if len(paths) != 1 || paths[0].String() != `AttributeName("name")` {
		t.Errorf("replaced because of %v, want the name alone", paths)
	}
}

func TestLabelsOfGoogle(t *testing.T) {
	labels := func(pairs map[string]string) tftypes.Value {
		m := map[string]tftypes.Value{}
		for k, v := range pairs {
			m[k] = text(v)
		}
		return tftypes.NewValue(tftypes.Map{ElementType: tftypes.String}, m)
	}
	s := &server{name: "google", settings: settings{labels: map[string]tftypes.Value{"team": text("risk"), "env": text("prod")}}}
	planned := object{"labels": labels(map[string]string{"team": "payments"}), "terraform_labels": {}, "effective_labels": {}}
	if err := s.labels(planned, nil); err != nil {
		t.Fatal(err)
	}
	want := labels(map[string]string{"team": "payments", "env": "prod", provisioned: "true"})
	if !planned["terraform_labels"].Equal(want) || !planned["effective_labels"].Equal(want) {
		t.Errorf("terraform_labels %s, effective_labels %s, want %s", planned["terraform_labels"], planned["effective_labels"], want)
	}
	planned["labels"] = tftypes.NewValue(tftypes.Map{ElementType: tftypes.String}, tftypes.UnknownValue)
	if err := s.labels(planned, nil); err != nil {
		t.Fatal(err)
	}
	if planned["terraform_labels"].IsKnown() {
		t.Error("terraform_labels are known though the labels are not")
	}
}

func TestInventLeavesNothingUnknown(t *testing.T) {
	facts, err := Read("google")
	if err != nil {
		t.Fatal(err)
	}
	s := &server{name: "google", facts: facts, settings: settings{project: "p", zone: "z1"}}
	block := facts.Resources["google_compute_disk"]
	config := value(t, block, map[string]tftypes.Value{"name": text("d")})
	planned, err := block.settle(config, config, nil)
	if err != nil {
		t.Fatal(err)
	}
	applied, err := s.invent("google_compute_disk", tftypes.NewValue(block.Schema().ValueType(), map[string]tftypes.Value(planned)))
	if err != nil {
		t.Fatal(err)
	}
	if !applied.IsFullyKnown() {
		t.Errorf("still unknown: %s", applied)
	}
	fields, err := decode(applied)
	if err != nil {
		t.Fatal(err)
	}
	if !fields["zone"].Equal(text("z1")) || !fields["id"].Equal(text("projects/p/google_compute_disk/d")) {
		t.Errorf("zone %s, id %s", fields["zone"], fields["id"])
	}
}

func TestFactsOfEveryProviderRead(t *testing.T) {
	for _, name := range Names() {
		facts, err := Read(name)
		if err != nil {
			t.Fatal(err)
		}
		if facts.Provider.Version == "" || len(facts.Resources) < 20 {
			t.Errorf("%s: version %q and %d types", name, facts.Provider.Version, len(facts.Resources))
		}
		for kind, block := range facts.Resources {
			if _, ok := block.Attributes["id"]; !ok {
				t.Errorf("%s has no id", kind)
			}
		}
	}
	if _, err := Read("aws"); err == nil {
		t.Error("read facts about a provider that is real")
	}
}
