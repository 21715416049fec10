# METADATA
# title: Value of a cost tag not allowed
# description: |
#   A tag that says TODO allocates nothing, and prod, Prod and production are
#   three lines of the bill. Values of the asked-for keys may not be a
#   placeholder; other limits are configured per key, as a list of globs or as
#   a pattern. A value that is known only after apply is unknown.
# related_resources:
# - ref: https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html
# custom:
#   code: TAG-002
#   severity: medium
#   skip_free: true
#   remediation: Write one of the allowed values.
#   params:
#     type: object
#     properties:
#       allowed:
#         type: object
#         default: {}
#         description: 'Allowed values per key, globs allowed: {environment: [prod, dev, "pr-*"]}.'
#         additionalProperties: {type: array, items: {type: string}}
#       patterns:
#         type: object
#         default: {}
#         description: 'Regular expression per key: {cost-center: "^[0-9]{4}$"}.'
#         additionalProperties: {type: string}
#       placeholders:
#         type: array
#         default: ["", "-", "?", "CHANGEME", "FIXME", "N/A", "NONE", "None", "TBD", "TODO", "Unknown", "XXX", "change-me", "changeme", "fixme", "n/a", "none", "null", "tbd", "todo", "unknown", "xxx"]
#         description: Values that stand for none, literally.
#         items: {type: string}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   since: 0.1.0
#   idea: FinOps practice
package iaclint.tag.tag_value_not_allowed

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains {
	"path": tagging.attribute(input.resource.type),
	"key": written,
	"message": sprintf("%s = %q is a placeholder", [written, value]),
	"stake": tagging.unplaced,
	"rests_on": [],
	"facts": {"key": written, "value": value},
} if {
	input.resource.taggable == true
	some written, value in input.resource.tags
	value in input.params.placeholders
	not input.resource.cost.status == "free"
	some [_, spellings] in tagging.wanted(input.params, "", input.resource.env)
	written in spellings
}

# Where nothing is set, nothing is looked at.
findings contains finding if {
	restricted
	input.resource.taggable == true
	not input.resource.cost.status == "free"
	some finding in breaches
}

restricted if input.params.allowed[_]

restricted if input.params.patterns[_]

breaches contains {
	"path": tagging.attribute(input.resource.type),
	"key": written,
	"message": sprintf("%s = %q %s", [written, value, fault]),
	"stake": tagging.unplaced,
	"rests_on": [],
	"facts": {"key": written, "value": value},
} if {
	some key in limited
	some written in tagging.spellings(key, input.params)
	value := input.resource.tags[written]
	not placeholders[value]
	fault := faults(value, object.get(input.params.allowed, key, []), object.get(input.params.patterns, key, ""))
}

breaches contains {
	"verdict": "unknown",
	"path": tagging.attribute(input.resource.type),
	"key": written,
	"rests_on": [],
	"message": sprintf("cannot tell whether the value of %s is allowed: it is not known", [written]),
} if {
	some key in limited
	some written in input.resource.tags_hidden
	written in tagging.spellings(key, input.params)
}

# What is not there may be among the tags that are not known.
breaches contains {
	"verdict": "unknown",
	"path": tagging.attribute(input.resource.type),
	"key": key,
	"rests_on": [],
	"message": sprintf("cannot tell whether the value of %s is allowed: part of the tags is not known", [key]),
} if {
	some key in limited
	not input.resource.tags_complete
	count(tagging.spellings(key, input.params) & tagging.held(input.resource.tags, input.resource.tags_hidden, false)) == 0
}

placeholders := {value | some value in input.params.placeholders}

limited := object.keys(input.params.allowed) | object.keys(input.params.patterns)

faults(value, allowed, _) := sprintf("is none of %s", [figures.words(allowed, "and")]) if {
	count(allowed) > 0
	not among(value, allowed)
}

faults(value, allowed, pattern) := sprintf("does not match %s", [pattern]) if {
	pattern != ""
	count(allowed) == 0
	not regex.match(pattern, value)
}

among(value, globs) if {
	some pattern in globs
	glob.match(pattern, [], value)
}
