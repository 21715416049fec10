# METADATA
# title: Taking the data out costs more than the limit
# description: |
#   What the clouds charge at list price for sending everything that is stored
#   to the internet once, tiers applied to the sum. Providers waive it for
#   customers who leave, on request and with conditions; the effort of the move
#   is not in it. Sizes are those of the plan, so an upper bound for disks and a
#   gap for buckets without a usage value.
# related_resources:
# - ref: https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer
# - ref: https://cloud.google.com/exit-cloud
# - ref: https://digital-strategy.ec.europa.eu/en/policies/data-act
# custom:
#   code: LOCK-012
#   severity: medium
#   scope: plan
#   remediation: Keep a second copy elsewhere, negotiate the exit, use the provider's exit programme, or raise the limit.
#   params:
#     type: object
#     properties:
#       max_exit_usd: {type: number, default: 1000, minimum: 0, description: USD once.}
#       report_unknown: {type: boolean, default: false, description: Say so when stores without a size leave it open.}
#       bandwidth_gbps: {type: number, default: 1, exclusiveMinimum: 0, description: Line the hours are worked out for.}
#   since: 0.1.0
#   idea: EU Data Act; egress price pages
package iaclint.lock_in.data_exit_cost

import data.iaclint.lib

findings contains {
	"address": "plan",
	"message": sprintf("%s once to take the data out at list price, limit %s%s", [
		lib.money(input.totals.exit_egress),
		lib.money(input.params.max_exit_usd),
		hours,
	]),
	"facts": {"exit_usd": input.totals.exit_egress, "limit_usd": input.params.max_exit_usd},
} if {
	input.totals.exit_egress > input.params.max_exit_usd
}

# Stores without a size may carry it over the limit. Nearly every plan has a
# bucket, so this has to be asked for.
findings contains {
	"verdict": "unknown",
	"address": "plan",
	"message": sprintf("cannot tell whether taking the data out costs more than %s: %d stores have no size", [lib.money(input.params.max_exit_usd), input.totals.exit_unknown]),
} if {
	input.params.report_unknown
	input.totals.exit_unknown > 0
	object.get(input.totals, "exit_egress", 0) <= input.params.max_exit_usd
}

default hours := ""

# A gigabyte is eight gigabits.
hours := sprintf("; %d GB take %d hours at %v Gbit/s", [
	round(input.totals.exit_gb),
	ceil(((input.totals.exit_gb * 8) / input.params.bandwidth_gbps) / 3600),
	input.params.bandwidth_gbps,
]) if {
	input.totals.exit_gb > 0
}
