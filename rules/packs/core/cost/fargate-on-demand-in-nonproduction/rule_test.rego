package iaclint.cost.fargate_on_demand_in_nonproduction_test

import data.iaclint.cost.fargate_on_demand_in_nonproduction as rule

service(values) := {"resource": {"type": "aws_ecs_service", "values": values, "unknown": [], "refs": {}}}

strategy(providers) := {"capacity_provider_strategy": [{"capacity_provider": provider, "weight": 1} | some provider in providers]}

test_by_launch_type if {
	found := rule.findings with input as service({"launch_type": "FARGATE"})
	found == {{
		"path": "launch_type",
		"message": "on-demand Fargate in non-production, where Fargate Spot will do",
		"change": {
			"launch_type": null,
			"capacity_provider_strategy": [{"capacity_provider": "FARGATE_SPOT", "weight": 1}],
		},
		"rests_on": ["launch_type", "capacity_provider_strategy", "task_definition"],
	}}
}

test_by_provider if {
	found := rule.findings with input as service(strategy(["FARGATE"]))
	[f.path | some f in found] == ["capacity_provider_strategy"]
}

test_on_spot if {
	count(rule.findings) == 0 with input as service(strategy(["FARGATE_SPOT"]))
	count(rule.findings) == 0 with input as service(strategy(["FARGATE", "FARGATE_SPOT"]))
}

test_on_machines if {
	count(rule.findings) == 0 with input as service({"launch_type": "EC2"})
	count(rule.findings) == 0 with input as service(strategy(["machines"]))
	count(rule.findings) == 0 with input as service({})
}

task(family) := {"task_definition": [{
	"address": "aws_ecs_task_definition.a",
	"type": "aws_ecs_task_definition",
	"values": {"runtime_platform": [{"operating_system_family": family}]},
}]}

test_windows_has_no_spot if {
	count(rule.findings) == 0 with input as service({"launch_type": "FARGATE"})
		with input.resource.refs as task("WINDOWS_SERVER_2022_CORE")
	count(rule.findings) == 0 with input as service(strategy(["FARGATE"]))
		with input.resource.refs as task("WINDOWS_SERVER_2022_CORE")
	count(rule.findings) == 1 with input as service({"launch_type": "FARGATE"})
		with input.resource.refs as task("LINUX")
}

test_a_launch_type_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(service({}), {"resource": {"unknown": ["launch_type"]}})
}
