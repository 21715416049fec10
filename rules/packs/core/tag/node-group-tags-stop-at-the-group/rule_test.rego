package iaclint.tag.node_group_tags_stop_at_the_group_test

import data.iaclint.tag.node_group_tags_stop_at_the_group

found(values, required) := findings if {
	findings := node_group_tags_stop_at_the_group.findings with input as {
		"params": {"required": required, "aliases": {}},
		"resource": {"type": "aws_eks_node_group", "env": "prod", "values": values, "cost": {"monthly": 140.16}},
	}
}

test_fails_without_a_template if {
	found({"launch_template": []}, ["owner", "cost-center"]) == {{
		"path": "launch_template",
		"message": "no launch template, so its nodes and their disks carry no owner or cost-center",
		"stake": ": %s a month cannot be allocated",
		"rests_on": ["launch_template"],
		"facts": {"keys": ["owner", "cost-center"]},
	}}
}

test_passes_with_a_template if found({"launch_template": [{"id": "lt-1"}]}, ["owner"]) == set()

test_passes_where_no_key_is_asked_of_machines if found({}, [{"key": "owner", "applies_to": ["aws_s3_*"]}]) == set()

# A template known only after apply is absent: the finding names it, and the engine makes it unknown.
test_unknown_rests_on_the_template if {
	{finding.rests_on | some finding in found({}, ["owner"])} == {["launch_template"]}
}
