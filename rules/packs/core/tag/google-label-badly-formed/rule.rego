# METADATA
# title: Google label badly formed
# description: |
#   Google Cloud takes label keys and values of lower-case letters, digits,
#   underscores and dashes, at most 63 characters, keys beginning with a letter;
#   anything else is refused at apply, after the plan looked fine. The usual
#   cause is one map of tags shared between clouds.
# related_resources:
# - ref: https://cloud.google.com/compute/docs/labeling-resources#requirements
# custom:
#   code: TAG-011
#   severity: medium
#   types: [google_*]
#   remediation: Write lower-case letters, digits, _ and -, at most 63 characters; lower() and replace() do it for a shared map.
#   since: 0.1.0
#   idea: label model of the google provider since 5.0
package iaclint.tag.google_label_badly_formed

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains {
	"path": tagging.attribute(input.resource.type),
	"message": sprintf("Google refuses %s", [figures.words(labels, "and")]),
	"rests_on": [],
	"facts": {"labels": labels},
} if {
	input.resource.taggable
	count(faults) > 0
	labels := sort(faults)
}

findings contains {
	"path": tagging.attribute(input.resource.type),
	"key": "count",
	"rests_on": [],
	"message": sprintf("%d labels; Google takes 64", [count(input.resource.tags)]),
} if {
	input.resource.taggable
	count(input.resource.tags) > 64
}

findings contains {
	"verdict": "unknown",
	"path": tagging.attribute(input.resource.type),
	"rests_on": [],
	"message": sprintf("cannot tell whether the %s well formed", [hidden]),
} if {
	input.resource.taggable
	count(faults) == 0
	hidden := unseen
}

unseen := "labels are all" if not input.resource.tags_complete

unseen := sprintf("value of %s is", [figures.words(input.resource.tags_hidden, "and")]) if {
	input.resource.tags_complete
	count(input.resource.tags_hidden) > 0
}

faults := (wrong_keys(object.keys(input.resource.tags)) | wrong_keys(input.resource.tags_hidden)) | wrong_values

# Resources share their keys: what is wrong with a set of them is found once.
wrong_keys(keys) := {sprintf("the key %q", [key]) | some key in keys; not well_formed(key)}

# The length is counted apart: sixty copies of a class take long to compile.
well_formed(key) if {
	count(key) <= 63
	regex.match(`^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]*$`, key)
}

wrong_values contains sprintf("the value %q of %s", [value, key]) if {
	not all_well_valued
	some key, value in input.resource.tags
	not well_valued(value)
}

# Mostly they are good even all together.
all_well_valued if well_valued(concat("", [value | some value in input.resource.tags]))

well_valued(value) if {
	count(value) <= 63
	regex.match(`^[\p{Ll}\p{Lo}\p{N}_-]*$`, value)
}
