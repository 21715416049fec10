package lint

import (
	"github.com/iaclint/iaclint/model"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// Status says what is inside a catalogue.
func Status(facts *catalogue.Catalogue) *report.CatalogueStatus {
	s := facts.Status()
	out := &report.CatalogueStatus{SchemaVersion: report.SchemaVersion, Version: facts.Version(), Rows: s.Rows, Inferred: s.Inferred, Oldest: s.Oldest, Newest: s.Newest, Overlay: overlay(facts)}
	for _, c := range s.Clouds {
		cloud := report.CatalogueCloud{Cloud: c.Cloud, Rows: c.Rows, Inferred: c.Inferred, Regions: c.Regions, Machines: c.Machines, Oldest: c.Oldest, Newest: c.Newest}
		for _, v := range c.Services {
			cloud.Services = append(cloud.Services, report.CatalogueService{Service: v.Service, SKUs: v.SKUs, Rows: v.Rows, Inferred: v.Inferred, Regions: v.Regions, Oldest: v.Oldest, Newest: v.Newest})
		}
		out.Clouds = append(out.Clouds, cloud)
	}
	for _, v := range s.Sources {
		out.Sources = append(out.Sources, report.CatalogueSource{ID: v.ID, Origin: v.Repository, Licence: v.Licence, Vintage: v.Vintage, What: v.What})
	}
	return out
}

// Query lists the prices whose key begins with a prefix.
func Query(facts *catalogue.Catalogue, prefix string) *report.PriceList {
	out := &report.PriceList{SchemaVersion: report.SchemaVersion, Prices: []report.Price{}}
	for _, p := range facts.Query(prefix) {
		row := report.Price{Key: p.Key, Unit: p.Unit, Date: p.Date, Source: p.Source, Inferred: p.Inferred}
		for _, t := range p.Tiers {
			row.Tiers = append(row.Tiers, report.PriceTier{From: report.Quantity{Decimal: t.From}, USD: report.Money{Decimal: t.USD}})
		}
		out.Prices = append(out.Prices, row)
	}
	return out
}

// Rules lists the rules in force with the configuration's settings.
func Rules(opt Options) (*report.RuleList, error) {
	list, err := rulesOf(opt)
	if err != nil {
		return nil, err
	}
	out := &report.RuleList{SchemaVersion: report.SchemaVersion, Rules: []report.Rule{}}
	for i := range list {
		out.Rules = append(out.Rules, inReport(&list[i]))
	}
	return out, nil
}

// rulesOf are the rules of the packs, by id.
func rulesOf(opt Options) ([]rules.Rule, error) {
	set, diags := rules.Open(opt.Packs, settings(opt, &model.Plan{}))
	if diags.HasErrors() {
		return nil, slips{diags, set.Files()}
	}
	list, diags := set.Rules()
	if diags.HasErrors() {
		return nil, slips{diags, set.Files()}
	}
	return list, nil
}

func inReport(r *rules.Rule) report.Rule {
	return report.Rule{
		Rule: r.ID, Aliases: r.Aliases, Family: r.Family, Severity: r.Severity, Title: r.Title, Pack: r.Pack, ResourceTypes: r.Types,
		Enabled: r.Enabled, Docs: r.Docs, Description: r.Description, Remediation: r.Remediation, WhenNot: r.WhenNot, Scope: string(r.Scope), Env: r.Env,
		Params: report.Params(r.Params, r.Values), Links: r.Links, Since: r.Since, SafeFix: r.SafeFix,
	}
}
