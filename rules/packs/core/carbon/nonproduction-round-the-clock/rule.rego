# METADATA
# title: Non-production emits round the clock
# description: |
#   A machine that is switched off nights and weekends leaves its share of a
#   host to others for two thirds of the month. Said once, from a mass on, where
#   the plan has neither a schedule nor a tag that a scheduler goes by; in money
#   the rule on cost says the same. The figure is an upper bound: disks stay.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_user_a2.html
# - ref: https://docs.aws.amazon.com/solutions/latest/instance-scheduler-on-aws/solution-overview.html
# custom:
#   code: CARB-005
#   severity: low
#   scope: plan
#   remediation: Switch off nights and weekends, by a schedule in the plan or by the tag your scheduler goes by.
#   params:
#     type: object
#     properties:
#       office_hours_month: {type: number, default: 220, minimum: 0, maximum: 730, description: Hours a month somebody works with it.}
#       scheduler_tag: {type: string, default: schedule, description: Tag an outside scheduler goes by.}
#       min_saving_kg: {type: number, default: 50, minimum: 0, description: kgCO2e a month from which on it is said.}
#   saving: bounded
#   since: 0.1.0
#   idea: AWS Well-Architected SUS02
#   when_not: >-
#     People on several continents work with it, or tests run through the night.
package iaclint.carbon.nonproduction_round_the_clock

import data.iaclint.lib.figures
import data.iaclint.lib.schedule

findings contains {
	"address": addresses[0],
	"message": sprintf("%s of non-production emit %s kg CO2e a month round the clock; %d hours a month would save up to %s kg; most: %s", [
		figures.plural(count(addresses), "machine"),
		figures.kg(kilograms),
		input.params.office_hours_month,
		figures.kg(kilograms * idle),
		figures.words(array.slice(addresses, 0, 3), "and"),
	]),
	"related": array.slice(addresses, 1, count(addresses)),
	"facts": {"saving_kg": kilograms * idle},
} if {
	sum([group.carbon_kg | some group in restless]) * idle >= input.params.min_saving_kg
	count(restless) > 0
	not schedule.scheduled(input.counts)
}

idle := schedule.idle(input.params.office_hours_month)

# Groups of machines outside production that nobody switches off.
restless := [group |
	some group in input.groups
	group.env == "nonprod"
	schedule.stoppable[group.type]
	not input.params.scheduler_tag in group.tag_keys
	not input.params.scheduler_tag in group.tags_hidden
	group.carbon_kg > 0
]

kilograms := sum([group.carbon_kg | some group in restless])

# Those of the group that emits most first.
addresses := [address |
	some [_, i] in array.reverse(sort([[group.operational_kg, 0 - i] | some i, group in restless]))
	some address in restless[0 - i].emitters
]
