package iaclint.resilience.spot_only_in_production_test

import data.iaclint.resilience.spot_only_in_production

found(type, values) := findings if {
	findings := spot_only_in_production.findings with input as {"params": {"min_on_demand": 1}, "resource": {"type": type, "env": "prod", "values": values}}
}

group(distribution) := {"mixed_instances_policy": [{"instances_distribution": [distribution]}]}

test_group_fails if {
	{finding.message | some finding in found("aws_autoscaling_group", group({"on_demand_base_capacity": 0, "on_demand_percentage_above_base_capacity": 0}))} == {"0 of its machines on demand, the rest spot; 1 should be"}
	count(found("aws_autoscaling_group", group({"on_demand_percentage_above_base_capacity": 0}))) == 1
}

test_group_passes if {
	found("aws_autoscaling_group", group({"on_demand_base_capacity": 2, "on_demand_percentage_above_base_capacity": 0})) == set()
	found("aws_autoscaling_group", group({"on_demand_base_capacity": 0, "on_demand_percentage_above_base_capacity": 50})) == set()
	found("aws_autoscaling_group", {}) == set()
}

paths(type, values) := {finding.path | some finding in found(type, values)}

test_others_fail if {
	paths("aws_spot_instance_request", {"spot_price": "0.03"}) == {"spot_type"}
	paths("aws_eks_node_group", {"capacity_type": "SPOT", "taint": []}) == {"capacity_type"}
	paths("aws_ecs_service", {"capacity_provider_strategy": [{"capacity_provider": "FARGATE_SPOT"}]}) == {"capacity_provider_strategy.capacity_provider"}
	paths("azurerm_linux_virtual_machine", {"priority": "Spot"}) == {"priority"}
	paths("google_compute_instance", {"scheduling": [{"provisioning_model": "SPOT"}]}) == {"scheduling.provisioning_model"}
	paths("google_container_node_pool", {"node_config": [{"spot": true, "taint": []}]}) == {"node_config.spot"}
}

test_others_pass if {
	paths("aws_eks_node_group", {"capacity_type": "ON_DEMAND"}) == set()
	paths("aws_eks_node_group", {"capacity_type": "SPOT", "taint": [{"key": "batch", "effect": "NO_SCHEDULE"}]}) == set()
	paths("aws_ecs_service", {"capacity_provider_strategy": [{"capacity_provider": "FARGATE_SPOT"}, {"capacity_provider": "FARGATE"}]}) == set()
	paths("azurerm_linux_virtual_machine", {"priority": "Regular"}) == set()
	paths("google_container_node_pool", {"node_config": [{"spot": false}]}) == set()
}

# Left to the provider, the base is known only after apply: the finding rests on it, and the engine makes it unknown.
test_unknown_rests_on_the_base if {
	some finding in found("aws_autoscaling_group", group({"on_demand_percentage_above_base_capacity": 0}))
	"mixed_instances_policy.instances_distribution.on_demand_base_capacity" in finding.rests_on
}

# The rule that asks what may be interrupted onto spot goes by the same tag.
test_what_may_be_interrupted_passes if {
	others := {"cost/on-demand-where-spot-would-do": {"tolerant_tag": "workload=batch|ci"}}
	pool := {"params": {"min_on_demand": 1}, "resource": {
		"type": "aws_eks_node_group", "env": "prod", "values": {"capacity_type": "SPOT"}, "tags": {"workload": "ci"},
	}}
	machines := {"params": {"min_on_demand": 1}, "resource": {
		"type": "aws_autoscaling_group", "env": "prod", "tags": {"workload": "ci"},
		"values": group({"on_demand_percentage_above_base_capacity": 0}),
	}}
	every document in [pool, machines] {
		count(spot_only_in_production.findings) == 0 with input as document with data.iaclint.params as others
		found := spot_only_in_production.findings with input as document with data.iaclint.params as others
			with input.resource.tags as {"workload": "web"}
		[true | some finding in found; "tags.workload" in finding.rests_on] == [true]
	}
}

test_what_belongs_to_other_types if {
	paths("aws_batch_job_queue", {"priority": "Spot"}) == set()
	paths("google_compute_instance_template", {"scheduling": [{"provisioning_model": "SPOT"}]}) == set()
	paths("google_compute_instance", {"scheduling": [{"provisioning_model": "STANDARD"}]}) == set()
	paths("google_container_node_pool", {"node_config": [{"spot": true, "taint": [{"key": "batch"}]}]}) == set()
}
