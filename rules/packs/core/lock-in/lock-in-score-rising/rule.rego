# METADATA
# title: Change raises the lock-in score
# description: |
#   The difference of the score (0 to 100, see lock-in/lock-in-score) before and
#   after, with the services of grade 3 and 4 the change adds.
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
#       min_graded: {type: integer, default: 5, minimum: 1, description: Graded resources, before the change, from which on the score means something.}
#   since: 0.1.0
#   idea: a rise is easier to talk about than a level
package iaclint.lock_in.lock_in_score_rising

import data.iaclint.lib.figures
import data.iaclint.lib.plan

findings contains {
	"address": "plan",
	"message": sprintf("lock-in rises by %d to %d of 100 (at most %v by one change)%s", [round(delta), round(input.head.totals.lock_in_score), input.params.max_delta, added]),
	"facts": {"delta": delta, "limit": input.params.max_delta},
	"related": new,
} if {
	delta > input.params.max_delta
	count(graded) >= input.params.min_graded
}

delta := input.head.totals.lock_in_score - input.base.totals.lock_in_score

graded := {resource.address |
	some resource in plan.existing(input.base)
	resource.lock_in.grade >= 0
	not resource.lock_in.inherent
}

new := sort({resource.address |
	some resource in plan.existing(input.head)
	resource.lock_in.grade >= 3
	not resource.lock_in.inherent
	not resource.address in graded
})

added := sprintf("; new: %s", [figures.words(new, "and")]) if count(new) > 0

added := "" if count(new) == 0
