# METADATA
# title: Estimate incomplete
# description: |
#   How many of the billed resources have a full price, what could not be
#   priced, and what is billed by use without a usage value. Said when the share
#   is below the floor: the total is then a lower bound.
# related_resources:
# - ref: https://www.finops.org/framework/capabilities/planning-estimating/
# custom:
#   code: COST-810
#   severity: info
#   scope: plan
#   remediation: Give usage values; write a card for a type of your own; take region and size from values known before apply.
#   params:
#     type: object
#     properties:
#       min_priced_share: {type: number, default: 0.8, minimum: 0, maximum: 1, description: Share of billed resources that should have a full price.}
#   since: 0.1.0
#   idea: no silent zero
package iaclint.budget.estimate_incomplete

import data.iaclint.lib.figures

findings contains {
	"address": "plan",
	"message": sprintf("%d of %s fully priced (%s); %s: the total is a lower bound", [
		input.coverage.priced,
		figures.plural(billed, "billed resource"),
		figures.percent(share),
		figures.words(holes, "and"),
	]),
	"facts": {"priced_share": share},
} if {
	billed > 0
	share < input.params.min_priced_share
}

billed := ((input.coverage.priced + input.coverage.usage) + input.coverage.partial) + input.coverage.gap

share := input.coverage.priced / billed

holes := [hole | some hole in [by_use, partly, unpriced]; hole != ""]

default by_use := ""

by_use := sprintf("%d billed by use without a usage value", [input.coverage.usage]) if input.coverage.usage > 0

default partly := ""

partly := sprintf("%d priced in part", [input.coverage.partial]) if input.coverage.partial > 0

default unpriced := ""

unpriced := sprintf("%d not priced%s", [input.coverage.gap, strangers]) if input.coverage.gap > 0

default strangers := ""

strangers := sprintf(" (%s)", [figures.words([sprintf("%s %d", [type, n]) | some [n, type] in ranked], "and")]) if count(ranked) > 0

# Types we do not know, most frequent first.
ranked := array.reverse(sort({[n, type] | some type, n in input.coverage.unsupported_types}))
