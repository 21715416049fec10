# METADATA
# title: Volumes of an instance untagged
# description: |
#   Disks are lines of the bill of their own, and an instance's tags do not
#   reach them: volume_tags does, or tags on each block device. Said of asked-for
#   keys that the instance itself carries and its disks do not. Keys from the
#   provider's default_tags reach disks since version 5.39 and are not counted.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html
# - ref: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#volume_tags
# custom:
#   code: TAG-007
#   severity: low
#   types: [aws_instance]
#   remediation: Set volume_tags, or tags on root_block_device and each ebs_block_device, but not both.
#   params:
#     type: object
#     properties:
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   saving: exact
#   since: 0.1.0
#   idea: volumes are billed by themselves
package iaclint.tag.volumes_of_instance_untagged

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains {
	"path": "root_block_device",
	"message": sprintf("its disks carry no %s, which it has itself", [figures.words(lost, "or")]),
	"rests_on": ["volume_tags", "root_block_device.tags"],
	"facts": {"keys": lost},
} if {
	tagged_itself
	bare := tagging.lacking(input.params, input.resource.type, input.resource.env, given, [])
	absent := tagging.lacking(input.params, input.resource.type, input.resource.env, own, [])
	lost := [key | some key in bare; not key in absent]
	lost[0]
}

# A rule of its own: in the body above it would hold, and all be worked out, once for each tag.
tagged_itself if input.resource.tags_from[_] == "resource"

# The keys written on the instance itself.
own := {key | some key, "resource" in input.resource.tags_from}

given := {key | some key, _ in input.resource.values.volume_tags} | {key | some key, _ in input.resource.values.root_block_device[_].tags}
