package iaclint.carbon.accelerator_waits_test

import data.iaclint.carbon.accelerator_waits

found(type, values, given) := findings if {
	findings := accelerator_waits.findings with input as {
		"params": {"min_kg_month": 25},
		"resource": object.union(
			{
				"type": type, "values": values, "env": "nonprod",
				"machine": {"type": "g5.2xlarge", "gpu": 1}, "carbon": {"total_kg": 41.3, "embodied_kg": 5.4},
			},
			given,
		),
	}
}

test_fails_a_pool_that_never_empties if {
	found("aws_eks_node_group", {"scaling_config": [{"min_size": 2, "desired_size": 2}]}, {"env": "prod"}) == {{
		"path": "scaling_config.min_size",
		"message": "keeps 2 nodes with accelerators, 41.3 kg CO2e a month round the clock, 5.4 kg of it from making them",
		"change": {"scaling_config.min_size": 0, "scaling_config.desired_size": 0},
		"rests_on": ["scaling_config.min_size"],
	}}
	{finding.change | some finding in found("azurerm_kubernetes_cluster_node_pool", {"node_count": 1}, {})} == {{"node_count": 0}}
	{finding.change | some finding in found("azurerm_kubernetes_cluster_node_pool", {"min_count": 1, "node_count": 1}, {})} == {{"min_count": 0, "node_count": 0}}
	{finding.path | some finding in found("google_container_node_pool", {"autoscaling": [{"min_node_count": 1}], "node_config": [{"guest_accelerator": [{"count": 1}]}]}, {"machine": {"gpu": 0}})} == {"autoscaling.min_node_count"}
	{finding.path | some finding in found("google_container_node_pool", {"autoscaling": [{"total_min_node_count": 1}]}, {})} == {"autoscaling.total_min_node_count"}
}

test_fails_a_machine_outside_production if {
	found("aws_instance", {"instance_type": "g5.2xlarge"}, {}) == {{
		"message": "g5.2xlarge in non-production has accelerators, 41.3 kg CO2e a month round the clock, 5.4 kg of it from making them",
		"rests_on": ["instance_type"],
	}}
	count(found("google_compute_instance", {"guest_accelerator": [{"count": 2}]}, {"machine": {"type": "n1-standard-8", "gpu": 0}})) == 1
}

test_passes_a_pool_that_empties if found("aws_eks_node_group", {"scaling_config": [{"min_size": 0, "desired_size": 2}]}, {}) == set()

test_passes_a_machine_in_production if {
	found("aws_instance", {}, {"env": "prod"}) == set()
	found("aws_instance", {}, {"env": "unknown"}) == set()
}

test_passes_without_accelerators if {
	found("aws_instance", {}, {"machine": {"type": "m7g.large", "gpu": 0}}) == set()
	found("aws_eks_node_group", {"scaling_config": [{"min_size": 2}]}, {"machine": {"type": "m7g.large", "gpu": 0}}) == set()
}

test_passes_little if {
	found("aws_instance", {}, {"carbon": {"total_kg": 24.9, "embodied_kg": 1}}) == set()
	found("aws_eks_node_group", {"scaling_config": [{"min_size": 2}]}, {"carbon": {"total_kg": 24.9, "embodied_kg": 1}}) == set()
}

# A minimum known only after apply is absent, and so is carbon nobody can estimate: the first the engine makes unknown, the second the estimate says.
test_unknown_says_nothing if {
	found("aws_eks_node_group", {"scaling_config": [{"desired_size": 2}]}, {}) == set()
	found("aws_instance", {}, {"carbon": null}) == set()
}

test_what_runs_now_goes_with_the_minimum if {
	{finding.change | some finding in found("aws_eks_node_group", {"scaling_config": [{"min_size": 2, "desired_size": 0}]}, {})} == {{"scaling_config.min_size": 0}}
	{finding.change | some finding in found("azurerm_kubernetes_cluster_node_pool", {"min_count": 2, "node_count": 0}, {})} == {{"min_count": 0}}
}

test_fixed_and_scaling_pools if {
	found("google_container_node_pool", {"autoscaling": [{"min_node_count": 0}], "node_count": 2}, {}) == set()
	{finding.path | some finding in found("google_container_node_pool", {"autoscaling": [], "node_count": 2}, {})} == {"node_count"}
	found("aws_instance", {"min_count": 2}, {"env": "prod"}) == set()
}

test_passes_pools_without_accelerators if {
	every values in [
		{"min_count": 2}, {"autoscaling": [{"min_node_count": 2}]},
		{"autoscaling": [{"total_min_node_count": 2}]}, {"node_count": 2},
	] {
		found("azurerm_kubernetes_cluster_node_pool", values, {"machine": {"gpu": 0}}) == set()
	}
}
