# METADATA
# title: Lock-in score above the limit
# description: |
#   The score of a plan, 0 to 100, weighs the grade of each service with the
#   money that rests on it: below 25 low, to 50 moderate, to 70 high, above very
#   high. Plans with a handful of graded services say little and are left alone.
# related_resources:
# - ref: https://digital-strategy.ec.europa.eu/en/policies/data-act
# custom:
#   code: LOCK-013
#   severity: medium
#   scope: plan
#   remediation: Look at the services named here first; lock-in/lock-in-above-threshold says the way out of each.
#   params:
#     type: object
#     properties:
#       max_score: {type: number, default: 60, minimum: 0, maximum: 100, description: Score above which it is said.}
#       min_graded: {type: integer, default: 5, minimum: 1, description: Graded resources from which on the score means something.}
#   since: 0.1.0
#   idea: cost-weighted scorecards
package iaclint.lock_in.lock_in_score

import data.iaclint.lib.figures

findings contains {
	"address": "plan",
	"message": sprintf("lock-in %d of 100 (%s), limit %v%s", [round(score), band, input.params.max_score, biggest]),
	"facts": {"score": score, "limit": input.params.max_score},
} if {
	score > input.params.max_score
	input.lock_in.graded >= input.params.min_graded
}

score := input.totals.lock_in_score

band := "very high" if score > 70

band := "high" if {
	score > 50
	score <= 70
}

band := "moderate" if {
	score >= 25
	score <= 50
}

band := "low" if score < 25

# What weighs most: the dearest of grade 3 and 4; those without a figure come
# last, by name.
heavy := [sprintf("%s (grade %d)", [address, grade]) | some [_, address, grade] in input.lock_in.heaviest]

biggest := sprintf("; most in %s", [figures.words(heavy, "and")]) if count(heavy) > 0

biggest := "" if count(heavy) == 0
