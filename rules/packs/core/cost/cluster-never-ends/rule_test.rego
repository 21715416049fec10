package iaclint.cost.cluster_never_ends_test

import data.iaclint.cost.cluster_never_ends as rule

cluster(type, values) := {
	"resource": {"type": type, "values": values, "unknown": [], "cost": {"monthly": 1200}},
	"params": {"idle_share": 0.5, "max_idle_minutes": 30},
}

messages(found) := [f.message | some f in found]

test_nothing_ends_it if {
	found := rule.findings with input as cluster("aws_emr_cluster", {"release_label": "emr-7.2.0"})
	found == {{
		"path": "auto_termination_policy",
		"message": "nothing ends it when it is idle: at 50 % idle $600.00 a month",
		"rests_on": ["auto_termination_policy", "keep_job_flow_alive_when_no_steps"],
	}}
}

test_it_ends_with_its_steps if {
	count(rule.findings) == 0 with input as cluster(
		"aws_emr_cluster",
		{"keep_job_flow_alive_when_no_steps": false},
	)
}

test_it_ends_in_time if {
	count(rule.findings) == 0 with input as cluster(
		"aws_emr_cluster",
		{"auto_termination_policy": [{"idle_timeout": 900}]},
	)
}

test_it_ends_late if {
	found := rule.findings with input as cluster(
		"aws_emr_cluster",
		{"auto_termination_policy": [{"idle_timeout": 14400}]},
	)
	messages(found) == ["ends after 240 idle minutes, where 30 will do: at 50 % idle $600.00 a month"]
}

test_without_a_figure if {
	found := rule.findings with input as cluster("google_dataproc_cluster", {}) with input.resource.cost as {}
	messages(found) == ["nothing ends it when it is idle"]
}

test_dataproc if {
	count(rule.findings) == 0 with input as cluster(
		"google_dataproc_cluster",
		{"cluster_config": [{"lifecycle_config": [{"idle_delete_ttl": "600s"}]}]},
	)
}

test_databricks if {
	count(rule.findings) == 1 with input as cluster("databricks_cluster", {"autotermination_minutes": 0})
	count(rule.findings) == 1 with input as cluster("databricks_cluster", {"autotermination_minutes": 120})
	count(rule.findings) == 0 with input as cluster("databricks_cluster", {"autotermination_minutes": 20})
}

test_synapse if {
	count(rule.findings) == 1 with input as cluster("azurerm_synapse_spark_pool", {})
	count(rule.findings) == 0 with input as cluster(
		"azurerm_synapse_spark_pool",
		{"auto_pause": [{"delay_in_minutes": 15}]},
	)
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		cluster("aws_emr_cluster", {}),
		{"resource": {"unknown": ["auto_termination_policy"]}},
	)
	every f in found {
		"auto_termination_policy" in f.rests_on
	}
}

test_minutes_of_other_types if {
	count(rule.findings) == 0 with input as {"resource": {"type": "databricks_pool", "values": {"autotermination_minutes": 0}, "unknown": [], "cost": {"monthly": 5}}, "params": {"idle_share": 0.5}}
}

test_a_cluster_of_no_known_price if {
	not rule.wasted == ": at 50 % idle $0.00 a month" with input as {"params": {"idle_share": 0.5}, "resource": {"cost": {"monthly": 0}}}
	rule.wasted == ": at 50 % idle $5.00 a month" with input as {"params": {"idle_share": 0.5}, "resource": {"cost": {"monthly": 10}}}
}
