package main

import (
	"github.com/spf13/cobra"

	"github.com/iaclint/iaclint/lint"
	"github.com/iaclint/iaclint/pricing/catalogue"
	"github.com/iaclint/iaclint/report"
)

func (a *app) catalogue() *cobra.Command {
	c := &cobra.Command{Use: "catalogue", Short: "The prices and carbon facts inside"}
	return group(c, a.catalogueStatus(), a.catalogueCoverage(), a.catalogueQuery(), a.catalogueRefresh())
}

func (a *app) catalogueStatus() *cobra.Command {
	var format, prices string
	c := &cobra.Command{
		Use:   "status",
		Short: "What is inside: services, regions, rows, dates, sources and licences",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			facts, err := a.facts(prices, nil)
			if err != nil {
				return err
			}
			return say(a, format, lint.Status(facts), report.WriteCatalogue)
		},
	}
	addCatalogue(c, &prices)
	addFormat(c, &format)
	return c
}

func (a *app) catalogueCoverage() *cobra.Command {
	var format string
	var unpriced bool
	c := &cobra.Command{
		Use:   "coverage",
		Short: "How many resource types are priced, free or billed through another",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			types := lint.CoverageOfTypes(catalogue.Embedded())
			if unpriced {
				return say(a, format, types.ListUnpriced(), report.WriteUnpriced)
			}
			return say(a, format, types, report.WriteTypeCoverage)
		},
	}
	addFormat(c, &format)
	c.Flags().BoolVar(&unpriced, "unpriced", false, "list the types that are billed and not priced yet")
	return c
}

func (a *app) catalogueQuery() *cobra.Command {
	var format, prices string
	c := &cobra.Command{
		Use:     "query KEY-PREFIX",
		Short:   "Prices whose key (cloud/service/region/…) begins with a prefix",
		Example: "  iaclint catalogue query aws/ec2/eu-west-1/m5.large/",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			facts, err := a.facts(prices, nil)
			if err != nil {
				return err
			}
			return say(a, format, lint.Query(facts, args[0]), report.WritePrices)
		},
	}
	addCatalogue(c, &prices)
	addFormat(c, &format)
	return c
}
