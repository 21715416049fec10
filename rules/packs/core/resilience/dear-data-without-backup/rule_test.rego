package iaclint.resilience.dear_data_without_backup_test

import data.iaclint.resilience.dear_data_without_backup as rule

document(type, monthly, values) := {
	"resource": {
		"type": type, "env": "prod", "values": values, "unknown": [], "referenced_by": [],
		"cost": {"monthly": monthly},
	},
	"params": {"min_usd_month": 100},
}

found(type, monthly, values) := findings if findings := rule.findings with input as document(type, monthly, values)

test_switched_off if {
	found("aws_db_instance", 300, {"backup_retention_period": 0}) == {{
		"path": "backup_retention_period",
		"message": "$300.00 a month of production data and no backup: a retention of 0 days switches it off",
		"change": {"backup_retention_period": 7},
		"rests_on": ["cost.monthly", "referenced_by", "backup_retention_period"],
	}}
}

test_on_or_left_to_the_cloud if {
	count(found("aws_db_instance", 300, {"backup_retention_period": 7})) == 0
	count(found("aws_db_instance", 300, {})) == 0
}

test_cheap_data if {
	count(found("aws_db_instance", 99, {"backup_retention_period": 0})) == 0
	count(found("aws_db_instance", 100, {"backup_retention_period": 0})) == 1
}

test_a_replica if {
	count(found("aws_db_instance", 300, {"backup_retention_period": 0, "replicate_source_db": "main"})) == 0
	count(found("google_sql_database_instance", 300, {"master_instance_name": "main"})) == 0
}

test_backed_up_by_a_plan if {
	findings := rule.findings with input as object.union(
		document("aws_db_instance", 300, {"backup_retention_period": 0}),
		{"resource": {"referenced_by": [{"address": "s", "type": "aws_backup_selection"}]}},
	)
	count(findings) == 0
}

test_tables if {
	count(found("aws_dynamodb_table", 300, {})) == 1
	count(found("aws_dynamodb_table", 300, {"point_in_time_recovery": [{"enabled": false}]})) == 1
	count(found("aws_dynamodb_table", 300, {"point_in_time_recovery": [{"enabled": true}]})) == 0
}

test_cloud_sql if {
	count(found("google_sql_database_instance", 300, {"settings": [{"tier": "x"}]})) == 1
	count(found("google_sql_database_instance", 300, {"settings": [{"backup_configuration": [{"enabled": true}]}]})) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(document("aws_db_instance", 300, {}), {"resource": {"unknown": ["backup_retention_period"]}})
}

test_selections_only if {
	rule.selected with input as {"resource": {"referenced_by": [{"address": "x.y", "type": "aws_backup_selection"}]}}
	not rule.selected with input as {"resource": {"referenced_by": [{"address": "x.y", "type": "aws_route53_record"}]}}
}
