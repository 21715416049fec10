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

findings contains object.union(verdict(group), {
	"address": address,
	"path": tagging.attribute(group.type),
	"key": written,
	"message": sprintf("tag key %q is not %q: cost tools take them for two keys", [written, key]),
	"facts": {"written": written, "meant": key},
}) if {
	some [written, key] in near
	some group in carriers(written, key)
	object.get(group.tags_from, written, "resource") == "resource"
	some address in group.addresses
}

# Tags of the provider's defaults are said once.
findings contains object.union(verdict_of(those), {
	"address": addresses[0],
	"key": written,
	"message": sprintf("tag key %q, which the provider's defaults set on %s, is not %q: cost tools take them for two keys", [
		written,
		figures.plural(count(addresses), "resource"),
		key,
	]),
	"related": array.slice(addresses, 1, count(addresses)),
	"facts": {"written": written, "meant": key},
}) if {
	some [written, key] in near
	those := [group | some group in carriers(written, key); group.tags_from[written] == "provider"]
	addresses := sort({address | some address in those[_].addresses})
	count(addresses) > 0
}

# Pairs of a key as somebody wrote it and the one it may be meant for. Two words
# some slips apart are as good as of one length, share a piece, and have but so
# many letters that the other has not.
near contains [written, key] if {
	some written in keys
	bare := plain(written)
	size := count(bare)
	letters := {letter | some letter in split(bare, "")}
	some [key, word, sizes, most, pieces, its] in words
	size in sizes
	strings.replace_n(pieces, bare) != bare
	count(letters - its) <= most
	slipped(bare, word, most)
	not written in spellings[key]
}

# Every key somebody wrote; what takes no tags has none. None of our spellings
# is nearly another.
keys := union({group.tag_keys | some group in input.groups}) - accepted

default accepted := set()

accepted := union({of | some [_, of] in tagging.common}) if tagging.unset(input.params)

# What is asked for, with its spellings.
spellings := {key: of | some [key, of] in tagging.wanted(input.params, "", "")}

# The spellings, bare, and what a key has that is meant for one: its length, how
# far off it may be, pieces (one of which it has), letters.
words := common if {
	tagging.unset(input.params)
	input.params.max_distance == 2
} else := of(spellings)

of(asked) := {[key, word, numbers.range(size - most, size + most), most, pieces(word, most), {letter | some letter in split(word, "")}] |
	some key, written in asked
	some word in split(plain(concat("\n", written)), "\n")
	size := count(word)
	most := reach(size)
}

# Those of the keys asked for by default, made once.
common := {
	["environment", "env", [3], 0, {"env": ""}, {"e", "n", "v"}],
	["environment", "environment", [9, 10, 11, 12, 13], 2, {"env": "", "iro": "", "nment": ""}, {"e", "i", "m", "n", "o", "r", "t", "v"}],
	["environment", "stage", [4, 5, 6], 1, {"age": "", "st": ""}, {"a", "e", "g", "s", "t"}],
	["owner", "owner", [4, 5, 6], 1, {"ner": "", "ow": ""}, {"e", "n", "o", "r", "w"}],
	["owner", "ownedby", [5, 6, 7, 8, 9], 2, {"dby": "", "ne": "", "ow": ""}, {"b", "d", "e", "n", "o", "w", "y"}],
	["owner", "squad", [4, 5, 6], 1, {"sq": "", "uad": ""}, {"a", "d", "q", "s", "u"}],
	["owner", "team", [3, 4, 5], 1, {"am": "", "te": ""}, {"a", "e", "m", "t"}],
	["cost-center", "costcenter", [8, 9, 10, 11, 12], 2, {"cos": "", "nter": "", "tce": ""}, {"c", "e", "n", "o", "r", "s", "t"}],
	["cost-center", "costcentre", [8, 9, 10, 11, 12], 2, {"cos": "", "ntre": "", "tce": ""}, {"c", "e", "n", "o", "r", "s", "t"}],
}

# What carries the one and lacks the other.
carriers(written, key) := [group |
	some group in input.groups
	written in group.tag_keys
	group.taggable
	key in tagging.lacking(input.params, group.type, group.env, group.tag_keys, group.tags_hidden)
]

# The right key may be among the tags that are not known.
verdict(group) := {"verdict": "unknown"} if group.tags_complete == false

verdict(group) := {} if group.tags_complete == true

# One that surely lacks the right key is enough.
verdict_of(groups) := {} if {
	some group in groups
	group.tags_complete == true
} else := {"verdict": "unknown"}

# plain is a key without case and separators.
plain(key) := lower(strings.replace_n({" ": "", "_": "", ".": "", ":": "", "/": "", "-": "", "\t": "", "\f": "", "\r": ""}, key))

# Of three pieces of a word two slips leave one as it is, and one slip one of two.
pieces(word, 2) := {substring(word, 0, part): "", substring(word, part, part): "", substring(word, 2 * part, -1): ""} if {
	part := floor(count(word) / 3)
}

pieces(word, 1) := {substring(word, 0, part): "", substring(word, part, -1): ""} if part := floor(count(word) / 2)

pieces(word, 0) := {word: ""}

slipped(a, a, _)

slipped(a, b, most) if {
	most >= 1
	one_off(a, b)
}

# Two slips: the first one, at the first difference, is a letter replaced,
# added or left out; the rest is at most one more away.
slipped(a, b, most) if {
	most >= 2
	same := shared(a, b)
	some [da, db] in {[1, 1], [1, 0], [0, 1]}
	one_off(substring(a, same + da, -1), substring(b, same + db, -1))
}

# reach is how far off a key may be: short words have too many neighbours.
reach(size) := min({input.params.max_distance, 2}) if {
	size > 5
} else := min({input.params.max_distance, 1}) if {
	size > 3
} else := 0

one_off(a, b) if a == b

one_off(a, b) if {
	abs(count(a) - count(b)) <= 1
	same := shared(a, b)
	some [da, db] in {[1, 1], [1, 0], [0, 1]}
	substring(a, same + da, -1) == substring(b, same + db, -1)
}

# shared is the length of the longest beginning two words share.
shared(a, b) := min({n |
	letters := array.concat(split(b, ""), ["end of b"])
	some n, letter in array.concat(split(a, ""), ["end of a"])
	letter != letters[n]
})
