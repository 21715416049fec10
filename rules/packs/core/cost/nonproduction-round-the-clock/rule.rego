# METADATA
# title: Non-production runs round the clock
# description: |
#   Machines and databases of a test environment run 730 hours a month, while
#   somebody looks at them for some 220. Said once, when the plan has neither a
#   schedule nor a tag that a scheduler goes by. The saving is an upper bound:
#   disks are paid for while a machine is off.
# related_resources:
# - ref: https://docs.aws.amazon.com/solutions/latest/instance-scheduler-on-aws/solution-overview.html
# - ref: https://cloud.google.com/compute/docs/instances/schedule-instance-start-stop
# custom:
#   code: COST-701
#   severity: high
#   scope: plan
#   remediation: Switch off nights and weekends, by a schedule in the plan or by the tag your scheduler goes by.
#   params:
#     type: object
#     properties:
#       office_hours_month: {type: number, default: 220, minimum: 0, maximum: 730, description: Hours a month somebody works with it.}
#       scheduler_tag: {type: string, default: schedule, description: Tag an outside scheduler goes by.}
#       min_saving_usd: {type: number, default: 50, minimum: 0, description: USD a month from which on it is said.}
#   saving: bounded
#   since: 0.1.0
#   idea: AWS Well-Architected COST09; usually the biggest line of a report
#   when_not: >-
#     People on several continents work with it, or tests run through the night.
package iaclint.cost.nonproduction_round_the_clock

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan
import data.iaclint.lib.schedule

findings contains {
	"address": addresses[0],
	"message": sprintf("%s of non-production cost %s a month round the clock; %d hours a month would save up to %s%s", [
		figures.plural(sum([group.billed_count | some group in restless]), "machine"),
		lib.money(dollars),
		input.params.office_hours_month,
		lib.money(dollars * idle),
		carbon,
	]),
	"related": array.slice(addresses, 1, count(addresses)),
	"facts": {"saving_usd": dollars * idle, "saving_kg": kilograms * idle},
} if {
	sum([group.monthly | some group in restless]) * idle >= input.params.min_saving_usd
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
	group.monthly > 0
]

addresses := plan.dearest(restless)

dollars := plan.dollars(restless)

kilograms := round(sum([group.billed_kg | some group in restless]) * 100000000) / 100000000

carbon := sprintf(" and %s kg CO2e", [figures.kg(kilograms * idle)]) if kilograms > 0

carbon := "" if kilograms == 0
