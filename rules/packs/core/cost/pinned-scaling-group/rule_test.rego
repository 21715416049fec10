package iaclint.cost.pinned_scaling_group_test

import data.iaclint.cost.pinned_scaling_group as rule

group(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"ignore_if_max_le": 1, "assumed_load": 0.6},
}

changes(found) := [f.change | some f in found]

test_a_pinned_group if {
	found := rule.findings with input as group("aws_autoscaling_group", {"min_size": 5, "max_size": 5})
	changes(found) == [{"min_size": 3}]
	[f.message | some f in found] == ["minimum and maximum are both 5: the group cannot scale in"]
}

test_a_pinned_target if {
	found := rule.findings with input as group("aws_appautoscaling_target", {"min_capacity": 4, "max_capacity": 4})
	changes(found) == [{"min_capacity": 2}]
}

test_a_pinned_node_group if {
	found := rule.findings with input as group(
		"aws_eks_node_group",
		{"scaling_config": [{"min_size": 10, "max_size": 10, "desired_size": 10}]},
	)
	changes(found) == [{"scaling_config.min_size": 6, "scaling_config.desired_size": 6}]
}

test_a_pinned_pool if {
	found := rule.findings with input as group(
		"google_container_node_pool",
		{"autoscaling": [{"min_node_count": 3, "max_node_count": 3}]},
	)
	changes(found) == [{"autoscaling.min_node_count": 2}]
}

test_every_profile_pinned if {
	found := rule.findings with input as group("azurerm_monitor_autoscale_setting", {"profile": [
		{"capacity": [{"minimum": 2, "maximum": 2}]},
		{"capacity": [{"minimum": 2, "maximum": 2}]},
	]})
	changes(found) == [{"profile.capacity.minimum": 1}]
}

test_one_profile_scales if {
	count(rule.findings) == 0 with input as group("azurerm_monitor_autoscale_setting", {"profile": [
		{"capacity": [{"minimum": 2, "maximum": 2}]},
		{"capacity": [{"minimum": 1, "maximum": 4}]},
	]})
}

test_a_group_that_scales if {
	count(rule.findings) == 0 with input as group("aws_autoscaling_group", {"min_size": 1, "max_size": 5})
}

test_a_group_of_one if {
	count(rule.findings) == 0 with input as group("aws_autoscaling_group", {"min_size": 1, "max_size": 1})
}

test_sizes_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		group("aws_autoscaling_group", {}),
		{"resource": {"unknown": ["min_size", "max_size"]}},
	)
}

fixed(type, values) := {f.change | some f in found} if found := rule.findings with input as group(type, values)

# A minimum below the maximum is no pin, wherever the two are written.
test_each_way_to_say_bounds if {
	every path, of in {
		"min_size": ["aws_autoscaling_group", {"max_size": 5, "min_size": 5}, {"max_size": 5, "min_size": 2}],
		"min_capacity": ["aws_appautoscaling_target", {"max_capacity": 5, "min_capacity": 5}, {"max_capacity": 5, "min_capacity": 2}],
		"scaling_config.min_size": [
			"aws_eks_node_group",
			{"scaling_config": [{"max_size": 5, "min_size": 5}]}, {"scaling_config": [{"max_size": 5, "min_size": 2}]},
		],
		"min_count": ["azurerm_kubernetes_cluster_node_pool", {"max_count": 5, "min_count": 5}, {"max_count": 5, "min_count": 2}],
		"autoscaling_policy.min_replicas": [
			"google_compute_autoscaler",
			{"autoscaling_policy": [{"max_replicas": 5, "min_replicas": 5}]}, {"autoscaling_policy": [{"max_replicas": 5, "min_replicas": 2}]},
		],
		"autoscaling.min_node_count": [
			"google_container_node_pool",
			{"autoscaling": [{"max_node_count": 5, "min_node_count": 5}]}, {"autoscaling": [{"max_node_count": 5, "min_node_count": 2}]},
		],
		"autoscaling.total_min_node_count": [
			"google_container_node_pool",
			{"autoscaling": [{"total_max_node_count": 5, "total_min_node_count": 5}]},
			{"autoscaling": [{"total_max_node_count": 5, "total_min_node_count": 2}]},
		],
	} {
		fixed(of[0], of[1]) == {{path: 3}}
		fixed(of[0], of[2]) == set()
	}
}

test_what_runs_now_goes_along if {
	fixed("aws_autoscaling_group", {"max_size": 5, "min_size": 5, "desired_capacity": 5}) == {{"min_size": 3, "desired_capacity": 3}}
	fixed("aws_autoscaling_group", {"max_size": 5, "min_size": 5, "desired_capacity": 0}) == {{"min_size": 3}}
	fixed("aws_eks_node_group", {"scaling_config": [{"max_size": 5, "min_size": 5, "desired_size": 0}]}) == {{"scaling_config.min_size": 3}}
	fixed("azurerm_kubernetes_cluster_node_pool", {"max_count": 5, "min_count": 5, "node_count": 5}) == {{"min_count": 3, "node_count": 3}}
	fixed("azurerm_kubernetes_cluster_node_pool", {"max_count": 5, "min_count": 5, "node_count": 0}) == {{"min_count": 3}}
}

test_profiles_of_different_sizes if {
	fixed("azurerm_monitor_autoscale_setting", {"profile": [
		{"capacity": [{"minimum": 2, "maximum": 2}]},
		{"capacity": [{"minimum": 2, "maximum": 5}]},
	]}) == set()
	fixed("azurerm_monitor_autoscale_setting", {"profile": [
		{"capacity": [{"minimum": 2, "maximum": 2}]},
		{"capacity": [{"minimum": 1, "maximum": 2}]},
	]}) == set()
}
