package iaclint.cost.log_group_without_retention_test

import data.iaclint.cost.log_group_without_retention as rule

group(env, values) := {
	"resource": {"type": "aws_cloudwatch_log_group", "env": env, "values": values, "unknown": []},
	"params": {"default_days": {"prod": 90, "nonprod": 14}, "assumed_gb_month": 5},
}

test_nothing_said if {
	found := rule.findings with input as group("nonprod", {"name": "/app"})
	found == {{
		"path": "retention_in_days",
		"message": "kept for ever: at 5 GB a month that is 60 GB after a year and 180 GB after three",
		"change": {"retention_in_days": 14},
		"rests_on": ["retention_in_days"],
	}}
}

test_zero_means_for_ever if {
	found := rule.findings with input as group("prod", {"retention_in_days": 0})
	[f.change | some f in found] == [{"retention_in_days": 90}]
}

test_so_does_null if {
	count(rule.findings) == 1 with input as group("prod", {"retention_in_days": null})
}

test_a_period if {
	count(rule.findings) == 0 with input as group("nonprod", {"retention_in_days": 30})
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		group("prod", {}),
		{"resource": {"unknown": ["retention_in_days"]}},
	)
	every f in found {
		"retention_in_days" in f.rests_on
	}
}
