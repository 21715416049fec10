package lint

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/report"
)

// disagreement collects where source and plan differ. Differences are named
// by resource without instance keys, so that a hundred alike are one.
type disagreement struct {
	t     *testing.T
	found []string
}

func (d *disagreement) add(format string, args ...any) {
	d.found = append(d.found, strings.ReplaceAll(fmt.Sprintf(format, args...), "\n", `\n`))
}

// both calls f with what both sides have and says what only one of them has.
func both[T any](d *disagreement, source, plan map[string]T, f func(address string, s, p T)) {
	for address, s := range source {
		if p, ok := plan[address]; ok {
			f(address, s, p)
		} else {
			d.add("%s: only in source", address)
		}
	}
	for address := range plan {
		if _, ok := source[address]; !ok {
			d.add("%s: only in plan", address)
		}
	}
}

func (d *disagreement) resources(source, plan map[string]*model.Resource) {
	both(d, source, plan, func(_ string, s, p *model.Resource) {
		name := p.Type + "." + p.Name
		if p.Module != "" {
			name = p.Module + "." + name
		}
		c := comparison{disagreement: d, resource: name, strict: p.Type == "terraform_data"}
		names := s.After.Names()
		for _, attr := range names {
			// Configured speaks of what is unknown; the references of the rest tell.
			written := p.Configured == nil || p.Configured(attr) || p.WhyUnknown(attr) != ""
			c.value(attr, s.After.Attr(attr), p.After.Attr(attr), written)
		}
		for _, attr := range p.After.Names() {
			v := p.After.Attr(attr)
			written := p.Configured != nil && p.Configured(attr)
			if !slices.Contains(names, attr) && written && v.IsKnown() && !v.IsNull() {
				c.add("%s: %s: only in plan: %s", name, attr, short(v))
			}
		}
	})
}

// rows compares what the report says of each resource.
func (d *disagreement) rows(source, plan map[string]report.Resource) {
	for address, s := range source {
		p, ok := plan[address]
		if !ok {
			continue
		}
		d.equal(address, "region", s.Region, p.Region)
		// The provider puts this label on what it creates itself.
		delete(p.Tags, "goog-terraform-provisioned")
		d.equal(address, "tags", s.Tags, p.Tags)
		d.equal(address, "tags complete", s.TagsComplete, p.TagsComplete)
		d.equal(address, "hidden tags", s.TagsHidden, p.TagsHidden)
		d.equal(address, "environment", s.Env, p.Env)
		d.equal(address, "cost", s.Cost.Status, p.Cost.Status)
		if fmt.Sprint(s.Cost.Monthly) != fmt.Sprint(p.Cost.Monthly) {
			d.add("%s: another amount", address)
			d.t.Logf("%s: %v in source, %v in plan", address, s.Cost.Monthly, p.Cost.Monthly)
		}
		if (s.Carbon == nil) != (p.Carbon == nil) || s.Carbon != nil && fmt.Sprint(s.Carbon.TotalKg) != fmt.Sprint(p.Carbon.TotalKg) {
			d.add("%s: other carbon", address)
		}
		if (s.LockIn == nil) != (p.LockIn == nil) || s.LockIn != nil && s.LockIn.Grade != p.LockIn.Grade {
			d.add("%s: another grade of lock-in", address)
		}
	}
}

func (d *disagreement) equal(address, what string, s, p any) {
	if fmt.Sprint(s) != fmt.Sprint(p) {
		d.add("%s: %s: %v in source, %v in plan", address, what, s, p)
	}
}

// findings compares rule, address and verdict.
func (d *disagreement) findings(source, plan []report.Finding) {
	counted := func(findings []report.Finding) map[string]int {
		out := map[string]int{}
		for _, f := range findings {
			out[fmt.Sprintf("finding %s %s of %q", f.Rule, f.Verdict, f.Address)]++
		}
		return out
	}
	both(d, counted(source), counted(plan), func(what string, s, p int) {
		if s != p {
			d.add("%s: %d in source, %d in plan", what, s, p)
		}
	})
}

// comparison compares the values of one resource.
type comparison struct {
	*disagreement
	resource string
	// strict: what the source does not say is not in the plan either. Other
	// types have blocks, which the provider fills up with its defaults.
	strict bool
}

// setsOf are the arguments that a provider keeps as sets: their order in a plan
// is not the one they were written in.
var setsOf = []string{
	"availability_zones", "cidr_blocks", "ebs_block_device", "ebs", "ingress", "subnets", "subnet_ids", "security_groups",
	"tag", "vpc_security_group_ids", "attribute", "actions", "resources", "network_interface_ids", "zones",
}

// value compares one value. written: somebody wrote it, so the plan's is not a
// default.
func (c *comparison) value(path string, s, p cty.Value, written bool) {
	switch {
	case !s.IsKnown():
		if p.IsKnown() && !p.IsNull() && written {
			c.add("%s: %s: unknown in source, %s in plan", c.resource, path, short(p))
		}
	case !p.IsKnown():
		// What nobody wrote stands in source as the provider documents it.
		if !s.IsNull() && written {
			c.add("%s: %s: %s in source, unknown in plan", c.resource, path, short(s))
		}
	case s.IsNull() || p.IsNull():
		if s.IsNull() != p.IsNull() && written && (c.strict || !zero(s) || !zero(p)) {
			c.add("%s: %s: %s in source, %s in plan", c.resource, path, short(s), short(p))
		}
	case s.CanIterateElements() != p.CanIterateElements() || keyed(s) != keyed(p):
		c.add("%s: %s: %s in source, %s in plan", c.resource, path, short(s), short(p))
	case keyed(s):
		c.object(path, s.AsValueMap(), p.AsValueMap())
	case s.CanIterateElements():
		c.list(path, s.AsValueSlice(), p.AsValueSlice())
	case !alike(s, p) && !(strings.HasSuffix(path, "location") && folded(s) == folded(p)):
		c.add("%s: %s: %s in source, %s in plan", c.resource, path, short(s), short(p))
	}
}

func (c *comparison) object(path string, s, p map[string]cty.Value) {
	for name, v := range s {
		if other, ok := p[name]; ok {
			c.value(path+"."+name, v, other, true)
		} else if !v.IsNull() {
			c.add("%s: %s.%s: only in source: %s", c.resource, path, name, short(v))
		}
	}
	for name, v := range p {
		_, ok := s[name]
		if !ok && !v.IsNull() && (c.strict || strings.HasSuffix(path, "tags") || strings.HasSuffix(path, "labels")) {
			c.add("%s: %s.%s: only in plan: %s", c.resource, path, name, short(v))
		}
	}
}

func (c *comparison) list(path string, s, p []cty.Value) {
	if len(s) != len(p) {
		c.add("%s: %s: %d elements in source, %d in plan", c.resource, path, len(s), len(p))
		return
	}
	if slices.Contains(setsOf, path[strings.LastIndex(path, ".")+1:]) {
		p = c.arranged(path, s, p)
	}
	for i := range s {
		c.value(fmt.Sprintf("%s.%d", path, i), s[i], p[i], true)
	}
}

// arranged puts the elements of a set in the order of s, as far as they match.
func (c *comparison) arranged(path string, s, p []cty.Value) []cty.Value {
	rest, out := slices.Clone(p), make([]cty.Value, 0, len(p))
	for _, v := range s {
		i := slices.IndexFunc(rest, func(other cty.Value) bool {
			trial := comparison{disagreement: &disagreement{}, strict: c.strict}
			trial.value(path, v, other, true)
			return len(trial.found) == 0
		})
		if i < 0 {
			return p
		}
		out, rest = append(out, rest[i]), slices.Delete(rest, i, i+1)
	}
	return out
}

func keyed(v cty.Value) bool { return v.Type().IsObjectType() || v.Type().IsMapType() }

// zero is what providers put where nothing was said.
func zero(v cty.Value) bool {
	switch {
	case v.IsNull():
		return true
	case v.CanIterateElements():
		return v.LengthInt() == 0
	}
	return slices.Contains([]string{"false", "0", ""}, plain(v))
}

// alike compares numbers, strings and bools as what they are written as: the
// source does not know the type of an argument.
func alike(s, p cty.Value) bool {
	if s.Type() == cty.Number || p.Type() == cty.Number {
		a, ok := number(s)
		b, also := number(p)
		return ok && also && a.Cmp(b) == 0
	}
	return plain(s) == plain(p)
}

// folded is a location of Azure as its provider keeps it: "West Europe" is
// westeurope.
func folded(v cty.Value) string { return strings.ToLower(strings.ReplaceAll(plain(v), " ", "")) }

func number(v cty.Value) (*big.Float, bool) {
	if v.Type() == cty.Number {
		// A plan is read with the precision of what is written in it.
		return new(big.Float).SetPrec(200).Set(v.AsBigFloat()), true
	}
	f, _, err := big.ParseFloat(plain(v), 10, 200, big.ToNearestEven)
	return f, err == nil
}

// plain is a value that is no collection, as text.
func plain(v cty.Value) string {
	switch v.Type() {
	case cty.String:
		return v.AsString()
	case cty.Bool:
		return fmt.Sprint(v.True())
	case cty.Number:
		return v.AsBigFloat().Text('f', -1)
	}
	return v.GoString()
}

// short is a value in few words.
func short(v cty.Value) string {
	switch {
	case !v.IsKnown():
		return "unknown"
	case v.IsNull():
		return "null"
	case keyed(v):
		return fmt.Sprintf("an object of %d", v.LengthInt())
	case v.CanIterateElements():
		return fmt.Sprintf("a list of %d", v.LengthInt())
	}
	text := plain(v)
	if len(text) > 60 {
		text = text[:60] + "…"
	}
	if v.Type() == cty.String {
		return fmt.Sprintf("%q", text)
	}
	return text
}
