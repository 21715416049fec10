# METADATA
# title: Short-lived environment without an expiry
# description: |
#   A preview is made for a pull request and forgotten with it. A tag that says
#   when it may go lets a job take it away; without one somebody has to
#   remember. Told once for a plan whose workspace or path looks like a
#   preview, and of anything that is there beyond its date.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/decommission-resources.html
# custom:
#   code: COST-703
#   severity: medium
#   scope: plan
#   saving: advisory
#   remediation: Give it a tag with a date, as 2026-12-31, and a job that destroys what is past it.
#   params:
#     type: object
#     properties:
#       expiry_keys: {type: array, default: [expires, expires-at, expires_at, expiry, expiration, ttl], description: Tag keys that say when something may go., items: {type: string}}
#       max_days: {type: integer, default: 30, minimum: 1, description: Days from now in which a preview should end.}
#       patterns: {type: array, default: ['pr-*', 'preview-*', '*-preview', 'ephemeral-*', 'tmp-*'], description: Globs of workspaces and folders that are short-lived., items: {type: string}}
#   since: 0.1.0
#   idea: AWS Well-Architected COST04
package iaclint.cost.preview_without_expiry

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan

findings contains {
	"address": plan.dearest(endless)[0],
	"key": "missing",
	"message": sprintf("%s of %s cost %s a month, and nothing says when they may go", [
		figures.plural(billed(endless), "resource"),
		short_lived,
		lib.money(plan.dollars(endless)),
	]),
	"related": array.slice(plan.dearest(endless), 1, 20),
} if {
	short_lived
	count(endless) > 0
}

# The key may be among the tags that are not known.
findings contains {
	"verdict": "unknown",
	"address": plan.dearest(hidden)[0],
	"key": "hidden",
	"message": sprintf("cannot tell whether %s of %s may go some day: not all of their tags are known", [
		figures.plural(billed(hidden), "resource"),
		short_lived,
	]),
	"related": array.slice(plan.dearest(hidden), 1, 20),
} if {
	short_lived
	count(hidden) > 0
}

# What makes it one: the workspace, or a folder of its path.
short_lived := sprintf("workspace %s", [input.context.workspace]) if {
	matches(input.context.workspace)
} else := sprintf("folder %s", [folder]) if {
	folder := [step | some step in split(input.project, "/"); matches(step)][0]
}

matches(name) if {
	some pattern in input.params.patterns
	glob.match(pattern, null, name)
}

untold := [group |
	some group in input.groups
	group.monthly > 0
	group.taggable
	count(keys & {key | some key in group.tag_keys}) == 0
	count(keys & {key | some key in group.tags_hidden}) == 0
]

keys := {key | some key in input.params.expiry_keys}

endless := [group | some group in untold; group.tags_complete]

hidden := [group | some group in untold; not group.tags_complete]

billed(groups) := sum([group.billed_count | some group in groups])

findings contains {
	"address": past.addresses[0],
	"key": sprintf("%s=%s", [key, value]),
	"message": sprintf("%s = %s is past: %s still cost %s a month", [
		key, value,
		figures.plural(past.count, "resource"),
		lib.money(past.monthly),
	]),
	"related": array.slice(past.addresses, 1, count(past.addresses)),
} if {
	some key in input.params.expiry_keys
	some value, past in input.by_tag[key]
	past.monthly > 0
	days_to(value) < 0
}

findings contains {
	"address": far.addresses[0],
	"key": sprintf("%s=%s", [key, value]),
	"message": sprintf("%s = %s is %d days away; a preview should end within %d", [key, value, days_to(value), input.params.max_days]),
	"related": array.slice(far.addresses, 1, count(far.addresses)),
} if {
	short_lived
	some key in input.params.expiry_keys
	some value, far in input.by_tag[key]
	far.monthly > 0
	days_to(value) > input.params.max_days
}

# Dates as 2026-12-31, or with a time behind; other forms say nothing to us.
days_to(text) := round((date(text) - date(input.context.as_of)) / (((24 * 60) * 60) * 1000000000)) if {
	regex.match(`^[0-9]{4}-[0-9]{2}-[0-9]{2}`, text)
}

date(text) := time.parse_ns("2006-01-02", substring(text, 0, 10))
