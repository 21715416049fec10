package iaclint.cost.stopped_machine_kept_test

import data.iaclint.cost.stopped_machine_kept as rule

state(values) := {"resource": {
	"type": "aws_ec2_instance_state", "values": values, "unknown": [],
	"refs": {"instance_id": [{"address": "aws_instance.old", "type": "aws_instance"}]},
}}

test_kept_stopped if {
	found := rule.findings with input as state({"state": "stopped"})
	found == {{
		"path": "state",
		"message": "aws_instance.old is kept stopped: its disks and addresses are paid for all the same",
		"related": ["aws_instance.old"],
		"rests_on": ["state"],
	}}
}

test_kept_running if {
	count(rule.findings) == 0 with input as state({"state": "running"})
}

test_a_machine_of_another_plan if {
	count(rule.findings) == 0 with input as {"resource": {"values": {"state": "stopped"}, "refs": {}}}
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(state({}), {"resource": {"unknown": ["state"]}})
}

test_machines_only if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_ec2_instance_state", "values": {"state": "stopped"}, "unknown": [], "refs": {"instance_id": [{"address": "aws_spot_instance_request.a", "type": "aws_spot_instance_request", "values": {}}]}}, "params": {}}
}
