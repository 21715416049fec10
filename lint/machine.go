package lint

import (
	"strconv"

	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/rules"
)

// machines answers what rules may ask about the machine a resource runs on,
// from the catalogue.
func machineFacts(facts *catalogue.Catalogue, cloud, name string) (*rules.MachineFacts, string) {
	if name == "" {
		return nil, ""
	}
	m, ok := facts.Machine(cloud, name)
	if !ok {
		return nil, "no facts about the machine " + strconv.Quote(name)
	}
	out := &rules.MachineFacts{
		Type: name, VCPU: m.VCPU, MemoryGiB: m.MemoryGiB, Arch: m.ISA,
		GPU: int(m.GPUCount), Burstable: m.BaselinePct > 0,
	}
	if out.Arch == "x86" {
		out.Arch = "x86_64"
	}
	out.Successor, _ = facts.Successor(cloud, name)
	out.ArmTwin, _ = facts.ArmTwin(cloud, name)
	out.Smaller, _ = facts.Smaller(cloud, name)
	return out, ""
}

// template is a kind of resource that says what machines are made like. It
// costs nothing, and has no card that would name the machine.
type template struct{ attribute, made string }

func templateOf(typ string) (template, bool) {
	switch typ {
	case "aws_launch_template", "aws_launch_configuration":
		return template{"instance_type", "aws_instance"}, true
	case "google_compute_instance_template", "google_compute_region_instance_template":
		return template{"machine_type", "google_compute_instance"}, true
	}
	return template{}, false
}

// machine is what a template names; why says what hides the name.
func (t template) machine(res *model.Resource) (name, why string) {
	v := res.After.Attr(t.attribute)
	switch {
	case !v.IsKnown() && (res.Configured == nil || res.Configured(t.attribute)):
		return "", t.attribute + " is " + res.NotYet()
	case v.IsKnown() && !v.IsNull() && v.Type() == cty.String:
		return v.AsString(), ""
	}
	return "", ""
}

// templated is what rules may ask about the machine of a template. Findings on
// it come without a saving that would tell whether the successor is cheaper, so
// that one that is not is left out.
func (r *run) templated(machines machines, res *model.Resource) (*rules.MachineFacts, string) {
	t, ok := templateOf(res.Type)
	if !ok {
		return nil, ""
	}
	name, why := t.machine(res)
	if name == "" {
		return nil, why
	}
	found, why := machines.facts(r.opt.Catalogue, res.Facts.Cloud, name)
	if found == nil || found.Successor == "" {
		return found, why
	}
	now, next := r.made(t, res, name), r.made(t, res, found.Successor)
	if now == nil || next == nil || next.LessThan(*now) {
		return found, why
	}
	same := *found
	same.Successor = ""
	return &same, why
}

// made is what a machine made from a template would cost a month with nothing
// else to it; nil where that cannot be told.
func (r *run) made(t template, res *model.Resource, name string) *decimal.Decimal {
	est := r.estimator.Estimate(&model.Resource{
		Address: res.Address, Type: t.made, Actions: []model.Action{model.Create}, ProviderName: res.ProviderName,
		Facts: model.TypeFacts{Cloud: res.Facts.Cloud, Class: model.Priced}, Region: res.Region,
		After: model.Values{t.attribute: cty.StringVal(name)}, FromSource: true,
		Configured: func(path string) bool { return path == t.attribute },
	}, model.NoGraph{})
	if est.After == nil {
		return nil
	}
	return est.After.Monthly
}

// machines are those that were asked for. Every worker has its own.
type machines map[machineKey]machine

type machineKey struct{ cloud, name string }

type machine struct {
	facts *rules.MachineFacts
	why   string
}

// facts is what rules may ask about the machine a resource runs on.
func (m machines) facts(facts *catalogue.Catalogue, cloud, name string) (*rules.MachineFacts, string) {
	key := machineKey{cloud, name}
	known, ok := m[key]
	if !ok {
		known.facts, known.why = machineFacts(facts, cloud, name)
		m[key] = known
	}
	return known.facts, known.why
}
