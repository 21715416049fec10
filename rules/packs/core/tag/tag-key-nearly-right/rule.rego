# METADATA
# title: Tag key nearly right
# description: |
#   A key that differs from an asked-for one only in case, in a separator or by
#   a slip of the hand. Cost tools take keys literally: the resource counts as
#   untagged. Nothing is said where the right key, or an accepted alias, is
#   there as well.
#   The keys of the plan are compared once, not those of each resource.
# related_resources:
# - ref: https://focus.finops.org/focus-specification/
# custom:
#   code: TAG-003
#   severity: low
#   scope: plan
#   remediation: Rename the key, or accept the spelling in aliases of tag/missing-cost-tags.
#   params:
#     type: object
#     properties:
#       max_distance: {type: integer, default: 2, minimum: 0, maximum: 2, description: 'Letters added, left out or replaced. At most one in keys of four or five letters, none in shorter ones.'}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   since: 0.1.0
#   idea: FOCUS takes tag keys literally
package iaclint.tag.tag_key_nearly_right

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains object.union(verdict(resource), {
	"address": resource.address,
	"path": tagging.attribute(resource.type),
	"key": written,
	"message": sprintf("tag key %q is not %q: cost tools take them for two keys", [written, key]),
	"facts": {"written": written, "meant": key},
}) if {
	some [written, key] in near
	some resource in carriers(written, key)
	object.get(resource.tags_from, written, "resource") == "resource"
}

# Tags of the provider's defaults are said once.
findings contains {
	"address": addresses[0],
	"key": written,
	"message": sprintf("tag key %q, which the provider's defaults set on %s, is not %q: cost tools take them for two keys", [
		written,
		figures.plural(count(addresses), "resource"),
		key,
	]),
	"related": array.slice(addresses, 1, count(addresses)),
	"facts": {"written": written, "meant": key},
} if {
	some [written, key] in near
	addresses := sort({resource.address |
		some resource in carriers(written, key)
		resource.tags_from[written] == "provider"
	})
	count(addresses) > 0
}

# Pairs of a key as somebody wrote it and the one it may be meant for.
near contains [written, key] if {
	some written in keys
	some [key, spellings] in tagging.wanted(input.params, "", "")
	not written in spellings
	some spelling in {plain(spelling) | some spelling in spellings}
	alike(plain(written), spelling)
}

# Every key somebody wrote; what takes no tags has none.
keys := {written |
	some resource in input.resources
	resource.taggable
	some written, _ in resource.tags
}

# What carries the one and lacks the other.
carriers(written, key) := [resource |
	some resource in input.resources
	resource.tags[written]
	resource.taggable
	key in tagging.lacking(
		input.params,
		resource.type,
		resource.env,
		object.keys(resource.tags),
		object.get(resource, "tags_hidden", []),
	)
]

# The right key may be among the tags that are not known.
verdict(resource) := {"verdict": "unknown"} if resource.tags_complete == false

verdict(resource) := {} if resource.tags_complete == true

# plain is a key without case and separators.
plain(key) := lower(regex.replace(key, `[\s_.:/-]+`, ""))

alike(a, b) if a == b

alike(a, b) if {
	reach(b) >= 1
	one_off(a, b)
}

# Two slips: the first one, at the first difference, is a letter replaced,
# added or left out; the rest is at most one more away.
alike(a, b) if {
	reach(b) >= 2
	abs(count(a) - count(b)) <= 2
	same := common(a, b)
	some [da, db] in {[1, 1], [1, 0], [0, 1]}
	one_off(substring(a, same + da, -1), substring(b, same + db, -1))
}

# reach is how far off a key may be: short words have too many neighbours.
reach(key) := min({input.params.max_distance, 2}) if count(key) > 5

reach(key) := min({input.params.max_distance, 1}) if {
	count(key) > 3
	count(key) <= 5
}

reach(key) := 0 if count(key) <= 3

one_off(a, b) if a == b

one_off(a, b) if {
	abs(count(a) - count(b)) <= 1
	same := common(a, b)
	some [da, db] in {[1, 1], [1, 0], [0, 1]}
	substring(a, same + da, -1) == substring(b, same + db, -1)
}

# common is the length of the longest beginning two words share.
common(a, b) := max({n |
	some n in numbers.range(0, min({count(a), count(b)}))
	substring(a, 0, n) == substring(b, 0, n)
})
