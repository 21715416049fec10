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
#       thresholds:
#         type: object
#         default: {}
#         description: 'USD a month from which a resource of a grade is named: {"3": 100}. A grade without one is named whatever it costs.'
#         additionalProperties: false
#         patternProperties: {'^[1-4]$': {type: number, minimum: 0}}
#       allow:
#         type: array
#         default: []
#         description: 'What is a settled choice: globs of types or addresses, best with the reason: {match: aws_dynamodb_table, reason: decided in ADR 12}.'
#         items:
#           type: [string, object]
#           properties: {match: {type: string, minLength: 1}, reason: {type: string, minLength: 1}}
#           required: [match, reason]
#           additionalProperties: false
#       overrides: {type: object, default: {}, description: 'Grade per type: {aws_lambda_function: 2}.', additionalProperties: {type: integer, minimum: 0, maximum: 4}}
#   since: 0.1.0
#   idea: exit plans that outsourcing rules ask for
package iaclint.lock_in.lock_in_above_threshold

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains finding(input.resource.type, input.resource.lock_in, input.resource.lock_in.grade, lib.a_month) if {
	input.resource.lock_in.grade >= input.params.report_from_grade
	not input.resource.lock_in.at_most
	not input.params.overrides[input.resource.type]
	not settled
	not inherent
	not light(input.resource.lock_in.grade)
	not open_cost(input.resource.lock_in.grade)
}

# What a resource costs decides, and nobody knows it.
findings contains object.union(finding(input.resource.type, input.resource.lock_in, input.resource.lock_in.grade, lib.a_month), {"verdict": "unknown"}) if {
	input.params.thresholds[_] # most have none: then nothing further is looked at
	input.resource.lock_in.grade >= input.params.report_from_grade
	not input.resource.lock_in.at_most
	not input.params.overrides[input.resource.type]
	not settled
	not inherent
	open_cost(input.resource.lock_in.grade)
}

# The highest it can be: what decides (a function's package, a database's API)
# is not known, so that nobody may fail on it.
findings contains object.union(finding(input.resource.type, input.resource.lock_in, input.resource.lock_in.grade, lib.a_month), {"verdict": "unknown"}) if {
	input.resource.lock_in.at_most == true
	input.resource.lock_in.grade >= input.params.report_from_grade
	not input.params.overrides[input.resource.type]
	not settled
	not inherent
	not light(input.resource.lock_in.grade)
}

# The grade the team gave the type.
findings contains finding(input.resource.type, input.resource.lock_in, grade, lib.a_month) if {
	input.params.overrides[_] # most have none: then nothing further is looked at
	grade := input.params.overrides[input.resource.type]
	input.resource.lock_in.grade
	grade >= input.params.report_from_grade
	not settled
	not inherent
	not light(grade)
	not open_cost(grade)
}

findings contains object.union(finding(input.resource.type, input.resource.lock_in, grade, lib.a_month), {"verdict": "unknown"}) if {
	input.params.overrides[_]
	grade := input.params.overrides[input.resource.type]
	input.resource.lock_in.grade
	grade >= input.params.report_from_grade
	not settled
	not inherent
	open_cost(grade)
}

# Below the money from which its grade is named.
light(grade) if {
	input.resource.cost.monthly < input.params.thresholds[sprintf("%d", [grade])]
	is_number(input.resource.cost.monthly) # null is below every number
}

open_cost(grade) if {
	input.params.thresholds[sprintf("%d", [grade])] > 0
	not priced
}

priced if is_number(input.resource.cost.monthly)

inherent if {
	input.params.skip_inherent
	input.resource.lock_in.inherent
}

settled if {
	some item in input.params.allow
	pattern := glob_of(item)
	some name in {input.resource.type, input.resource.address}
	glob.match(pattern, [], name)
}

glob_of(item) := item if is_string(item)

glob_of(item) := item.match if is_object(item)

# What is said of a service hangs on the table alone, so a fleet of them is
# worded once.
finding(type, service, grade, a_month) := {
	"message": sprintf("%s is grade %d of 4%s%s", [name(service, type), grade, a_month, ending(service)]),
	"rests_on": [],
	"facts": {
		"grade": grade,
		"alternatives": object.get(service, "alternatives", []),
		"effort": object.get(service, "effort", ""),
	},
}

name(service, type) := type if service.service == ""

name(service, _) := service.service if service.service != ""

ending(service) := concat("", [reason(service), way_out(object.get(service, "alternatives", []), object.get(service, "effort", ""))])

reason(service) := sprintf(": %s", [service.why]) if {
	service.why != ""
} else := ""

way_out(alternatives, effort) := sprintf("; instead %s%s", [figures.words(alternatives, "or"), weight(effort)]) if {
	count(alternatives) > 0
} else := ""

weight(effort) := "" if effort == ""

weight(effort) := sprintf(" (effort %s)", [effort]) if effort != ""
