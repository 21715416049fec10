package iaclint.cost.schedule_too_frequent_test

import data.iaclint.cost.schedule_too_frequent as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {
		"min_interval_minutes": {"prod": 5, "nonprod": 60},
		"max_job_minutes": {"prod": 720, "nonprod": 120},
	},
}

messages(type, env, values) := {f.message | some f in found} if found := rule.findings with input as resource(type, env, values)

scheduled(text) := messages("aws_cloudwatch_event_rule", "prod", {"schedule_expression": text})

test_every_minute if {
	found := rule.findings with input as resource("aws_cloudwatch_event_rule", "prod", {"schedule_expression": "rate(1 minute)"})
	found == {{
		"path": "schedule_expression",
		"message": "runs every minute, 43,800 times a month; every 5 minutes should do in production",
		"rests_on": ["schedule_expression", "state", "is_enabled", "paused", "enabled"],
	}}
}

test_forms_of_a_schedule if {
	scheduled("rate(2 minutes)") == {"runs every 2 minutes, 21,900 times a month; every 5 minutes should do in production"}
	scheduled("cron(* * * * ? *)") == {"runs every minute, 43,800 times a month; every 5 minutes should do in production"}
	scheduled("cron(0/3 * * * ? *)") == {"runs every 3 minutes, 14,600 times a month; every 5 minutes should do in production"}
	scheduled("*/2 * * * *") == {"runs every 2 minutes, 21,900 times a month; every 5 minutes should do in production"}
}

test_often_enough if {
	every text in ["rate(5 minutes)", "rate(1 hour)", "rate(7 days)", "cron(0/5 * * * ? *)", "cron(0 * * * ? *)", "cron(15 10 ? * MON *)", "at(2026-12-01T00:00:00)", "0 3 * * *"] {
		count(scheduled(text)) == 0
	}
}

test_outside_production_once_an_hour if {
	messages("google_cloud_scheduler_job", "nonprod", {"schedule": "0,15,30,45 * * * *"}) == {"runs every 15 minutes, 2,920 times a month; every 60 minutes should do in non-production"}
	count(messages("google_cloud_scheduler_job", "nonprod", {"schedule": "0 * * * *"})) == 0
	count(messages("google_cloud_scheduler_job", "prod", {"schedule": "*/15 * * * *"})) == 0
}

test_switched_off if {
	every off in [{"state": "DISABLED"}, {"is_enabled": false}, {"paused": true}, {"enabled": false}] {
		count(messages("aws_cloudwatch_event_rule", "prod", object.union({"schedule_expression": "rate(1 minute)"}, off))) == 0
	}
}

test_alert if {
	messages("azurerm_monitor_scheduled_query_rules_alert_v2", "prod", {"evaluation_frequency": "PT1M"}) == {"runs every minute, 43,800 times a month; every 5 minutes should do in production"}
	count(messages("azurerm_monitor_scheduled_query_rules_alert_v2", "prod", {"evaluation_frequency": "PT5M"})) == 0
	count(messages("azurerm_monitor_scheduled_query_rules_alert_v2", "nonprod", {"evaluation_frequency": "PT1H"})) == 0
	count(messages("azurerm_monitor_scheduled_query_rules_alert_v2", "nonprod", {"evaluation_frequency": "P1D"})) == 0
}

job(env, values) := messages("aws_glue_job", env, values)

test_a_job_without_a_limit if {
	job("prod", {"number_of_workers": 10}) == {"may run for 2,880 minutes, the default, on 10 workers; 720 should do in production"}
	job("nonprod", {"glue_version": "5.0"}) == {"may run for 480 minutes, the default; 120 should do in non-production"}
	count(job("prod", {"glue_version": "5.0"})) == 0
	count(job("prod", {"glue_version": "4.0"})) == 1
}

test_a_job_with_a_limit if {
	job("nonprod", {"timeout": 600}) == {"may run for 600 minutes; 120 should do in non-production"}
	count(job("prod", {"timeout": 600})) == 0
	count(job("nonprod", {"timeout": 60, "glue_version": "5.0"})) == 0
}

test_a_job_on_a_stream if count(job("prod", {"command": [{"name": "gluestreaming"}]})) == 0

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_cloudwatch_event_rule", "prod", {}),
		{"resource": {"unknown": ["schedule_expression"]}},
	)
}

test_what_is_no_schedule if {
	count(scheduled("rate(4 minutes)")) == 1
	count(scheduled("cron(0/4 * * * ? *)")) == 1
	count(scheduled("cron(0 4 * * ? *)")) == 0
	count(scheduled("4 minutes")) == 0
	count(scheduled("1/2 3")) == 0
	count(scheduled("a/1 * * * *")) == 0
}

test_times_of_nothing if {
	messages("aws_glue_job", "nonprod", {"timeout": 0}) == messages("aws_glue_job", "nonprod", {})
	messages("aws_glue_job", "nonprod", {"timeout": 600, "number_of_workers": 0}) == messages("aws_glue_job", "nonprod", {"timeout": 600})
	messages("aws_glue_job", "nonprod", {"timeout": 600, "number_of_workers": 2}) != messages("aws_glue_job", "nonprod", {"timeout": 600})
}
