package iaclint.cost.notebook_never_stops_test

import data.iaclint.cost.notebook_never_stops as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": [], "refs": {}, "cost": {"monthly": 182.5}},
	"params": {"working_hours_month": 180},
}

test_a_notebook_without_a_script if {
	found := rule.findings with input as resource("aws_sagemaker_notebook_instance", {"instance_type": "ml.m5.xlarge"})
	found == {{
		"path": "lifecycle_config_name",
		"message": "nothing stops it when it is idle: 730 hours a month for some 180 of work, $182.50 a month",
		"rests_on": ["lifecycle_config_name"],
	}}
}

test_a_notebook_with_a_script if {
	count(rule.findings) == 0 with input as resource("aws_sagemaker_notebook_instance", {"lifecycle_config_name": "auto-stop"})
	count(rule.findings) == 0 with input as resource("aws_sagemaker_notebook_instance", {})
		with input.resource.refs as {"lifecycle_config_name": [{"address": "a.b", "type": "a", "values": {}}]}
}

test_a_domain_without_a_timeout if {
	found := rule.findings with input as resource("aws_sagemaker_domain", {"default_user_settings": [{"execution_role": "arn"}]})
	[f.path | some f in found] == ["default_user_settings"]
}

test_a_domain_that_does_not_use_its_timeout if {
	count(rule.findings) == 1 with input as resource("aws_sagemaker_domain", {"default_user_settings": [lab("DISABLED")]})
}

test_a_domain_with_a_timeout if {
	count(rule.findings) == 0 with input as resource("aws_sagemaker_domain", {"default_user_settings": [lab("ENABLED")]})
	count(rule.findings) == 0 with input as resource("aws_sagemaker_domain", {"default_user_settings": [{
		"code_editor_app_settings": lab("ENABLED").jupyter_lab_app_settings,
	}]})
}

lab(management) := {"jupyter_lab_app_settings": [{"app_lifecycle_management": [{"idle_settings": [{"lifecycle_management": management}]}]}]}

test_nodes_without_a_job if {
	found := rule.findings with input as resource(
		"azurerm_machine_learning_compute_cluster",
		{"scale_settings": [{"min_node_count": 1, "max_node_count": 4}]},
	)
	found == {{
		"path": "scale_settings.min_node_count",
		"message": "keeps 1 node without a job, $182.50 a month",
		"change": {"scale_settings.min_node_count": 0},
	}}
	count(rule.findings) == 0 with input as resource(
		"azurerm_machine_learning_compute_cluster",
		{"scale_settings": [{"min_node_count": 0, "max_node_count": 4}]},
	)
}

test_workbench if {
	off := rule.findings with input as resource("google_workbench_instance", {"gce_setup": [{"metadata": {"idle-timeout-seconds": ""}}]})
	[f.path | some f in off] == ["gce_setup.metadata"]
	count(rule.findings) == 0 with input as resource("google_workbench_instance", {"gce_setup": [{"metadata": {"idle-timeout-seconds": "3600"}}]})
	count(rule.findings) == 0 with input as resource("google_workbench_instance", {"gce_setup": [{"machine_type": "n1-standard-4"}]})
}

test_nodes_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("azurerm_machine_learning_compute_cluster", {"scale_settings": [{"max_node_count": 4}]}),
		{"resource": {"unknown": ["scale_settings.0.min_node_count"]}},
	)
}
