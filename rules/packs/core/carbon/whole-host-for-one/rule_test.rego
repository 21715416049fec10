package iaclint.carbon.whole_host_for_one_test

import data.iaclint.carbon.whole_host_for_one

found(type, machine, values, given) := findings if {
	findings := whole_host_for_one.findings with input as {
		"params": {"allow_tag": "dedicated-reason"},
		"resource": object.union({"type": type, "values": values, "tags": {}, "machine": {"type": machine}, "carbon": {"embodied_kg": 33.6, "total_kg": 181.5}}, given),
	}
}

test_fails if {
	found("aws_instance", "m5.metal", {"instance_type": "m5.metal"}, {}) == {{
		"path": "instance_type",
		"message": "m5.metal is a whole host, however much of it is used: 33.6 of its 182 kg CO2e a month come from making it",
		"rests_on": ["instance_type", "tags"],
	}}
	count(found("google_container_node_pool", "c3-standard-192-metal", {"node_config": [{"machine_type": "c3-standard-192-metal"}]}, {})) == 1
}

test_passes_a_share if found("aws_instance", "m5.24xlarge", {"instance_type": "m5.24xlarge"}, {}) == set()

test_passes_what_is_needed if {
	found("aws_instance", "m5.metal", {"instance_type": "m5.metal"}, {"tags": {"dedicated-reason": "own hypervisor"}}) == set()
}

# What it emits may not be known; that it is a whole host is.
test_unknown_carbon_is_left_out if {
	{finding.message | some finding in found("aws_instance", "m5.metal", {"instance_type": "m5.metal"}, {"carbon": null})} == {"m5.metal is a whole host, however much of it is used"}
}

test_a_figure_of_nothing_is_left_out if {
	{finding.message | some finding in found("aws_instance", "m5.metal", {"instance_type": "m5.metal"}, {"carbon": {"total_kg": 0, "embodied_kg": 0}})} == {"m5.metal is a whole host, however much of it is used"}
}
