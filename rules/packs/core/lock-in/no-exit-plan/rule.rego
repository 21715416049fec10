# METADATA
# title: No recorded exit plan
# description: |
#   Banks and insurers in Europe have to be able to say how they would leave a
#   provider; anybody else does well to. A tag on the resource that says where
#   that is written down is enough. Nothing is said until the tag has a name;
#   what takes no tags can be listed in plans.
# related_resources:
# - ref: https://eur-lex.europa.eu/eli/reg/2022/2554/oj
# - ref: https://www.eba.europa.eu/activities/single-rulebook/regulatory-activities/internal-governance/guidelines-outsourcing-arrangements
# custom:
#   code: LOCK-017
#   severity: low
#   env: prod
#   remediation: Write down how the service would be left, by whom and how long it takes, and link it in the tag.
#   only_with: [key]
#   params:
#     type: object
#     properties:
#       key: {type: string, description: 'Tag that links the exit plan, such as exit-plan. No default.'}
#       min_grade: {type: integer, default: 3, minimum: 0, maximum: 4, description: Lock-in grade from which on a plan is asked for.}
#       plans: {type: object, default: {}, description: 'Globs of addresses, and where their plan is: {module.orders.*: wiki/exit/orders}.', additionalProperties: {type: string}}
#   saving: advisory
#   since: 0.1.0
#   idea: DORA asks financial firms for exit strategies
#   when_not: >-
#     The data can be made anew from elsewhere, so that there is nothing to take along.
package iaclint.lock_in.no_exit_plan

import data.iaclint.lib

findings contains object.union(verdict, {
	"message": sprintf("%s is grade %d of 4, and no %s tag says how it would be left%s", [
		service,
		input.resource.lock_in.grade,
		input.params.key,
		lib.a_month,
	]),
	"rests_on": [],
	"facts": {"grade": input.resource.lock_in.grade},
}) if {
	input.resource.lock_in.grade >= input.params.min_grade
	input.resource.lock_in.inherent == false
	input.resource.class != "free"
	not input.resource.tags[input.params.key]
	not input.params.key in input.resource.tags_hidden
	not recorded
}

service := object.get(input.resource.lock_in, "service", input.resource.type)

# The tag may be among those that cannot be seen yet, and the grade lower.
default verdict := {}

verdict := {"verdict": "unknown"} if open

open if input.resource.tags_complete == false

open if input.resource.lock_in.at_most

recorded if {
	some pattern, _ in input.params.plans
	glob.match(pattern, [], input.resource.address)
}
