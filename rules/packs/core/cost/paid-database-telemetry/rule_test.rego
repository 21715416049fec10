package iaclint.cost.paid_database_telemetry_test

import data.iaclint.cost.paid_database_telemetry as rule

document(values) := {
	"resource": {"type": "aws_db_instance", "values": values, "unknown": []},
	"params": {"max_pi_retention_days": 7, "min_monitoring_seconds": 15},
}

changes(values) := {f.change | some f in found} if found := rule.findings with input as document(values)

test_two_years_of_performance_data if {
	found := rule.findings with input as document({"performance_insights_retention_period": 731})
	found == {{
		"path": "performance_insights_retention_period",
		"key": "performance_insights_retention_period",
		"message": "performance data is kept for 731 days; the first 7 are free",
		"change": {"performance_insights_retention_period": 7},
		"rests_on": ["performance_insights_retention_period"],
	}}
	count(changes({"performance_insights_retention_period": 7})) == 0
}

test_as_long_as_may_be if {
	found := rule.findings with input as document({"performance_insights_retention_period": 93}) with input.params.max_pi_retention_days as 93
	count(found) == 0
}

test_advanced_insights if {
	changes({"database_insights_mode": "advanced", "performance_insights_retention_period": 465}) == {{"database_insights_mode": "standard", "performance_insights_retention_period": 7}}
	count(changes({"database_insights_mode": "standard"})) == 0
}

test_samples if {
	changes({"monitoring_interval": 1}) == {{"monitoring_interval": 60}}
	count(changes({"monitoring_interval": 0})) == 0
	count(changes({"monitoring_interval": 15})) == 0
}

test_exports if {
	changes({"enabled_cloudwatch_logs_exports": ["error", "general"]}) == {{"enabled_cloudwatch_logs_exports": ["error"]}}
	count(changes({"enabled_cloudwatch_logs_exports": ["error", "slowquery"]})) == 0
	count(changes({})) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(document({}), {"resource": {"unknown": ["monitoring_interval"]}})
}
