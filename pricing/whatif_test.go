package pricing

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
)

// Every line of the table is whole, and some card reads what it changes.
func TestAttemptsAreOfUse(t *testing.T) {
	lines := 0
	for line := range strings.Lines(attemptTable) {
		if !strings.HasPrefix(line, "#") {
			lines++
		}
	}
	rows := attempts()
	if len(rows) != lines || lines < 100 {
		t.Errorf("%d rows read of %d lines", len(rows), lines)
	}
	e := New(catalogue.Embedded(), Options{})
	types := OwnCards()
	for _, row := range rows {
		if !slices.Contains([]string{"machine", "custom", "ladder", "values", "flip", "step", "scale"}, row.try) {
			t.Errorf("%s %s: %q is no way to try", row.types, row.path, row.try)
		}
		name, _, _ := strings.Cut(row.path, ".")
		reads := slices.ContainsFunc(types, func(typ string) bool {
			if ok, err := path.Match(row.types, typ); err != nil || !ok {
				return false
			}
			card := e.card(typ)
			if row.ref == "" {
				return slices.Contains(card.self, name)
			}
			return slices.ContainsFunc(card.refs, func(r ref) bool { return r.name == row.ref && r.of == "" && slices.Contains(r.reads, name) })
		})
		if !reads {
			t.Errorf("no card of %s reads %s %s", row.types, row.ref, row.path)
		}
	}
}

func TestProposals(t *testing.T) {
	e := New(catalogue.Embedded(), Options{})
	num, null := cty.NumberIntVal, nullValue
	for _, tc := range []struct {
		try   string
		cloud string
		now   cty.Value
		want  []string
	}{
		{"machine", "aws", text("m5.large"), []string{"m5.xlarge next size up", "m6i.large newer family", "m7g.large Arm"}},
		{"machine", "aws", text("db.r6g.large"), []string{"db.r6g.xlarge next size up", "db.r7g.large newer family"}},
		{"machine GP_", "azure", text("GP_Standard_D4s_v3"), []string{"GP_Standard_D2s_v3 next size down", "GP_Standard_D8s_v3 next size up", "GP_Standard_D4s_v5 newer family", "GP_Standard_D4ps_v5 Arm"}},
		{"machine", "aws", text("no.such"), nil},
		{"machine", "aws", null, nil},
		{"custom", "gcp", text("db-custom-4-15360"), []string{"db-custom-2-7680 half as large", "db-custom-8-30720 twice as large"}},
		{"custom", "gcp", text("n2-custom-2-8192"), []string{"n2-custom-4-16384 twice as large"}},
		{"custom", "gcp", text("n2-standard-2"), nil},
		{"ladder S1 S2 S3", "", text("s2"), []string{"S1 next size down", "S3 next size up"}},
		{"ladder 1 2 4", "", num(4), []string{"2 next size down"}},
		{"ladder S1 S2 S3", "", text("P1"), nil},
		{"values gp3 gp2", "", text("gp2"), []string{"gp3 "}},
		{"values gp3 gp2", "", null, []string{"gp3 ", "gp2 "}},
		{"flip", "", cty.True, []string{"false "}},
		{"flip", "", null, []string{"true "}},
		{"step 1", "", num(1), []string{"2 1 more"}},
		{"step 3", "", num(6), []string{"3 3 fewer", "9 3 more"}},
		{"step 1", "", null, nil},
		{"scale", "", num(100), []string{"50 half", "200 twice"}},
		{"scale up", "", num(100), []string{"200 twice"}},
		{"scale", "", num(25), []string{"50 twice"}},
		{"scale", "", cty.NumberFloatVal(0.5), nil},
	} {
		row := readAttempts("aws_x\tx\t" + tc.try)[0]
		var got []string
		for _, p := range e.propose(row, tc.cloud, tc.now) {
			var said string
			if p.to.Type() == cty.Bool {
				said = fmt.Sprint(p.to.True())
			} else {
				said, _ = textOf(p.to)
			}
			got = append(got, said+" "+p.why)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s of %#v:\n%s", tc.try, tc.now, diff)
		}
	}
}

// said are alternatives as "path = value: money before -> after".
func said(list []Alternative) (out []string) {
	for _, a := range list {
		value, _ := textOf(a.To)
		if a.To.Type() == cty.Bool {
			value = fmt.Sprint(a.To.True())
		}
		of := ""
		if a.Of != "" {
			of = " of " + a.Of
		}
		out = append(out, fmt.Sprintf("%s%s = %s: %s -> %s %v", a.Path, of, value, a.Now.Monthly, a.Then.Monthly, a.ByUse))
	}
	return out
}

func oneBlock(attrs map[string]cty.Value) cty.Value {
	return cty.TupleVal([]cty.Value{cty.ObjectVal(attrs)})
}

func TestAlternatives(t *testing.T) {
	e := New(catalogue.Embedded(), Options{})
	of := func(typ string, attrs map[string]cty.Value) *model.Resource {
		r := &model.Resource{Type: typ, Address: typ + ".x", Region: model.Region{Name: "us-east-1"}, After: model.Values(attrs)}
		r.Facts.Cloud = "aws"
		return r
	}
	volume := of("aws_ebs_volume", map[string]cty.Value{"type": text("gp2"), "size": cty.NumberIntVal(100)})
	want := []string{
		"type = gp3: 10 -> 8 []",
		"type = st1: 10 -> 4.5 []",
		"size = 50: 10 -> 5 []",
		"size = 200: 10 -> 20 []",
	}
	if diff := cmp.Diff(want, said(e.Alternatives(volume, model.NoGraph{}))); diff != "" {
		t.Error("a volume:\n" + diff)
	}

	// Known only after apply and configured: nobody knows what to compare with.
	hidden := of("aws_ebs_volume", map[string]cty.Value{"type": text("gp3"), "size": cty.UnknownVal(cty.Number)})
	hidden.Configured = func(string) bool { return true }
	if got := e.Alternatives(hidden, model.NoGraph{}); got != nil {
		t.Errorf("of a size known after apply: %v", said(got))
	}

	// Two disks get the same kind at once.
	disk := cty.ObjectVal(map[string]cty.Value{"device_name": text("a"), "volume_type": text("gp2"), "volume_size": cty.NumberIntVal(100)})
	instance := of("aws_instance", map[string]cty.Value{
		"instance_type": text("no.such"), "ebs_block_device": cty.TupleVal([]cty.Value{disk, disk}),
		"root_block_device": oneBlock(map[string]cty.Value{"volume_type": text("gp3"), "volume_size": cty.NumberIntVal(8)}),
	})
	if got := said(e.Alternatives(instance, model.NoGraph{})); !slices.Contains(got, "ebs_block_device.volume_type = gp3: 20.64 -> 16.64 []") {
		t.Errorf("of two disks: %q", got)
	}

	// On demand an unused table costs what its use does.
	table := of("aws_dynamodb_table", map[string]cty.Value{"billing_mode": text("PROVISIONED"), "read_capacity": cty.NumberIntVal(10), "write_capacity": cty.NumberIntVal(10)})
	for _, a := range e.Alternatives(table, model.NoGraph{}) {
		if a.Path == "billing_mode" {
			t.Errorf("of no use given nothing is to be said of the price on demand: %q", said([]Alternative{a}))
		}
	}

	gone := of("aws_ebs_volume", nil)
	gone.After = nil
	if e.Alternatives(gone, model.NoGraph{}) != nil || e.Alternatives(of("aws_iam_role", nil), model.NoGraph{}) != nil {
		t.Error("of a deleted or free resource there is nothing to say")
	}
}

// oneTemplate is a graph in which everything points to one resource.
type oneTemplate struct {
	model.NoGraph
	template *model.Resource
}

func (g oneTemplate) References(_ *model.Resource, at string) ([]*model.Resource, model.Resolution) {
	if at == "launch_template.id" {
		return []*model.Resource{g.template}, model.Resolved
	}
	return nil, model.None
}

// A group is tried with other machines of its launch template, which stays as
// it is.
func TestAlternativesOfATemplate(t *testing.T) {
	e := New(catalogue.Embedded(), Options{})
	template := &model.Resource{Type: "aws_launch_template", Address: "aws_launch_template.web", After: model.Values{"instance_type": text("m5.large")}}
	group := &model.Resource{Type: "aws_autoscaling_group", Address: "aws_autoscaling_group.web", Region: model.Region{Name: "us-east-1"}, After: model.Values{
		"desired_capacity": cty.NumberIntVal(2), "min_size": cty.NumberIntVal(2), "max_size": cty.NumberIntVal(2),
		"launch_template": oneBlock(map[string]cty.Value{"id": cty.UnknownVal(cty.String)}),
	}}
	template.Facts.Cloud, group.Facts.Cloud = "aws", "aws"
	got := said(e.Alternatives(group, oneTemplate{template: template}))
	found := slices.ContainsFunc(got, func(s string) bool {
		return strings.HasPrefix(s, "instance_type of aws_launch_template.web = m7g.large: ")
	})
	if !found {
		t.Errorf("no other machine was tried: %q", got)
	}
	if v := template.After.Attr("instance_type"); !v.RawEquals(text("m5.large")) {
		t.Errorf("the template became %#v", v)
	}
}
