package iaclint.cost.group_that_nothing_scales_test

import data.iaclint.cost.group_that_nothing_scales as rule

group(type, values, users) := {
	"resource": {
		"type": type, "values": values, "unknown": [], "cost": {"monthly": 140.16},
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	},
	"params": {"min_instances": 3},
}

count_of(type, values, users) := count(all) if all := rule.findings with input as group(type, values, users)

room := {"min_size": 1, "max_size": 6, "desired_capacity": 3}

test_a_group_with_room if {
	found := rule.findings with input as group("aws_autoscaling_group", room, ["aws_lb_target_group_attachment"])
	found == {{
		"path": "desired_capacity",
		"message": "3 machines round the clock, $140.16 a month, and nothing in the plan changes their number",
		"rests_on": ["desired_capacity", "referenced_by", "min_size", "max_size"],
	}}
}

test_what_scales_it if {
	every user in ["aws_autoscaling_policy", "aws_autoscaling_schedule", "aws_ecs_capacity_provider"] {
		count_of("aws_autoscaling_group", room, [user]) == 0
	}
	count_of("aws_ecs_service", {"desired_count": 3}, ["aws_appautoscaling_target"]) == 0
	count_of("azurerm_linux_virtual_machine_scale_set", {"instances": 3}, ["azurerm_monitor_autoscale_setting"]) == 0
	count_of("google_compute_instance_group_manager", {"target_size": 3}, ["google_compute_autoscaler"]) == 0
}

messages(type, values) := {f.message | some f in findings} if {
	findings := rule.findings with input as group(type, values, [])
}

found_of(type, values) := [[f.path, f.rests_on] | some f in findings] if {
	findings := rule.findings with input as group(type, values, [])
}

test_others if {
	messages("aws_ecs_service", {"desired_count": 3}) == {"3 tasks round the clock, $140.16 a month, and nothing in the plan changes their number"}
	found_of("aws_ecs_service", {"desired_count": 3, "scheduling_strategy": "REPLICA"}) == [["desired_count", ["desired_count", "referenced_by"]]]
	every type in ["azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set"] {
		found_of(type, {"instances": 3}) == [["instances", ["instances", "referenced_by"]]]
	}
	every type in ["google_compute_instance_group_manager", "google_compute_region_instance_group_manager"] {
		found_of(type, {"target_size": 3}) == [["target_size", ["target_size", "referenced_by"]]]
	}
	messages("google_compute_instance_group_manager", {"target_size": 3}) == {"3 machines round the clock, $140.16 a month, and nothing in the plan changes their number"}
	found_of("aws_autoscaling_group", {"min_size": 3, "max_size": 6}) == [["min_size", ["min_size", "referenced_by", "max_size"]]]
}

test_what_runs_goes_before_the_minimum if {
	found_of("aws_autoscaling_group", {"min_size": 3, "max_size": 6, "desired_capacity": 4}) == [["desired_capacity", ["desired_capacity", "referenced_by", "min_size", "max_size"]]]
	count_of("aws_autoscaling_group", {"min_size": 3, "max_size": 6, "desired_capacity": 2}, []) == 0
}

test_left_alone if {
	count_of("aws_autoscaling_group", object.union(room, {"desired_capacity": 2}), []) == 0
	count_of("aws_autoscaling_group", {"min_size": 2, "max_size": 6}, []) == 0
	count_of("aws_autoscaling_group", {"min_size": 4, "max_size": 4, "desired_capacity": 4}, []) == 0
	count_of("aws_autoscaling_group", {"min_size": 4, "max_size": 4}, []) == 0
	count_of("aws_ecs_service", {"desired_count": 3, "scheduling_strategy": "DAEMON"}, []) == 0
	count_of("aws_ecs_service", {"desired_count": 2}, []) == 0
	count_of("azurerm_linux_virtual_machine_scale_set", {"instances": 2}, []) == 0
	count_of("google_compute_instance_group_manager", {"target_size": 2}, []) == 0
}

tagged(tags) := count(findings) if {
	findings := rule.findings with input as object.union(group("aws_autoscaling_group", room, []), {"resource": {"tags": tags}})
}

test_nodes_of_kubernetes if {
	tagged({"k8s.io/cluster-autoscaler/enabled": "true"}) == 0
	tagged({"owner": "shop"}) == 1
}

# What belongs to other types is no size of a group.
test_other_types if {
	count_of("aws_eks_node_group", {"desired_capacity": 3}, []) == 0
	count_of("aws_eks_node_group", {"min_size": 3, "max_size": 9}, []) == 0
	count_of("aws_ecs_task_set", {"desired_count": 3}, []) == 0
	count_of("azurerm_service_plan", {"instances": 3}, []) == 0
	count_of("google_compute_target_pool", {"target_size": 3}, []) == 0
}

# A size that apply decides is absent, and the engine makes the silence unknown.
test_unknown_says_nothing if count_of("aws_ecs_service", {}, []) == 0
