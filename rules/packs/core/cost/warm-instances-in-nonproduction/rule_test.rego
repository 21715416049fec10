package iaclint.cost.warm_instances_in_nonproduction_test

import data.iaclint.cost.warm_instances_in_nonproduction as rule

service(type, values) := {"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []}}

test_a_warm_service if {
	found := rule.findings with input as service(
		"google_cloud_run_v2_service",
		{"template": [{"scaling": [{"min_instance_count": 2}]}]},
	)
	found == {{
		"path": "template.scaling.min_instance_count",
		"key": "template.scaling.min_instance_count",
		"message": "keeps 2 instances warm in non-production",
		"change": {"template.scaling.min_instance_count": 0},
		"rests_on": ["template.scaling.min_instance_count"],
	}}
}

test_a_container_app if {
	found := rule.findings with input as service("azurerm_container_app", {"template": [{"min_replicas": 1}]})
	[f.message | some f in found] == ["keeps 1 instance warm in non-production"]
}

test_some_platforms_keep_one if {
	count(rule.findings) == 0 with input as service(
		"aws_apprunner_auto_scaling_configuration_version",
		{"min_size": 1},
	)
	count(rule.findings) == 1 with input as service(
		"aws_apprunner_auto_scaling_configuration_version",
		{"min_size": 3},
	)
}

test_a_service_that_scales_to_zero if {
	count(rule.findings) == 0 with input as service(
		"google_cloudfunctions2_function",
		{"service_config": [{"min_instance_count": 0}]},
	)
}

test_nothing_said if {
	count(rule.findings) == 0 with input as service("google_cloud_run_v2_service", {"template": [{"scaling": []}]})
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		service("google_cloud_run_v2_service", {}),
		{"resource": {"unknown": ["template"]}},
	)
}
