package iaclint.carbon.more_copies_than_needed_test

import data.iaclint.carbon.more_copies_than_needed

messages(type, env, values, users) := found if {
	found := {[finding.path, finding.message] | some finding in more_copies_than_needed.findings} with input as {
		"params": {"max_copies": {"prod": 12, "nonprod": 4}},
		"resource": {"type": type, "env": env, "values": values, "referenced_by": [{"address": "x.y", "type": user} | some user in users]},
	}
}

test_fails if {
	messages("azurerm_storage_account", "nonprod", {"account_replication_type": "RAGZRS"}, []) == {["account_replication_type", "6 copies of all that is stored; 4 would do in non-production"]}
	messages("azurerm_cosmosdb_account", "prod", {"geo_location": [{}, {}, {}, {}]}, []) == {["geo_location", "16 copies of all that is stored; 12 would do in production"]}
	messages("aws_rds_global_cluster", "prod", {}, ["aws_rds_cluster", "aws_rds_cluster", "aws_rds_cluster", "aws_instance"]) == {["referenced_by", "18 copies of all that is stored; 12 would do in production"]}
}

test_passes if {
	messages("azurerm_storage_account", "nonprod", {"account_replication_type": "ZRS"}, []) == set()
	messages("azurerm_storage_account", "prod", {"account_replication_type": "RAGZRS"}, []) == set()
	messages("azurerm_cosmosdb_account", "nonprod", {"geo_location": [{}]}, []) == set()
	messages("aws_rds_global_cluster", "unknown", {}, ["aws_rds_cluster", "aws_rds_cluster"]) == set()
}

# A number known only after apply is absent, and the engine makes the silence unknown.
test_unknown_says_nothing if messages("azurerm_storage_account", "nonprod", {}, []) == set()

test_members_are_counted_of_global_databases_only if {
	messages("aws_rds_cluster", "prod", {}, ["aws_rds_cluster", "aws_rds_cluster", "aws_rds_cluster"]) == set()
}
