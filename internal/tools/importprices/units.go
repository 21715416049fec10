package main

import (
	"strings"

	"github.com/shopspring/decimal"
)

// multiple is a unit that bundles many: what it is called here, and how many
// single ones it holds.
type multiple struct {
	suffix, prefix string
	count          int64
}

var multiples = []multiple{
	{"-million-month", "1M-", 1_000_000},
	{"-million-day", "1M-", 1_000_000},
	{"-million", "1M-", 1_000_000},
	{"-thousand-month", "1k-", 1_000},
	{"-thousand", "1k-", 1_000},
	{"-100k-month", "100k-", 100_000},
	{"-10k", "10k-", 10_000},
	{"-1k", "1k-", 1_000},
	{"-10", "10-", 10},
}

// plainUnits are spellings of single sources brought to one.
var plainUnits = map[string]string{
	"1 Second": "second", "1 Hour": "hour", "1 GB": "GB", "1 GB/Month": "GB-month", "1/Month": "month",
	"1/Hour": "hour", "1 GiB/Month": "GiB-month", "1 IOPS/Month": "IOPS-month", "1 Rotation": "rotation",
	"1": "each", "count": "each", "10K": "10k-operations", "1M": "1M-operations", "100 Hours": "100-hours",
	"100 Seconds": "100-seconds", "100 GB Seconds": "100-GB-seconds", "session-30min": "30min-session",
	"hours": "hour", "months": "month", "days": "day", "minutes": "minute", "GB-seconds": "GB-second",
	"GiB-seconds": "GiB-second", "vCPU-hours": "vCPU-hour", "vCPU-seconds": "vCPU-second",
}

// normalUnit names a unit as the catalogue does, with its multiplier in front,
// and brings the tier bound to the same unit. It reports false where the
// bound's unit is not known.
func normalUnit(cloud, sku, unit string, from decimal.Decimal) (string, decimal.Decimal, bool) {
	if cloud == "azure" {
		if name, ok := plainUnits[unit]; ok && unit != "count" || strings.HasPrefix(unit, "execution-") {
			if !ok {
				name = "10-executions"
			}
			return name, from, true // Azure's bounds count the unit of the price
		}
		return azureUnit(sku, unit, from)
	}
	if name, ok := plainUnits[unit]; ok {
		return name, from, true
	}
	for _, m := range multiples {
		noun, ok := strings.CutSuffix(unit, m.suffix)
		if !ok {
			continue
		}
		noun = plural(noun)
		if strings.HasSuffix(m.suffix, "-month") {
			noun += "-month"
		}
		return m.prefix + noun, from.Div(decimal.NewFromInt(m.count)).Round(6), true
	}
	return strings.ReplaceAll(unit, " ", "-"), from, true
}

// azureUnit handles tables whose prices were brought to single units or to
// millions while the bounds still count what Azure sells: the product says
// how many that is. A bound whose multiple is not known is left out.
func azureUnit(sku, unit string, from decimal.Decimal) (string, decimal.Decimal, bool) {
	perBound := int64(1)
	for _, known := range azureBounds {
		if strings.HasPrefix(sku, known.sku) {
			perBound = known.count
			break
		}
	}
	name, perPrice, month := strings.ReplaceAll(unit, " ", "-"), int64(1), ""
	if noun, ok := strings.CutSuffix(name, "-month"); ok && strings.Contains(noun, "-") {
		name, month = noun, "-month"
	}
	for _, m := range multiples {
		if noun, ok := strings.CutSuffix(name, m.suffix); ok {
			if noun == "count" {
				noun = "operation"
			}
			name, perPrice = m.prefix+plural(noun), m.count
			break
		}
	}
	if name == "count" {
		name = "each"
	}
	name += month
	if from.IsZero() || perPrice == 1 && unit != "count" {
		return name, from, true
	}
	if perBound == 1 && perPrice > 1 {
		return "", from, false
	}
	return name, from.Mul(decimal.NewFromInt(perBound)).Div(decimal.NewFromInt(perPrice)).Round(6), true
}

// azureBounds says how many single ones a tier bound counts, by the unit the
// Retail Prices API gives for the product (10K calls, 1K records ...).
var azureBounds = []struct {
	sku   string
	count int64
}{
	{"api-management/", 10_000},
	{"azure-front-door-service/azure-front-door/", 10_000},
	{"azure-synapse-analytics/azure-synapse-analytics-pipelines/", 50_000},
	{"azure-cognitive-search/", 1_000},
	{"azure-monitor/azure-monitor/native-metric-queries/", 1_000},
	{"azure-monitor/azure-monitor/notifications/notifications-secure-web-hook", 10},
	{"azure-monitor/azure-monitor/notifications/notifications-web-hook", 10},
	{"event-grid/", 100_000},
	{"functions/", 10},
	{"notification-hubs/", 1_000_000},
	{"service-bus/service-bus/standard/standard-messaging-operations", 1_000_000},
}

func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "y"):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"):
		return noun
	}
	return noun + "s"
}
