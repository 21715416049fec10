package iaclint.tag.launch_template_leaves_children_untagged_test

import data.iaclint.tag.launch_template_leaves_children_untagged

template(specifications, users) := {
	"params": {"resource_types": ["instance", "volume"], "required": ["owner", "environment"], "aliases": {"environment": ["env"]}},
	"resource": {
		"type": "aws_launch_template", "env": "unknown", "tags": {"owner": "x", "env": "prod"},
		"values": {"tag_specifications": specifications},
		"referenced_by": [{"address": "x", "type": type} | some type in users],
	},
}

messages(given) := found if {
	found := {finding.message | some finding in launch_template_leaves_children_untagged.findings} with input as given
}

test_fails_without_specifications if {
	messages(template([], [])) == {"what it starts is not tagged: instances lack owner and environment and volumes lack owner and environment"}
}

test_fails_on_the_kind_left_out if {
	messages(template([{"resource_type": "instance", "tags": {"owner": "x", "env": "prod"}}], ["aws_eks_node_group"])) == {"what it starts is not tagged: volumes lack owner and environment"}
}

test_fails_on_a_key_left_out if {
	tags := {"owner": "x"}
	messages(template([{"resource_type": "instance", "tags": tags}, {"resource_type": "volume", "tags": {"owner": "x", "env": "prod"}}], [])) == {"what it starts is not tagged: instances lack environment"}
}

test_instances_of_a_group_are_the_groups_business if {
	messages(template([{"resource_type": "volume", "tags": {"owner": "x", "env": "prod"}}], ["aws_autoscaling_group"])) == set()
}

test_passes if {
	tags := {"owner": "x", "env": "prod"}
	messages(template([{"resource_type": "instance", "tags": tags}, {"resource_type": "volume", "tags": tags}], [])) == set()
}

# Specifications known only after apply are absent; the finding names what it rests on and the engine makes it unknown.
test_unknown_rests_on_the_specifications if {
	found := launch_template_leaves_children_untagged.findings with input as json.remove(template([], []), ["resource/values/tag_specifications"])
	{finding.rests_on | some finding in found} == {["tag_specifications.resource_type", "tag_specifications.tags", "referenced_by"]}
}

test_only_groups_hand_tags_on if {
	messages(template([{"resource_type": "volume", "tags": {"owner": "x", "env": "prod"}}], ["aws_autoscaling_group"])) == set()
	messages(template([{"resource_type": "volume", "tags": {"owner": "x", "env": "prod"}}], ["aws_ec2_fleet"])) == {"what it starts is not tagged: instances lack owner and environment"}
}

test_kinds_that_are_tagged_are_not_named if {
	given := template([{"resource_type": "instance", "tags": {"owner": "x", "env": "prod"}}], [])
	found := launch_template_leaves_children_untagged.findings with input as given
	{finding.facts.kinds | some finding in found} == {["volume"]}
	count([path | some finding in found; some path in finding.rests_on; path == "referenced_by"]) == 0
	both := launch_template_leaves_children_untagged.findings with input as template([], [])
	count([path | some finding in both; some path in finding.rests_on; path == "referenced_by"]) == 1
}
