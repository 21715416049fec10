# METADATA
# title: Service at or above the lock-in threshold
# description: |
#   Lock-in is no defect but a price paid later. This names the services whose
#   grade (0 open to 4 proprietary with no drop-in) reaches the threshold, why,
#   the ways out and the effort, with the money that rests on them. The grades
#   are a table; a team may regrade a type or allow it. Identity and networks,
#   which nobody chooses one by one, are left out.
# related_resources:
# - ref: https://digital-strategy.ec.europa.eu/en/policies/data-act
# custom:
#   code: LOCK-001
#   severity: low
#   remediation: Take the portable alternative, keep the service behind an interface of your own, or record the choice in allow.
#   params:
#     type: object
#     properties:
#       report_from_grade: {type: integer, default: 3, minimum: 1, maximum: 4, description: Grade from which on a service is named.}
#       skip_inherent: {type: boolean, default: true, description: Leave out identity and networks.}
#       allow: {type: array, default: [], description: 'Globs of types or addresses that are a settled choice.', items: {type: string}}
#       overrides: {type: object, default: {}, description: 'Grade per type: {aws_lambda_function: 2}.', additionalProperties: {type: integer, minimum: 0, maximum: 4}}
#   since: 0.1.0
#   idea: exit plans that outsourcing rules ask for
package iaclint.lock_in.lock_in_above_threshold

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"message": sprintf("%s is grade %d of 4%s%s%s", [service, grade, lib.a_month, reason, way_out]),
	"rests_on": [],
	"facts": {"grade": grade, "alternatives": alternatives, "effort": effort},
} if {
	grade >= input.params.report_from_grade
	not settled
	not inherent
}

grade := object.get(input.params.overrides, input.resource.type, input.resource.lock_in.grade)

service := input.resource.lock_in.service if input.resource.lock_in.service != ""

service := input.resource.type if input.resource.lock_in.service == ""

inherent if {
	input.params.skip_inherent
	input.resource.lock_in.inherent
}

settled if {
	some pattern in input.params.allow
	some name in {input.resource.type, input.resource.address}
	glob.match(pattern, [], name)
}

default alternatives := []

alternatives := [each | some each in input.resource.lock_in.alternatives]

default effort := ""

effort := input.resource.lock_in.effort

default reason := ""

reason := sprintf(": %s", [input.resource.lock_in.why]) if input.resource.lock_in.why != ""

default way_out := ""

way_out := sprintf("; instead %s%s", [figures.words(alternatives, "or"), weight]) if count(alternatives) > 0

default weight := ""

weight := sprintf(" (effort %s)", [effort]) if effort != ""
