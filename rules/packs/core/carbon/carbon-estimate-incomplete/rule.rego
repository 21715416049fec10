# METADATA
# title: Carbon estimate incomplete
# description: |
#   How much of the money of this plan has a carbon figure behind it. What has
#   none is named by type, so that a small total is not taken for a clean one.
# related_resources:
# - ref: https://ghgprotocol.org/scope-3-calculation-guidance-2
# custom:
#   code: CARB-016
#   severity: info
#   scope: plan
#   remediation: Read the total as a lower bound; usage values and regions that are known before apply close part of the gap.
#   params:
#     type: object
#     properties:
#       min_covered_share: {type: number, default: 0.7, minimum: 0, maximum: 1, description: Share of the money that should have a carbon figure.}
#   since: 0.1.0
#   idea: no silent zero
package iaclint.carbon.carbon_estimate_incomplete

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"address": "plan",
	"message": sprintf("%s of %s a month has a carbon figure; without: %s", [
		figures.percent(covered / total),
		lib.money(total),
		figures.words(kinds, "and"),
	]),
	"facts": {"covered_share": covered / total},
} if {
	total - covered > (1 - input.params.min_covered_share) * total
}

# What has no carbon figure, by kind.
dark := {[of.carbonless_monthly, type] | some type, of in input.by_type; of.carbonless_monthly > 0}

total := input.overall.monthly

covered := total - input.overall.carbonless_monthly

# Dearest kinds first.
kinds := [sprintf("%s (%s)", [type, lib.money(dollars)]) | some [dollars, type] in array.reverse(sort(dark))]
