package iaclint.cost.node_pool_without_autoscaling_test

import data.iaclint.cost.node_pool_without_autoscaling as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"assumed_load": 0.6, "ignore_if_nodes_le": 1},
}

test_a_pool_on_azure if {
	found := rule.findings with input as resource("azurerm_kubernetes_cluster_node_pool", {"node_count": 6})
	found == {{
		"path": "auto_scaling_enabled",
		"message": "6 nodes at all hours: the pool does not scale",
		"change": {"auto_scaling_enabled": true, "min_count": 2, "max_count": 6, "node_count": 4},
		"rests_on": ["node_count", "auto_scaling_enabled", "enable_auto_scaling"],
	}}
}

test_switched_off_by_name if {
	values := {"node_count": 3, "auto_scaling_enabled": false, "enable_auto_scaling": false}
	count(rule.findings) == 1 with input as resource("azurerm_kubernetes_cluster_node_pool", values)
}

test_one_that_scales if {
	values := {"node_count": 3, "auto_scaling_enabled": true, "min_count": 1, "max_count": 6}
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster_node_pool", values)
}

test_one_that_scales_by_the_old_name if {
	values := {"node_count": 3, "enable_auto_scaling": true}
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster_node_pool", values)
}

test_a_single_node if {
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster_node_pool", {"node_count": 1})
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster_node_pool", {})
}

test_small_pools_by_choice if {
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster_node_pool", {"node_count": 3})
		with input.params.ignore_if_nodes_le as 3
}

test_the_first_pool_of_a_cluster if {
	values := {"default_node_pool": [{"node_count": 2}]}
	found := rule.findings with input as resource("azurerm_kubernetes_cluster", values)
	[f.change | some f in found] == [{
		"default_node_pool.auto_scaling_enabled": true,
		"default_node_pool.min_count": 1,
		"default_node_pool.max_count": 2,
		"default_node_pool.node_count": 1,
	}]
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster", {"default_node_pool": [{
		"node_count": 2,
		"auto_scaling_enabled": true,
	}]})
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster", {"default_node_pool": [{
		"node_count": 2,
		"enable_auto_scaling": true,
	}]})
}

test_a_pool_on_google if {
	found := rule.findings with input as resource("google_container_node_pool", {"node_count": 3})
	[f.change | some f in found] == [{
		"autoscaling": [{"min_node_count": 1, "max_node_count": 3}],
		"node_count": 2,
	}]
	count(rule.findings) == 0 with input as resource("google_container_node_pool", {
		"node_count": 3,
		"autoscaling": [{"min_node_count": 1, "max_node_count": 5}],
	})
}

test_a_size_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("google_container_node_pool", {"autoscaling": []}),
		{"resource": {"unknown": ["node_count"]}},
	)
}

test_pools_of_one_node if {
	count(rule.findings) == 0 with input as resource("azurerm_kubernetes_cluster", {"default_node_pool": [{"node_count": 1}]})
	count(rule.findings) == 1 with input as resource("azurerm_kubernetes_cluster", {"default_node_pool": [{"node_count": 2}]})
	count(rule.findings) == 0 with input as resource("google_container_node_pool", {"node_count": 1})
	count(rule.findings) == 1 with input as resource("google_container_node_pool", {"node_count": 2})
}
