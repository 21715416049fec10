package iaclint.cost.fine_grained_monitoring_in_nonproduction_test

import data.iaclint.cost.fine_grained_monitoring_in_nonproduction as rule

document(type, values) := {
	"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []},
	"params": {"min_canary_minutes": 15},
}

messages(type, values) := {f.message | some f in found} if found := rule.findings with input as document(type, values)

canary(expression) := messages("aws_synthetics_canary", {"schedule": [{"expression": expression}]})

test_canaries if {
	canary("rate(1 minute)") == {"a canary every minute in non-production, where every 15 minutes will do"}
	canary("rate(5 minutes)") == {"a canary every 5 minutes in non-production, where every 15 minutes will do"}
	count(canary("rate(15 minutes)")) == 0
	count(canary("rate(1 hour)")) == 0
	count(canary("rate(0 minute)")) == 0
	count(canary("cron(0 * * * ? *)")) == 0
	count(canary("5 minutes")) == 0
}

test_the_change if {
	found := rule.findings with input as document("aws_synthetics_canary", {"schedule": [{"expression": "rate(1 minute)"}]})
	{f.change | some f in found} == {{"schedule.expression": "rate(15 minutes)"}}
}

test_alarms if {
	messages("aws_cloudwatch_metric_alarm", {"period": 10}) == {"a high-resolution alarm (10 s) in non-production, where a minute will do"}
	count(messages("aws_cloudwatch_metric_alarm", {"period": 60})) == 0
	count(messages("aws_cloudwatch_metric_alarm", {})) == 0
}

insights(value) := messages("aws_ecs_cluster", {"setting": [{"name": "containerInsights", "value": value}]})

test_clusters if {
	insights("enabled") == {"Container Insights (enabled) in non-production: metrics of every task"}
	count(insights("enhanced")) == 1
	count(insights("disabled")) == 0
	count(messages("aws_ecs_cluster", {})) == 0
}

test_streams if count(messages("aws_cloudwatch_metric_stream", {})) == 1

test_uptime_checks if {
	count(messages("google_monitoring_uptime_check_config", {"period": "60s"})) == 1
	count(messages("google_monitoring_uptime_check_config", {"period": "300s"})) == 0
	count(messages("google_monitoring_uptime_check_config", {})) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(document("aws_cloudwatch_metric_alarm", {}), {"resource": {"unknown": ["period"]}})
}

test_what_belongs_to_other_types if {
	count(messages("aws_cloudwatch_composite_alarm", {"period": 10})) == 0
	count(messages("aws_sagemaker_domain", {"setting": [{"name": "containerInsights", "value": "enabled"}]})) == 0
	count(messages("google_monitoring_alert_policy", {"period": "60s"})) == 0
	count(messages("aws_ecs_cluster", {"setting": [{"name": "other", "value": "enabled"}]})) == 0
}

test_schedules_in_another_form if count(canary("at(1 minute)")) == 0
