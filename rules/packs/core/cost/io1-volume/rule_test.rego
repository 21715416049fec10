package iaclint.cost.io1_volume_test

import data.iaclint.cost.io1_volume as rule

volume(values, tags) := {"resource": {"type": "aws_ebs_volume", "values": values, "unknown": [], "tags": tags}}

params := {"cost/provisioned-iops-volume": {"keep_tag": "provisioned-iops-reason"}}

reason := {"provisioned-iops-reason": "latency"}

test_one_that_has_to_stay if {
	found := rule.findings with input as volume({"type": "io1", "iops": 4000}, reason) with data.iaclint.params as params
	found == {{
		"path": "type",
		"message": "io1, where io2 costs the same and is more durable",
		"change": {"type": "io2"},
		"rests_on": ["type", "multi_attach_enabled", "tags"],
	}}
}

test_one_that_several_machines_share if {
	count(rule.findings) == 1 with input as volume({"type": "io1", "multi_attach_enabled": true}, {}) with data.iaclint.params as params
}

test_where_gp3_would_do if {
	count(rule.findings) == 0 with input as volume({"type": "io1", "iops": 4000}, {}) with data.iaclint.params as params
}

test_other_types if {
	count(rule.findings) == 0 with input as volume({"type": "io2"}, reason) with data.iaclint.params as params
	count(rule.findings) == 0 with input as volume({"type": "gp3"}, reason) with data.iaclint.params as params
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(volume({}, reason), {"resource": {"unknown": ["type"]}})
		with data.iaclint.params as params
}
