package iaclint.lib.schedule_test

import data.iaclint.lib.schedule

group(given) := object.union({"type": "aws_instance", "env": "nonprod", "tag_keys": set(), "tags_hidden": []}, given)

test_restless if {
	schedule.restless([group({})], "schedule") == [group({})]
	schedule.restless([group({"env": "prod"}), group({"env": "unknown"}), group({"type": "aws_nat_gateway"})], "schedule") == []
	schedule.restless([group({"tag_keys": {"schedule"}}), group({"tags_hidden": ["schedule"]})], "schedule") == []
}

test_scheduled if {
	schedule.scheduled({"aws_autoscaling_schedule": 1})
	not schedule.scheduled({"aws_autoscaling_schedule": 0, "aws_instance": 3})
}

test_idle if schedule.idle(365) == 0.5
