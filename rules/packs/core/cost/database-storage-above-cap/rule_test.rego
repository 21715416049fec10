package iaclint.cost.database_storage_above_cap_test

import data.iaclint.cost.database_storage_above_cap as rule

document(type, values) := {
	"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []},
	"params": {"max_gb_nonprod": 100},
}

changes(type, values) := {f.change | some f in found} if found := rule.findings with input as document(type, values)

test_rds if {
	found := rule.findings with input as document("aws_db_instance", {"allocated_storage": 2000})
	found == {{
		"path": "allocated_storage",
		"key": "allocated_storage",
		"message": "2,000 GB set aside in non-production; the cap is 100",
		"change": {"allocated_storage": 100},
		"rests_on": ["allocated_storage"],
	}}
	count(changes("aws_db_instance", {"allocated_storage": 100})) == 0
	count(changes("aws_db_instance", {})) == 0
}

test_provisioned_iops if {
	changes("aws_db_instance", {"allocated_storage": 100, "storage_type": "io2"}) == {{"storage_type": "gp3", "iops": 0}}
	count(changes("aws_db_instance", {"allocated_storage": 100, "storage_type": "gp3"})) == 0
}

test_cloud_sql if {
	changes("google_sql_database_instance", {"settings": [{"disk_size": 500}]}) == {{"settings.disk_size": 100}}
	count(changes("google_sql_database_instance", {"settings": [{"disk_size": 10}]})) == 0
}

test_azure_knows_powers_of_two if {
	changes("azurerm_postgresql_flexible_server", {"storage_mb": 1048576}) == {{"storage_mb": 65536}}
	count(changes("azurerm_postgresql_flexible_server", {"storage_mb": 65536})) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(document("aws_db_instance", {}), {"resource": {"unknown": ["allocated_storage"]}})
}
