package main

import (
	"context"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
	"github.com/iaclint/iaclint/rules"
)

// checked is what iaclint says of an input.
type checked struct {
	project   report.Project
	resources map[string]report.Resource // that exist afterwards, by address
	findings  map[string]int             // "rule address verdict", how often
}

func check(ctx context.Context, path string) (*checked, error) {
	out, err := lint.Run(ctx, lint.Options{
		Paths: []string{path}, Config: config.Default(), Version: "sameseed",
		Catalogue: catalogue.Embedded(), Packs: []rules.Source{rules.Core()},
	})
	if err != nil {
		return nil, err
	}
	c := &checked{project: out.Projects[0], resources: map[string]report.Resource{}, findings: map[string]int{}}
	for _, r := range c.project.Resources {
		if len(r.Actions) != 1 || r.Actions[0] != "delete" {
			c.resources[r.Address] = r
		}
	}
	for _, f := range c.project.Findings {
		c.findings[fmt.Sprintf("%s of %s: %s", f.Rule, f.Address, f.Verdict)]++
	}
	return c, nil
}

// worth is what is said of a resource as it will be: its price or why there is
// none, and its carbon.
func worth(r report.Resource) string {
	money, carbon := "no price", "no carbon"
	if r.Cost.Monthly != nil {
		money = "$" + r.Cost.Monthly.String()
	}
	if r.Carbon != nil {
		carbon = fmt.Sprintf("%.6g kg", float64(r.Carbon.TotalKg))
	}
	return fmt.Sprintf("%s, %s, %s", r.Cost.Status, money, carbon)
}

// total is the money of some resources, exactly, and their carbon.
func total(c *checked, addresses []string) string {
	sum, kg := decimal.Zero, 0.0
	for _, a := range addresses {
		r := c.resources[a]
		if r.Cost.Monthly != nil {
			sum = sum.Add(r.Cost.Monthly.Decimal)
		}
		if r.Carbon != nil {
			kg += float64(r.Carbon.TotalKg)
		}
	}
	return fmt.Sprintf("$%s, %.6g kg", sum, kg)
}
