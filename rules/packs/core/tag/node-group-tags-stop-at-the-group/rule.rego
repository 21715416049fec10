# METADATA
# title: Tags of a node group stop at the group
# description: |
#   EKS puts the tags of a managed node group on the group only. The machines it
#   starts, and their disks, which are what is billed, carry what the
#   tag_specifications of a launch template give them. Said of groups without a
#   launch template; tag/launch-template-leaves-children-untagged judges the
#   templates. Labels of a GKE cluster and tags of an AKS pool reach their nodes.
# related_resources:
# - ref: https://docs.aws.amazon.com/eks/latest/userguide/eks-using-tags.html
# - ref: https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
# custom:
#   code: TAG-009
#   severity: medium
#   types: [aws_eks_node_group]
#   remediation: Give the group a launch template whose tag_specifications put the cost tags on instance and volume.
#   params:
#     type: object
#     properties:
#       required: {type: array, description: 'As of tag/missing-cost-tags, and by default the same.', items: {type: [string, object]}}
#       aliases: {type: object, description: 'As of tag/missing-cost-tags, and by default the same.'}
#   saving: bounded
#   since: 0.1.0
#   idea: what is billed is the node, not the group
package iaclint.tag.node_group_tags_stop_at_the_group

import data.iaclint.lib.figures
import data.iaclint.lib.tagging

findings contains {
	"path": "launch_template",
	"message": sprintf("no launch template, so its nodes and their disks carry no %s", [figures.words(keys, "or")]),
	"stake": tagging.unplaced,
	"rests_on": ["launch_template"],
	"facts": {"keys": keys},
} if {
	not templated
	keys := [key | some [key, _] in tagging.wanted(input.params, "aws_instance", input.resource.env)]
	count(keys) > 0
}

templated if count(input.resource.values.launch_template) > 0
