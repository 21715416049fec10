package iaclint.cost.removal_leaves_residue_test

import data.iaclint.cost.removal_leaves_residue as rule

found(type, actions, before) := findings if {
	findings := rule.findings with input as {"resource": {"type": type, "actions": actions, "before": before, "cost": {"before": 140}}}
}

test_forgotten if {
	found("aws_instance", ["forget"], {}) == {{
		"message": "forgotten, not destroyed: $140.00 a month goes on where no plan shows it",
		"rests_on": [],
	}}
	count(found("aws_instance", ["delete"], {})) == 0
	count(found("aws_instance", ["update"], {})) == 0
}

test_forgotten_and_free if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_iam_role", "actions": ["forget"], "before": {}, "cost": {"before": 0}}}
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_iam_role", "actions": ["forget"], "before": {}, "cost": {}}}
}

test_final_snapshots if {
	{f.message | some f in found("aws_db_instance", ["delete"], {"skip_final_snapshot": false, "allocated_storage": 500})} == {"a final snapshot of 500 GB stays"}
	count(found("aws_db_instance", ["delete"], {"skip_final_snapshot": true, "allocated_storage": 500})) == 0
	count(found("aws_db_instance", ["update"], {"skip_final_snapshot": false, "allocated_storage": 500})) == 0
	count(found("aws_docdb_cluster", ["delete"], {"skip_final_snapshot": false, "allocated_storage": 500})) == 0
}

test_log_groups if {
	count(found("aws_cloudwatch_log_group", ["delete"], {"skip_destroy": true})) == 1
	count(found("aws_cloudwatch_log_group", ["delete"], {"skip_destroy": false})) == 0
	count(found("aws_cloudwatch_log_group", ["no-op"], {"skip_destroy": true})) == 0
	count(found("aws_lambda_layer_version", ["delete"], {"skip_destroy": true})) == 0
}

test_a_snapshot_of_nothing if {
	gone := {"resource": {"type": "aws_db_instance", "actions": ["delete"], "before": {"skip_final_snapshot": false, "allocated_storage": 0}}, "params": {}}
	count(rule.findings) == 0 with input as gone
	count(rule.findings) == 1 with input as gone with input.resource.before.allocated_storage as 20
}
