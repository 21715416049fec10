package iaclint.cost.read_replica_in_nonproduction_test

import data.iaclint.cost.read_replica_in_nonproduction as rule

found(type, values, refs) := findings if {
	findings := rule.findings with input as {"resource": {
		"type": type, "env": "nonprod", "values": values, "refs": refs, "unknown": [],
		"cost": {"monthly": 100},
	}}
}

test_by_name if {
	found("aws_db_instance", {"replicate_source_db": "main"}, {}) == {{
		"message": "a read replica in non-production, $100.00 a month",
		"remove": true,
		"rests_on": ["replicate_source_db"],
	}}
	count(found("google_sql_database_instance", {"master_instance_name": "main"}, {})) == 1
}

test_by_reference if {
	{f.rests_on | some f in found("aws_db_instance", {"replicate_source_db": "main"}, {"replicate_source_db": [{"type": "aws_db_instance"}]})} == {["refs.replicate_source_db"]}
	count(found("google_sql_database_instance", {}, {"master_instance_name": [{"type": "google_sql_database_instance"}]})) == 1
}

test_azure if {
	count(found("azurerm_postgresql_flexible_server", {"create_mode": "Replica"}, {})) == 1
	count(found("azurerm_postgresql_flexible_server", {"create_mode": "Default"}, {})) == 0
	count(found("azurerm_mysql_flexible_server", {}, {})) == 0
}

test_no_replica if {
	count(found("aws_db_instance", {}, {})) == 0
	count(found("aws_db_instance", {"replicate_source_db": ""}, {})) == 0
	count(found("google_sql_database_instance", {"master_instance_name": ""}, {})) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as {"resource": {
		"type": "azurerm_postgresql_flexible_server", "env": "nonprod",
		"values": {}, "refs": {}, "unknown": ["create_mode"],
	}}
}

test_a_source_is_told_once if {
	replica := {"resource": {"type": "google_sql_database_instance", "env": "nonprod", "values": {"master_instance_name": "main"}, "unknown": [], "refs": {}, "tags": {}, "cost": {}}, "params": {}}
	rule.replica_of.master_instance_name with input as replica
	not rule.replica_of.master_instance_name with input as replica with input.resource.refs.master_instance_name as [{"address": "x.main"}]
}
