# METADATA
# title: Launch template leaves its machines untagged
# description: |
#   Tags of a launch template stay with the template. What it starts, and the
#   volumes of that, carry only what tag_specifications gives them (and, for
#   instances of an Auto Scaling group, the tags that group hands on).
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-launch-template.html
# custom:
#   code: TAG-008
#   severity: medium
#   types: [aws_launch_template]
#   remediation: Add a tag_specifications block with the cost tags for each of these kinds.
#   params:
#     type: object
#     properties:
#       resource_types:
#         type: array
#         default: [instance, volume]
#         description: 'Kinds that are to be tagged: instance, volume, network-interface, spot-instances-request.'
#         items: {type: string}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   since: 0.1.0
#   idea: volumes are billed by themselves
package iaclint.tag.launch_template_leaves_children_untagged

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains {
	"path": "tag_specifications",
	"message": sprintf("what it starts is not tagged: %s", [figures.words(sort(faults), "and")]),
	"facts": {"kinds": sort({kind | some kind, _ in wanting})},
	"rests_on": array.concat(["tag_specifications.resource_type", "tag_specifications.tags"], [path | path := "referenced_by"; wanting.instance]),
} if {
	count(faults) > 0
}

faults := {sprintf("%ss lack %s", [kind, figures.words(missing, "and")]) | some kind, missing in wanting}

# The asked-for keys each kind does not get.
wanting[kind] := missing if {
	some kind in input.params.resource_types
	not handed_on(kind)
	missing := tagging.missing(tagging.wanted(input.params, "aws_instance", input.resource.env), given(kind))
	count(missing) > 0
}

given(kind) := {key |
	some i
	input.resource.values.tag_specifications[i].resource_type == kind
	some key, _ in input.resource.values.tag_specifications[i].tags
}

# Instances of a group get the group's tags; tag/group-tags-not-propagated judges those.
handed_on("instance") if {
	some user in input.resource.referenced_by
	user.type == "aws_autoscaling_group"
}
