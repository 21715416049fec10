# METADATA
# title: Change raises the lock-in score
# description: |
#   The difference of the score (0 to 100, see lock-in/lock-in-score) before and
#   after. Said only where there was enough before for the score to mean
#   something.
# related_resources:
# - ref: https://digital-strategy.ec.europa.eu/en/policies/data-act
# custom:
#   code: LOCK-019
#   severity: medium
#   scope: diff
#   remediation: Decide on purpose; lock-in/lock-in-above-threshold says the way out of each service.
#   params:
#     type: object
#     properties:
#       max_delta: {type: number, default: 5, minimum: 0, description: Points the score may rise by one change.}
#       min_resources: {type: integer, default: 10, minimum: 1, description: Resources, before the change, from which on the score means something.}
#   since: 0.1.0
#   idea: a rise is easier to talk about than a level
package iaclint.lock_in.lock_in_score_rising

findings contains {
	"address": "plan",
	"message": sprintf("lock-in rises by %d to %d of 100 (at most %v by one change)", [round(delta), round(input.head.totals.lock_in_score), input.params.max_delta]),
	"facts": {"delta": delta, "limit": input.params.max_delta},
} if {
	delta > input.params.max_delta
	sum([n | some _, n in input.base.counts]) >= input.params.min_resources
}

delta := input.head.totals.lock_in_score - input.base.totals.lock_in_score
