# METADATA
# title: Tag key nearly right
# description: |
#   A key that differs from an asked-for one only in case, in a separator or by
#   a slip of the hand. Cost tools take keys literally: the resource counts as
#   untagged. Nothing is said where the right key, or an accepted alias, is
#   there as well.
# related_resources:
# - ref: https://focus.finops.org/focus-specification/
# custom:
#   code: TAG-003
#   severity: low
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

import data.iaclint.lib.tagging

findings contains object.union(verdict, {
	"path": tagging.attribute(input.resource.type),
	"key": written,
	"message": sprintf("tag key %q is not %q%s: cost tools take them for two keys", [written, key, hint]),
	"rests_on": [],
	"facts": {"written": written, "meant": key},
}) if {
	input.resource.taggable
	some key in tagging.missing(tagging.subject, input.params)
	some written in tagging.keys(tagging.subject)
	some spelling in tagging.spellings(key, input.params)
	alike(plain(written), plain(spelling))
	hint := origin(written)
}

# The right key may be among the tags that are not known.
default verdict := {"verdict": "unknown"}

verdict := {} if input.resource.tags_complete

origin(written) := " (set by the provider's defaults)" if input.resource.tags_from[written] == "provider"

origin(written) := "" if not input.resource.tags_from[written] == "provider"

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
