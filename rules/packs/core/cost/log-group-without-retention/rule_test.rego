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

keeps(days) := {"resilience/data-deleted-too-soon": {"class_tag": "data-class", "floors": {"audit": days}}}

# What has to be kept is proposed to be kept, by the next period CloudWatch knows.
test_a_class_with_a_floor if {
	found := rule.findings with input as audit with data.iaclint.params as keeps(395)
	[f.change | some f in found] == [{"retention_in_days": 400}]
	[f.rests_on | some f in found] == [["retention_in_days", "tags.data-class"]]
	low := rule.findings with input as audit with data.iaclint.params as keeps(7)
	[f.change | some f in low] == [{"retention_in_days": 90}]
	other := rule.findings with input as audit with input.resource.tags as {} with data.iaclint.params as keeps(395)
	[f.change | some f in other] == [{"retention_in_days": 90}]
}

test_what_is_kept_longer_than_any_period if {
	count(rule.findings) == 0 with input as audit with data.iaclint.params as keeps(3654)
	found := rule.findings with input as audit with data.iaclint.params as keeps(3653)
	[f.change | some f in found] == [{"retention_in_days": 3653}]
}

audit := object.union(group("prod", {}), {"resource": {"tags": {"data-class": "audit"}}})
