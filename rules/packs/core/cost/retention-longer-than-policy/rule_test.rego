package iaclint.cost.retention_longer_than_policy_test

import data.iaclint.cost.retention_longer_than_policy as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": [], "tags": {}},
	"params": {"max_days": {"prod": 400, "nonprod": 30}, "compliance_tag": "compliance"},
}

test_a_year_of_test_logs if {
	found := rule.findings with input as resource("aws_cloudwatch_log_group", "nonprod", {"retention_in_days": 365})
	found == {{
		"path": "retention_in_days",
		"message": "kept for 365 days; the cap in non-production is 30",
		"change": {"retention_in_days": 30},
		"rests_on": ["retention_in_days", "tags"],
	}}
}

test_a_period_that_cloudwatch_knows if {
	found := rule.findings with input as resource("aws_cloudwatch_log_group", "nonprod", {"retention_in_days": 365})
		with input.params.max_days.nonprod as 45
	[f.change | some f in found] == [{"retention_in_days": 30}]
}

test_a_year_in_production if {
	count(rule.findings) == 0 with input as resource("aws_cloudwatch_log_group", "prod", {"retention_in_days": 365})
}

test_kept_for_the_law if {
	count(rule.findings) == 0 with input as resource("aws_cloudwatch_log_group", "prod", {"retention_in_days": 3653})
		with input.resource.tags as {"compliance": "tax"}
}

test_for_ever_is_told_elsewhere if {
	count(rule.findings) == 0 with input as resource("aws_cloudwatch_log_group", "prod", {"retention_in_days": 0})
}

test_a_workspace if {
	found := rule.findings with input as resource("azurerm_log_analytics_workspace", "nonprod", {"retention_in_days": 90})
	[f.change | some f in found] == [{"retention_in_days": 30}]
}

test_a_table if {
	found := rule.findings with input as resource(
		"azurerm_log_analytics_workspace_table", "prod",
		{"total_retention_in_days": 2556},
	)
	[f.path | some f in found] == ["total_retention_in_days"]
}

test_at_the_cap if {
	count(rule.findings) == 0 with input as resource("azurerm_log_analytics_workspace_table", "prod", {"total_retention_in_days": 400})
	count(rule.findings) == 0 with input as resource("google_logging_project_bucket_config", "nonprod", {"retention_days": 30})
}

test_a_log_bucket if {
	found := rule.findings with input as resource(
		"google_logging_project_bucket_config", "nonprod",
		{"retention_days": 365},
	)
	[f.change | some f in found] == [{"retention_days": 30}]
}

test_an_event_data_store_keeps_seven_years if {
	found := rule.findings with input as resource("aws_cloudtrail_event_data_store", "prod", {})
	[f.message | some f in found] == ["kept for 2,555 days; the cap in production is 400"]
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_cloudwatch_log_group", "nonprod", {}),
		{"resource": {"unknown": ["retention_in_days"]}},
	)
}

# What has to be kept for longer is not told to go sooner.
test_a_class_with_a_floor if {
	policy := {"resilience/data-deleted-too-soon": {"class_tag": "data-class", "floors": {"audit": 2555, "orders": 90}}}
	document := resource("aws_cloudwatch_log_group", "prod", {"retention_in_days": 2557})
	audit := rule.findings with input as document with input.resource.tags as {"data-class": "audit"} with data.iaclint.params as policy
	count(audit) == 0
	orders := rule.findings with input as document with input.resource.tags as {"data-class": "orders"} with data.iaclint.params as policy
	count(orders) == 1
}

# 395 days are 400 on CloudWatch: a cap between the two would make both rules right.
test_a_floor_between_two_periods if {
	floors := {"resilience/data-deleted-too-soon": {"class_tag": "data-class", "floors": {"audit": 395}}}
	document := {
		"resource": {
			"type": "aws_cloudwatch_log_group", "env": "prod",
			"values": {"retention_in_days": 545}, "tags": {"data-class": "audit"},
		},
		"params": {"max_days": {"prod": 396}, "compliance_tag": "compliance"},
	}
	count(rule.findings) == 0 with input as document with data.iaclint.params as floors
	count(rule.findings) == 1 with input as document with data.iaclint.params as floors
		with input.params.max_days.prod as 400
	workspace := rule.findings with input as document with data.iaclint.params as floors
		with input.resource.type as "azurerm_log_analytics_workspace"
	[f.change | some f in workspace] == [{"retention_in_days": 396}]
}

paths(days) := {f.message | some f in findings} if {
	findings := rule.findings with input as resource("aws_cloudtrail_event_data_store", "prod", {"retention_period": days})
}

test_an_event_data_store_that_says_how_long if {
	paths(401) == {"kept for 401 days; the cap in production is 400"}
	paths(400) == set()
	paths(0) == {"kept for 2,555 days; the cap in production is 400"}
}
