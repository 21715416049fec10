package iaclint.cost.on_demand_where_spot_would_do_test

import data.iaclint.cost.on_demand_where_spot_would_do as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": [], "tags": {}},
	"params": {"tolerant_tag": "workload=batch|ci", "nonprod_is_tolerant": true},
}

changes(found) := [f.change | some f in found]

test_nodes_of_a_test_cluster if {
	found := rule.findings with input as resource("aws_eks_node_group", "nonprod", {"capacity_type": "ON_DEMAND"})
	found == {{
		"path": "capacity_type",
		"message": "on-demand capacity for an environment outside production",
		"change": {"capacity_type": "SPOT"},
		"rests_on": ["capacity_type", "tags"],
	}}
}

test_on_demand_is_the_default if {
	count(rule.findings) == 1 with input as resource("aws_eks_node_group", "nonprod", {})
}

test_production_has_to_be_there if {
	count(rule.findings) == 0 with input as resource("aws_eks_node_group", "prod", {})
}

test_unless_its_tags_say_otherwise if {
	found := rule.findings with input as resource("aws_eks_node_group", "prod", {})
		with input.resource.tags as {"workload": "ci"}
	[f.message | some f in found] == ["on-demand capacity for a workload whose tags say it may be interrupted"]
}

test_spot_already if {
	count(rule.findings) == 0 with input as resource("aws_eks_node_group", "nonprod", {"capacity_type": "SPOT"})
}

test_jobs if {
	found := rule.findings with input as resource(
		"aws_batch_compute_environment", "prod",
		{"compute_resources": [{"type": "EC2"}]},
	)
	changes(found) == [{"compute_resources.type": "SPOT"}]
}

test_the_team_may_keep_nonproduction if {
	count(rule.findings) == 0 with input as resource("aws_eks_node_group", "nonprod", {})
		with input.params.nonprod_is_tolerant as false
}

test_a_pool_on_azure if {
	found := rule.findings with input as resource("azurerm_kubernetes_cluster_node_pool", "nonprod", {"mode": "User"})
	[f.path | some f in found] == ["priority"]
	count(rule.findings) == 0 with input as resource(
		"azurerm_kubernetes_cluster_node_pool", "nonprod",
		{"mode": "System"},
	)
}

test_a_machine_on_google if {
	found := rule.findings with input as resource("google_compute_instance", "nonprod", {"machine_type": "e2-small"})
	[f.path | some f in found] == ["scheduling.provisioning_model"]
	count(rule.findings) == 0 with input as resource(
		"google_compute_instance", "nonprod",
		{"scheduling": [{"preemptible": true}]},
	)
}

test_a_pool_on_google if {
	found := rule.findings with input as resource(
		"google_container_node_pool", "nonprod",
		{"node_config": [{"spot": false}]},
	)
	changes(found) == [{"node_config.spot": true}]
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		resource("aws_eks_node_group", "nonprod", {}),
		{"resource": {"unknown": ["capacity_type"]}},
	)
	every f in found {
		"capacity_type" in f.rests_on
	}
}

test_jobs_are_tolerant_whatever_else_is_said if {
	jobs := resource("aws_batch_compute_environment", "nonprod", {"compute_resources": [{"type": "EC2"}]})
	tagged := rule.findings with input as jobs with input.resource.tags as {"workload": "batch"}
	[f.message | some f in tagged] == ["on-demand capacity for jobs that can be run again"]
	plain := rule.findings with input as jobs
	[f.message | some f in plain] == ["on-demand capacity for jobs that can be run again"]
	nodes := rule.findings with input as resource("aws_eks_node_group", "nonprod", {}) with input.resource.tags as {"workload": "batch"}
	[f.message | some f in nodes] == ["on-demand capacity for a workload whose tags say it may be interrupted"]
}

test_null_is_on_demand if {
	count(rule.findings) == 1 with input as resource("aws_eks_node_group", "nonprod", {"capacity_type": null})
	count(rule.findings) == 1 with input as resource("azurerm_kubernetes_cluster_node_pool", "nonprod", {"priority": null})
}

test_spot_by_priority_already if {
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster_node_pool", "nonprod", {"priority": "Spot"})
	count(rule.findings) == 1 with input as resource("azurerm_kubernetes_cluster_node_pool", "nonprod", {"priority": "Regular"})
	every node in [{"spot": true}, {"preemptible": true}] {
		count(rule.findings) == 0 with input as resource("google_container_node_pool", "nonprod", {"node_config": [node]})
	}
}
