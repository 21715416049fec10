package iaclint.cost.replicas_in_nonproduction_test

import data.iaclint.cost.replicas_in_nonproduction as rule

workload(type, values) := {
	"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []},
	"params": {"max_replicas_nonprod": 1},
}

test_a_service_of_three if {
	found := rule.findings with input as workload("aws_ecs_service", {"desired_count": 3})
	found == {{
		"path": "desired_count",
		"message": "3 replicas in non-production, where 1 will do",
		"change": {"desired_count": 1},
		"rests_on": ["desired_count"],
	}}
}

test_a_deployment if {
	found := rule.findings with input as workload("kubernetes_deployment_v1", {"spec": [{"replicas": "2"}]})
	[f.change | some f in found] == [{"spec.replicas": 1}]
}

test_a_scale_set if {
	found := rule.findings with input as workload("azurerm_linux_virtual_machine_scale_set", {"instances": 4})
	[f.path | some f in found] == ["instances"]
}

test_a_single_one if {
	count(rule.findings) == 0 with input as workload("aws_ecs_service", {"desired_count": 1})
}

test_the_team_may_allow_two if {
	count(rule.findings) == 0 with input as workload("aws_ecs_service", {"desired_count": 2})
		with input.params.max_replicas_nonprod as 2
}

test_a_count_left_out if {
	count(rule.findings) == 0 with input as workload("aws_ecs_service", {"desired_count": null})
}

test_a_count_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		workload("aws_ecs_service", {}),
		{"resource": {"unknown": ["desired_count"]}},
	)
}
