# METADATA
# title: Tags of a group do not reach its machines
# description: |
#   An Auto Scaling group hands a tag to the instances it starts only where
#   propagate_at_launch says so; the provider's default_tags never reach them.
#   Nothing is said of a key that the launch template puts on its instances.
# related_resources:
# - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html
# custom:
#   code: TAG-005
#   severity: medium
#   types: [aws_autoscaling_group]
#   remediation: Set propagate_at_launch = true on these tags, or tag instances in the launch template's tag_specifications.
#   params:
#     type: object
#     properties:
#       all_keys: {type: boolean, default: false, description: 'Judge every tag, not only the asked-for keys.'}
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   since: 0.1.0
#   idea: tags of a group stop at the group unless told otherwise
package iaclint.tag.group_tags_not_propagated

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains {
	"path": "tag.propagate_at_launch",
	"message": sprintf("%s not handed to the instances it starts", [subject]),
	"stake": tagging.unplaced,
	"rests_on": ["tag.key", "tag.propagate_at_launch"],
	"facts": {"keys": sort(kept)},
} if {
	count(kept) > 0
	subject := subjects(sort(kept))
}

subjects(keys) := sprintf("tag %s is", [keys[0]]) if count(keys) == 1

subjects(keys) := sprintf("tags %s are", [figures.words(keys, "and")]) if count(keys) > 1

# The keys that stop at the group.
kept contains key if {
	some i
	key := input.resource.values.tag[i].key
	input.resource.values.tag[i].propagate_at_launch == false
	asked(key)
	not by_template(key)
}

asked(_) if input.params.all_keys

asked(key) if {
	some [_, spellings] in tagging.wanted(input.params, "aws_autoscaling_group", input.resource.env)
	key in spellings
}

by_template(key) if {
	some i, j
	input.resource.refs.launch_template[i].values.tag_specifications[j].resource_type == "instance"
	input.resource.refs.launch_template[i].values.tag_specifications[j].tags[key]
}
