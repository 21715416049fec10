package iaclint.cost.accelerator_pool_never_empty_test

import data.iaclint.cost.accelerator_pool_never_empty as rule

pool(type, values, gpu) := {
	"resource": {
		"type": type, "values": values, "unknown": [],
		"machine": {"gpu": gpu}, "cost": {"monthly": 767.96},
	},
	"params": {"assumed_clients_per_gpu": 2},
}

test_a_pool_that_never_empties if {
	found := rule.findings with input as pool(
		"aws_eks_node_group",
		{"instance_types": ["g4dn.xlarge"], "scaling_config": [{"min_size": 2, "max_size": 4, "desired_size": 2}]}, 1,
	)
	found == {{
		"path": "scaling_config.min_size",
		"key": "minimum",
		"message": "keeps 2 nodes with accelerators, $767.96 a month",
		"change": {"scaling_config.min_size": 0, "scaling_config.desired_size": 0},
		"rests_on": ["scaling_config.min_size"],
	}}
}

test_a_pool_that_does if {
	count(rule.findings) == 0 with input as pool(
		"aws_eks_node_group",
		{"instance_types": ["g4dn.xlarge"], "scaling_config": [{"min_size": 0, "max_size": 4}]}, 1,
	)
}

test_a_pool_without_accelerators if {
	count(rule.findings) == 0 with input as pool(
		"aws_eks_node_group",
		{"instance_types": ["m7i.large"], "scaling_config": [{"min_size": 2, "max_size": 4}]}, 0,
	)
}

test_a_fixed_pool_on_azure if {
	found := rule.findings with input as pool("azurerm_kubernetes_cluster_node_pool", {"node_count": 3}, 1)
	[f.path | some f in found] == ["node_count"]
}

test_a_pool_on_google if {
	accelerator := {"type": "nvidia-l4", "count": 1}
	found := rule.findings with input as pool(
		"google_container_node_pool", {
			"autoscaling": [{"min_node_count": 1}],
			"node_config": [{"guest_accelerator": [accelerator]}],
		},
		0,
	)
	{f.key | some f in found} == {"minimum", "sharing"}
}

test_a_shared_pool_on_google if {
	accelerator := {"type": "nvidia-l4", "count": 1, "gpu_sharing_config": [{"max_shared_clients_per_gpu": 4}]}
	count(rule.findings) == 0 with input as pool(
		"google_container_node_pool", {
			"autoscaling": [{"min_node_count": 0}],
			"node_config": [{"guest_accelerator": [accelerator]}],
		},
		0,
	)
}

test_a_minimum_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		pool("aws_eks_node_group", {"instance_types": ["g4dn.xlarge"]}, 1),
		{"resource": {"unknown": ["scaling_config"]}},
	)
}

test_what_runs_now_goes_with_the_minimum if {
	aks := rule.findings with input as pool("azurerm_kubernetes_cluster_node_pool", {"min_count": 2, "node_count": 3}, 1)
	[f.change | some f in aks] == [{"min_count": 0, "node_count": 0}]
	empty := rule.findings with input as pool("azurerm_kubernetes_cluster_node_pool", {"min_count": 2, "node_count": 0}, 1)
	[f.change | some f in empty] == [{"min_count": 0}]
	eks := rule.findings with input as pool("aws_eks_node_group", {"scaling_config": [{"min_size": 2, "desired_size": 0}]}, 1)
	[f.change | some f in eks] == [{"scaling_config.min_size": 0}]
}

test_pools_of_google if {
	total := rule.findings with input as pool("google_container_node_pool", {"autoscaling": [{"total_min_node_count": 2}]}, 1)
	[f.path | some f in total] == ["autoscaling.total_min_node_count"]
	scaling := rule.findings with input as pool("google_container_node_pool", {"autoscaling": [{"min_node_count": 0}], "node_count": 2}, 1)
	count(scaling) == 0
	fixed := rule.findings with input as pool("google_container_node_pool", {"autoscaling": [], "node_count": 2}, 1)
	[f.path | some f in fixed] == ["node_count"]
}

test_pools_without_accelerators if {
	every values in [
		{"min_count": 2},
		{"autoscaling": [{"min_node_count": 2}]},
		{"autoscaling": [{"total_min_node_count": 2}]},
		{"node_count": 2},
	] {
		count(rule.findings) == 0 with input as pool("google_container_node_pool", values, 0)
	}
}

cards(more) := pool(
	"google_container_node_pool", {
		"autoscaling": [{"min_node_count": 0}],
		"node_config": [{"guest_accelerator": [object.union({"count": 1}, more)]}],
	},
	0,
)

keys(document) := {f.key | some f in findings} if {
	findings := rule.findings with input as document
}

test_sharing if {
	keys(cards({})) == {"sharing"}
	keys(cards({"gpu_partition_size": "1g.5gb"})) == set()
	keys(cards({"gpu_partition_size": ""})) == {"sharing"}
	count(rule.findings) == 0 with input as cards({}) with input.params.assumed_clients_per_gpu as 1
}
