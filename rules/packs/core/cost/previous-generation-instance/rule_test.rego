package iaclint.cost.previous_generation_instance_test

import data.iaclint.cost.previous_generation_instance as rule

resource(type, values, machine) := {
	"resource": {"type": type, "values": values, "unknown": [], "machine": machine},
	"params": {"successors": {}},
}

test_an_old_instance if {
	found := rule.findings with input as resource(
		"aws_instance",
		{"instance_type": "m4.large"},
		{"successor": "m7i.large"},
	)
	found == {{
		"path": "instance_type",
		"message": "m4.large is of a previous generation; m7i.large does the same work for less",
		"change": {"instance_type": "m7i.large"},
		"rests_on": ["instance_type"],
		"facts": {"successor": "m7i.large"},
	}}
}

test_a_template_is_not_priced_itself if {
	found := rule.findings with input as resource(
		"aws_launch_template",
		{"instance_type": "m4.large"},
		{"successor": "m7i.large"},
	)
		with input.resource.cost as {"status": "free", "monthly": 0}
	[f.message | some f in found] == ["m4.large is of a previous generation; m7i.large does the same work for less"]
	not "change" in {key | some f in found; some key, _ in f}
}

test_a_node_group_keeps_its_list if {
	found := rule.findings with input as resource(
		"aws_eks_node_group",
		{"instance_types": ["m4.large"]},
		{"successor": "m7i.large"},
	)
	[f.change | some f in found] == [{"instance_types": ["m7i.large"]}]
}

test_nested_blocks if {
	found := rule.findings with input as resource(
		"google_container_node_pool",
		{"node_config": [{"machine_type": "n1-standard-4"}]},
		{"successor": "n2-standard-4"},
	)
	[f.change | some f in found] == [{"node_config.machine_type": "n2-standard-4"}]
}

test_the_team_may_name_another_successor if {
	found := rule.findings with input as resource(
		"aws_instance",
		{"instance_type": "m4.large"},
		{"successor": "m7i.large"},
	)
		with input.params.successors as {"m4.large": "m6a.large"}
	[f.change | some f in found] == [{"instance_type": "m6a.large"}]
}

test_a_current_instance if {
	count(rule.findings) == 0 with input as resource(
		"aws_instance",
		{"instance_type": "m7i.large"},
		{"successor": null},
	)
}

test_the_newest_of_its_line if {
	count(rule.findings) == 0 with input as resource("aws_instance", {"instance_type": "m7i.large"}, {})
}

test_a_type_known_only_after_apply if {
	count(rule.findings) == 0 with input as {
		"resource": {"type": "aws_instance", "values": {}, "unknown": ["instance_type"]},
		"params": {"successors": {}},
	}
}

test_a_successor_that_is_the_same if {
	same := resource("aws_launch_template", {"instance_type": "m7i.large"}, {"successor": "m7i.large"})
	count(rule.findings) == 0 with input as object.union(same, {"resource": {"cost": {"status": "free"}}})
}
