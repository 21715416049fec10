package iaclint.cost.backups_kept_too_long_test

import data.iaclint.cost.backups_kept_too_long as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": [], "tags": {}},
	"params": {"max_days": {"prod": 35, "nonprod": 7}, "compliance_tag": "compliance"},
}

test_a_test_database if {
	found := rule.findings with input as resource("aws_db_instance", "nonprod", {"backup_retention_period": 30})
	found == {{
		"path": "backup_retention_period",
		"key": "backup_retention_period",
		"message": "daily copies kept for 30 days; the cap in non-production is 7",
		"change": {"backup_retention_period": 7},
	}}
	count(rule.findings) == 0 with input as resource("aws_db_instance", "prod", {"backup_retention_period": 30})
	count(rule.findings) == 0 with input as resource("aws_db_instance", "unknown", {"backup_retention_period": 30})
	count(rule.findings) == 0 with input as resource("aws_db_instance", "nonprod", {"backup_retention_period": 7})
}

test_kept_for_the_law if {
	count(rule.findings) == 0 with input as resource("aws_db_instance", "nonprod", {"backup_retention_period": 30})
		with input.resource.tags as {"compliance": "sox"}
	count(rule.findings) == 0 with input as resource("aws_backup_plan", "prod", {"rule": [{"rule_name": "all"}]})
		with input.resource.tags as {"compliance": "sox"}
	count(rule.findings) == 0 with input as policy({"retain_rule": [{"count": 400}], "create_rule": [{"interval": 24}]})
		with input.resource.tags as {"compliance": "sox"}
}

plan(rule) := resource("aws_backup_plan", "prod", {"rule": [object.union({"rule_name": "all"}, rule)]})

test_a_plan_without_an_end if {
	found := rule.findings with input as plan({"schedule": "cron(0 5 * * ? *)"})
	found == {{
		"path": "rule.lifecycle.delete_after",
		"key": "rule.0",
		"message": "nothing deletes the copies: they are kept for ever",
	}}
	count(rule.findings) == 1 with input as plan({"lifecycle": [{"cold_storage_after": 30}]})
}

test_a_plan_that_keeps_daily_copies_for_a_year if {
	found := rule.findings with input as plan({"schedule": "cron(0 5 * * ? *)", "lifecycle": [{"delete_after": 365}]})
	[f.change | some f in found] == [{"rule.lifecycle.delete_after": 35}]
	count(rule.findings) == 1 with input as plan({"schedule": "cron(0 5 ? * * *)", "lifecycle": [{"delete_after": 365}]})
	count(rule.findings) == 1 with input as plan({"schedule": "rate(1 day)", "lifecycle": [{"delete_after": 365}]})
}

test_copies_of_a_week_or_a_month_are_few if {
	count(rule.findings) == 0 with input as plan({"schedule": "cron(0 5 1 * ? *)", "lifecycle": [{"delete_after": 365}]})
	count(rule.findings) == 0 with input as plan({"schedule": "cron(0 5 ? * SUN *)", "lifecycle": [{"delete_after": 365}]})
	count(rule.findings) == 0 with input as plan({"schedule": "cron(0 5 * * ? *)", "lifecycle": [{"delete_after": 35}]})
}

policy(schedule) := resource("aws_dlm_lifecycle_policy", "prod", {"policy_details": [{"schedule": [schedule]}]})

test_snapshots_on_aws if {
	found := rule.findings with input as policy({"retain_rule": [{"count": 400}], "create_rule": [{"interval": 12}]})
	[f.message | some f in found] == ["daily copies kept for 200 days; the cap in production is 35"]
	count(rule.findings) == 1 with input as policy({"retain_rule": [{"interval": 6, "interval_unit": "MONTHS"}], "create_rule": [{"interval": 24}]})
	count(rule.findings) == 0 with input as policy({"retain_rule": [{"count": 14}], "create_rule": [{"interval": 24}]})
	count(rule.findings) == 0 with input as policy({"retain_rule": [{"count": 40}], "create_rule": [{"cron_expression": "cron(0 5 1 * ? *)"}]})
}

test_machines_on_azure if {
	found := rule.findings with input as resource("azurerm_backup_policy_vm", "nonprod", {"retention_daily": [{"count": 30}]})
	[f.change | some f in found] == [{"retention_daily.count": 7}]
	count(rule.findings) == 0 with input as resource("azurerm_backup_policy_vm", "prod", {"retention_daily": [{"count": 30}], "retention_yearly": [{"count": 10}]})
}

snapshots(more) := resource("google_compute_resource_policy", "prod", {"snapshot_schedule_policy": [more]})

test_snapshots_on_google if {
	endless := rule.findings with input as snapshots({"schedule": [{"daily_schedule": [{"days_in_cycle": 1}]}]})
	[f.message | some f in endless] == ["nothing deletes the snapshots: they are kept for ever"]
	long := rule.findings with input as snapshots({
		"schedule": [{"daily_schedule": [{"days_in_cycle": 1}]}],
		"retention_policy": [{"max_retention_days": 90}],
	})
	[f.change | some f in long] == [{"snapshot_schedule_policy.retention_policy.max_retention_days": 35}]
	count(rule.findings) == 0 with input as snapshots({
		"schedule": [{"daily_schedule": [{"days_in_cycle": 1}]}],
		"retention_policy": [{"max_retention_days": 35}],
	})
	count(rule.findings) == 0 with input as snapshots({
		"schedule": [{"weekly_schedule": [{"day_of_weeks": []}]}],
		"retention_policy": [{"max_retention_days": 90}],
	})
	count(rule.findings) == 0 with input as resource("google_compute_resource_policy", "prod", {"instance_schedule_policy": [{}]})
}

sql(enabled) := {"settings": [{"backup_configuration": [{
	"enabled": enabled,
	"backup_retention_settings": [{"retained_backups": 30}],
}]}]}

test_databases_on_google if {
	count(rule.findings) == 1 with input as resource("google_sql_database_instance", "nonprod", sql(true))
	count(rule.findings) == 0 with input as resource("google_sql_database_instance", "nonprod", sql(false))
	count(rule.findings) == 0 with input as resource("google_sql_database_instance", "prod", sql(true))
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_db_instance", "nonprod", {}),
		{"resource": {"unknown": ["backup_retention_period"]}},
	)
}

test_kept_for_the_policy if {
	floors := {"resilience/data-deleted-too-soon": {"class_tag": "data-class", "floors": {"audit": 395, "orders": 30}}}
	daily := plan({"schedule": "cron(0 5 * * ? *)", "lifecycle": [{"delete_after": 730}]})
	copies := policy({"retain_rule": [{"count": 400}], "create_rule": [{"interval": 24}]})
	every document in [daily, copies] {
		count(rule.findings) == 0 with input as document with data.iaclint.params as floors
			with input.resource.tags as {"data-class": "audit"}
		count(rule.findings) == 1 with input as document with data.iaclint.params as floors
			with input.resource.tags as {"data-class": "orders"}
	}
}

test_policies_that_are_not_daily if {
	count(rule.findings) == 1 with input as policy({"retain_rule": [{"count": 400}], "create_rule": [{"interval": 24}]})
	count(rule.findings) == 0 with input as policy({"retain_rule": [{"count": 400}], "create_rule": [{"interval": 48}]})
	count(rule.findings) == 1 with input as policy({"retain_rule": [{"interval": 2, "interval_unit": "YEARS"}], "create_rule": [{"interval": 24}]})
	count(rule.findings) == 0 with input as policy({"retain_rule": [{"interval": 2, "interval_unit": "YEARS"}], "create_rule": [{"interval": 48}]})

	# 0 of the one is how Terraform prints that the other is meant.
	count(rule.findings) == 1 with input as policy({"retain_rule": [{"count": 0, "interval": 2, "interval_unit": "YEARS"}], "create_rule": [{"interval": 24}]})
	count(rule.findings) == 1 with input as policy({"retain_rule": [{"count": 400, "interval": 0, "interval_unit": "DAYS"}], "create_rule": [{"interval": 24}]})
}
