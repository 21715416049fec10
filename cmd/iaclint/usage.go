package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/iaclint/iaclint/config"
	"github.com/iaclint/iaclint/lint"
)

// usageOf reads the configuration's usage files, its usage blocks and the files
// named on the command line; what comes later wins. Beside them come warnings.
func usageOf(cfg *config.Config, named []string) ([]*config.Usage, hcl.Diagnostics, error) {
	var files []*config.Usage
	var diags hcl.Diagnostics
	read := func(paths []string) {
		for _, path := range paths {
			u, more := config.LoadUsage(path)
			diags = append(diags, more...)
			files = append(files, u)
		}
	}
	read(below(cfg.Root, cfg.Usage))
	if own := cfg.OwnUsage(); own != nil {
		files = append(files, own)
	}
	read(named)
	if diags.HasErrors() {
		return nil, nil, configSlips{diags, nil}
	}
	return files, diags, nil
}

// usageProfile is the profile the command line asks for, or the configuration.
func usageProfile(cfg *config.Config, named string) (string, error) {
	known := lint.UsageProfiles()
	if diags := cfg.CheckUsageProfile(known); diags.HasErrors() {
		return "", configSlips{diags, cfg.Files}
	}
	if named != "" && !slices.Contains(known, named) {
		return "", fmt.Errorf("--usage-profile %q is not known: one of %s", named, strings.Join(known, ", "))
	}
	return cmp.Or(named, cfg.UsageProfile), nil
}

// pricesOf reads the configuration's price books and holds its purchases to
// the options there are.
func pricesOf(cfg *config.Config) ([]config.BookPrice, error) {
	diags := cfg.CheckPurchases(lint.PurchaseOptions())
	var prices []config.BookPrice
	for _, path := range below(cfg.Root, cfg.PriceBooks) {
		book, more := config.LoadPriceBook(path)
		diags = append(diags, more...)
		prices = append(prices, book...)
	}
	if diags.HasErrors() {
		return nil, configSlips{diags, cfg.Files}
	}
	return prices, nil
}

// below places the configuration's relative paths beside the configuration.
func below(root string, paths []string) []string {
	out := make([]string, 0, len(paths))
	for _, p := range paths {
		if !filepath.IsAbs(p) {
			p = filepath.Join(root, p)
		}
		out = append(out, p)
	}
	return out
}
