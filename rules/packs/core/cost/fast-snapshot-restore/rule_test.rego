package iaclint.cost.fast_snapshot_restore_test

import data.iaclint.cost.fast_snapshot_restore as rule

resource(type, values) := {"resource": {"type": type, "values": values, "unknown": [], "cost": {"monthly": 547.5}}}

test_left_on if {
	found := rule.findings with input as resource("aws_ebs_fast_snapshot_restore", {"availability_zone": "eu-west-1a"})
	found == {{
		"message": "paid for by the hour, whether anything is restored or not, $547.50 a month",
		"remove": true,
		"rests_on": [],
	}}
}

policy(schedules) := resource("aws_dlm_lifecycle_policy", {"policy_details": [{"schedule": schedules}]})

test_turned_on_by_a_policy if {
	found := rule.findings with input as policy([
		{"name": "weekly"},
		{"name": "daily", "fast_restore_rule": [{"availability_zones": ["eu-west-1a", "eu-west-1b"], "count": 1}]},
	])
	found == {{
		"path": "policy_details.schedule.fast_restore_rule",
		"key": "schedule.1",
		"message": "turns on fast restore of what it makes, in 2 zones",
	}}
}

test_a_policy_that_does_not if {
	count(rule.findings) == 0 with input as policy([{"name": "daily", "fast_restore_rule": []}])
}

test_zones_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		policy([{"name": "daily", "fast_restore_rule": [{"count": 1}]}]),
		{"resource": {"unknown": ["policy_details.0.schedule.0.fast_restore_rule.0.availability_zones"]}},
	)
}

test_a_policy_without_zones if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_dlm_lifecycle_policy", "values": {"policy_details": [{"schedule": [{"fast_restore_rule": [{"availability_zones": []}]}]}]}, "unknown": [], "cost": {}}, "params": {}}
}
