package config

import (
	"cmp"
	"errors"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/shopspring/decimal"
	"github.com/zclconf/go-cty/cty"
)

// config is the whole file: what may stand in it, in one place.
func (d *decoder) config(body *hclsyntax.Body, c *Config) {
	d.body(body, "in the configuration", settings{
		"extends":             {shape{kind: isList}, func(*hclsyntax.Attribute) {}}, // has been read before
		"fail_on":             d.oneOf(&c.FailOn, append(slices.Clone(Severities), "never")...),
		"fail_on_unknown":     d.flag(func(b bool) { c.FailOnUnknown = b }),
		"severity_by_saving":  d.thresholds(c),
		"default_environment": d.text(&c.DefaultEnvironment),
		"default_regions":     d.regions(c),
		"exclude_folders":     d.texts(&c.ExcludeFolders, pathPattern),
		"baseline": {shape{kind: isText}, func(a *hclsyntax.Attribute) {
			c.BaselineRange = a.Expr.Range()
			d.onePath(&c.Baseline, "file").store(a)
		}},
		"usage": d.files(&c.Usage, localPath),
		"usage_profile": {shape{kind: isText}, func(a *hclsyntax.Attribute) {
			c.UsageProfileRange = a.Expr.Range()
			d.text(&c.UsageProfile).store(a)
		}},
		"cards":          d.folder(&c.Cards),
		"catalogue":      d.onePath(&c.Catalogue, "folder", EmbeddedCatalogue),
		"packs":          d.packs(c),
		"price_books":    d.files(&c.PriceBooks, localPath),
		"missing_prices": d.oneOf(&c.MissingPrices, MissingGap, MissingNearest),
	}, blocks{
		"project":        {label: "a name", decode: func(b *hclsyntax.Block) { d.project(b, c) }},
		"environment":    {label: "a name", decode: func(b *hclsyntax.Block) { d.environment(b, c) }},
		"rule":           {label: "a rule's id", decode: func(b *hclsyntax.Block) { d.rule(b, c) }},
		"exclusion":      {decode: func(b *hclsyntax.Block) { d.exclusion(b, c) }},
		"guardrail":      {label: "a name", decode: func(b *hclsyntax.Block) { d.guardrail(b, c) }},
		"usage":          {label: "an address, which may have * in it", decode: func(b *hclsyntax.Block) { d.usage(b, c, false) }},
		"usage_defaults": {label: "a resource type", decode: func(b *hclsyntax.Block) { d.usage(b, c, true) }},
		"purchase":       {label: "a name", decode: func(b *hclsyntax.Block) { d.purchase(b, c) }},
		"schedule":       {label: "a name", decode: func(b *hclsyntax.Block) { d.schedule(b, c) }},
		"discount":       {label: "a name", decode: func(b *hclsyntax.Block) { d.discount(b, c) }},
		"currency":       {label: "its three letters", decode: func(b *hclsyntax.Block) { d.currency(b, c) }},
		"carbon":         {single: true, decode: func(b *hclsyntax.Block) { d.carbon(b, c) }},
	}, nil)
	d.environmentNames(c, body)
}

func (d *decoder) folder(dst *string) setting { return d.onePath(dst, "folder") }

// onePath takes a path, or one of some words.
func (d *decoder) onePath(dst *string, what string, words ...string) setting {
	return setting{shape{kind: isText}, func(a *hclsyntax.Attribute) {
		var one []string
		d.texts(&one, localPath).store(a)
		switch {
		case len(one) == 1 && slices.Contains(words, one[0]):
			*dst = one[0]
		case len(one) == 1:
			*dst = d.placed(a.SrcRange, one[0])
		case one != nil:
			d.wrong(a, "one "+what+".")
		}
	}}
}

// thresholds reads { high = 500, medium = 50 }. A heavier severity has to ask
// for more money.
func (d *decoder) thresholds(c *Config) setting {
	return d.object(Severities, "severity", shape{kind: isNumber, high: most}, func(name string, item hclsyntax.ObjectConsItem, v cty.Value) {
		if v.IsNull() || v.Type() != cty.Number {
			d.errorf(item.ValueExpr.Range(), "Wrong value", "%q takes dollars a month; this is %s.", name, describe(v))
			return
		}
		n, ok := exact(v, 0, most)
		if !ok {
			d.errorf(item.ValueExpr.Range(), "Wrong value", "%q takes dollars a month, not less than 0.", name)
			return
		}
		for _, t := range c.SeverityBySaving {
			heavier := slices.Index(Severities, name) < slices.Index(Severities, t.Severity)
			if heavier != n.GreaterThan(t.MonthlyUSD) {
				d.errorf(item.ValueExpr.Range(), "Thresholds out of order", "A heavier severity takes a larger saving: %s is at %s, %s at %s.", name, n, t.Severity, t.MonthlyUSD)
				return
			}
		}
		c.SeverityBySaving = append(c.SeverityBySaving, Threshold{name, n})
		slices.SortFunc(c.SeverityBySaving, func(a, b Threshold) int { return b.MonthlyUSD.Cmp(a.MonthlyUSD) })
	})
}

// providers are the clouds a default region can be given for.
var providers = []string{"aws", "azurerm", "google"}

func (d *decoder) regions(c *Config) setting {
	return d.object(providers, "provider", shape{kind: isText}, func(name string, item hclsyntax.ObjectConsItem, v cty.Value) {
		if v.IsNull() || v.Type() != cty.String || v.AsString() == "" {
			d.errorf(item.ValueExpr.Range(), "Wrong value", "%q takes the name of a region; this is %s.", name, describe(v))
			return
		}
		c.DefaultRegions[name] = v.AsString()
	})
}

// object reads { key = value } item by item, so that a slip points to its item.
// names, when not nil, are the keys there are.
func (d *decoder) object(names []string, what string, of shape, store func(string, hclsyntax.ObjectConsItem, cty.Value)) setting {
	return setting{shape{kind: isObject, words: names, of: &of}, func(a *hclsyntax.Attribute) {
		object, ok := a.Expr.(*hclsyntax.ObjectConsExpr)
		if !ok {
			d.errorf(a.Expr.Range(), "Wrong value", "%q takes an object, as in { … = … }.", a.Name)
			return
		}
		for _, item := range object.Items {
			key, ok := d.value(item.KeyExpr)
			if !ok {
				continue
			}
			v, ok := d.value(item.ValueExpr)
			if !ok {
				continue
			}
			if key.IsNull() || key.Type() != cty.String {
				d.errorf(item.KeyExpr.Range(), "Wrong value", "A key is a name; this is %s.", describe(key))
				continue
			}
			name := key.AsString()
			if names != nil && !slices.Contains(names, name) {
				d.errorf(item.KeyExpr.Range(), "Unknown "+what, "There is no %s %q. %s", what, name, didYouMean(name, names))
				continue
			}
			store(name, item, v)
		}
	}}
}

func didYouMean(name string, names []string) string {
	if near := Nearest(name, names); near != "" {
		return "Did you mean \"" + near + "\"?"
	}
	return "Known: " + strings.Join(names, ", ") + "."
}

func (d *decoder) environment(b *hclsyntax.Block, c *Config) {
	name := b.Labels[0]
	e := Environment{Name: name, Production: name == "prod" || name == "production", Tags: map[string][]string{}, Range: b.DefRange()}
	d.body(b.Body, "in an environment", settings{
		"production": d.flag(func(yes bool) { e.Production = yes }),
		"workspaces": d.texts(&e.Workspaces, anything),
		"paths":      d.texts(&e.Paths, pathPattern),
		"tags":       d.tagPatterns(&e.Tags),
	}, nil, nil)
	if len(e.Tags)+len(e.Workspaces)+len(e.Paths) == 0 {
		d.errorf(b.DefRange(), "Nothing to tell it by", "Environment %q needs tags, workspaces or paths: nothing would ever belong to it.", name)
	}
	c.Environments = append(c.Environments, e)
}

// environmentNames checks default_environment once all blocks are read.
func (d *decoder) environmentNames(c *Config, body *hclsyntax.Body) {
	names := []string{"unknown", "prod", "nonprod"}
	for _, e := range c.Environments {
		names = append(names, e.Name)
	}
	if a := body.Attributes["default_environment"]; a != nil && !slices.Contains(names, c.DefaultEnvironment) {
		d.errorf(a.Expr.Range(), "Unknown environment", "There is no environment %q. %s", c.DefaultEnvironment, didYouMean(c.DefaultEnvironment, names))
	}
}

func (d *decoder) rule(b *hclsyntax.Block, c *Config) {
	r := &Rule{Name: b.Labels[0], Params: map[string]any{}, ParamRanges: map[string]hcl.Range{}, Range: b.DefRange()}
	d.body(b.Body, "in a rule", settings{
		"enabled":    d.flag(func(yes bool) { r.Enabled = &yes }),
		"severity":   d.oneOf(&r.Severity, Severities...),
		"exclude":    d.texts(&r.Exclude, anything),
		"min_saving": d.amount(&r.MinSaving),
		"ignorable":  d.flag(func(yes bool) { r.Firm = !yes }),
	}, nil, func(a *hclsyntax.Attribute) {
		if v, ok := d.value(a.Expr); ok && d.finite(a, v) {
			r.Params[a.Name] = goValue(v)
			r.ParamRanges[a.Name] = a.SrcRange
		}
	})
	c.Rules[r.Name] = r
}

// finite refuses numbers that JSON and Rego cannot hold.
func (d *decoder) finite(a *hclsyntax.Attribute, v cty.Value) bool {
	err := cty.Walk(v, func(_ cty.Path, v cty.Value) (bool, error) {
		if !v.IsNull() && v.Type() == cty.Number {
			if f, _ := v.AsBigFloat().Float64(); math.IsInf(f, 0) {
				return false, errors.New("too large")
			}
		}
		return true, nil
	})
	if err != nil {
		d.wrong(a, "numbers a computer can hold.")
	}
	return err == nil
}

func (d *decoder) exclusion(b *hclsyntax.Block, c *Config) {
	e := Exclusion{Range: b.DefRange()}
	d.body(b.Body, "in an exclusion", settings{
		"rule":    d.text(&e.Rule),
		"address": d.text(&e.Address),
		"reason":  d.text(&e.Reason),
		"until":   d.date(&e.Until),
	}, nil, nil)
	switch {
	case e.Rule == "" && e.Address == "":
		d.errorf(b.DefRange(), "Excludes everything", "An exclusion names a rule, an address or both.")
	case strings.TrimSpace(e.Reason) == "":
		d.errorf(b.DefRange(), "Reason missing", "An exclusion says why, for the next reader: reason = \"…\".")
	}
	c.Exclusions = append(c.Exclusions, e)
}

func (d *decoder) date(dst *string) setting {
	return setting{shape{kind: isDate}, func(a *hclsyntax.Attribute) {
		v, ok := d.typed(a, cty.String, "a date as in \"2027-03-31\"")
		if !ok {
			return
		}
		if _, err := time.Parse(time.DateOnly, v.AsString()); err != nil {
			d.wrong(a, "a date as in %q, not %q.", "2027-03-31", v.AsString())
			return
		}
		*dst = v.AsString()
	}}
}

func (d *decoder) guardrail(b *hclsyntax.Block, c *Config) {
	g := Guardrail{Name: b.Labels[0], Range: b.DefRange()}
	limits := map[string]**decimal.Decimal{
		"monthly_usd": &g.MonthlyUSD, "increase_usd": &g.IncreaseUSD, "increase_percent": &g.IncreasePercent,
		"monthly_kg": &g.MonthlyKg, "increase_kg": &g.IncreaseKg, "increase_kg_percent": &g.IncreaseKgPercent,
	}
	known := settings{"paths": d.texts(&g.Paths, pathPattern), "projects": d.texts(&g.Projects, anything), "tags": d.tagPatterns(&g.Tags)}
	for name, dst := range limits {
		known[name] = d.amount(dst)
	}
	before := len(d.diags)
	d.body(b.Body, "in a guardrail", known, nil, nil)
	unset := !slices.ContainsFunc(slices.Collect(maps.Values(limits)), func(dst **decimal.Decimal) bool { return *dst != nil })
	if unset && len(d.diags) == before {
		d.errorf(b.DefRange(), "No limit", "Guardrail %q names no limit: one of %s.", g.Name, strings.Join(slices.SortedFunc(maps.Keys(limits), cmp.Compare), ", "))
	}
	c.Guardrails = append(c.Guardrails, g)
}

func (d *decoder) carbon(b *hclsyntax.Block, c *Config) {
	float := func(dst **float64) func(decimal.Decimal) {
		return func(n decimal.Decimal) { f := n.InexactFloat64(); *dst = &f }
	}
	d.body(b.Body, "in carbon", settings{
		"grid":           d.oneOf(&c.Carbon.Grid, "average", "ember"),
		"utilisation":    d.number(0, 100, float(&c.Carbon.Utilisation)),
		"lifespan_years": d.number(0.5, 30, float(&c.Carbon.LifespanYears)),
	}, nil, nil)
}
