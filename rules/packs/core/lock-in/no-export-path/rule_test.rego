package iaclint.lock_in.no_export_path_test

import data.iaclint.lock_in.no_export_path

found(type, values, lock_in) := findings if {
	findings := no_export_path.findings with input as {
		"params": {"min_grade": 3},
		"resource": {"type": type, "values": values, "lock_in": object.union({"grade": 4, "at_most": false}, lock_in)},
	}
}

paths(type, values) := {finding.path | some finding in found(type, values, {})}

test_fails if {
	found("aws_dynamodb_table", {"point_in_time_recovery": []}, {}) == {{
		"path": "point_in_time_recovery",
		"message": "no point-in-time recovery, without which a table cannot be exported",
		"change": {"point_in_time_recovery.enabled": true},
		"rests_on": ["point_in_time_recovery.enabled"],
	}}
	paths("aws_dynamodb_table", {"point_in_time_recovery": [{"enabled": false}]}) == {"point_in_time_recovery"}
	paths("google_firestore_database", {"point_in_time_recovery_enablement": "POINT_IN_TIME_RECOVERY_DISABLED"}) == {"point_in_time_recovery_enablement"}
	paths("azurerm_cosmosdb_account", {"backup": [{"type": "Periodic"}]}) == {"backup"}
	paths("azurerm_cosmosdb_account", {}) == {"backup"}
}

test_passes if {
	paths("aws_dynamodb_table", {"point_in_time_recovery": [{"enabled": true}]}) == set()
	paths("google_firestore_database", {"point_in_time_recovery_enablement": "POINT_IN_TIME_RECOVERY_ENABLED"}) == set()
	paths("azurerm_cosmosdb_account", {"backup": [{"type": "Continuous"}]}) == set()
}

test_passes_a_lower_grade if found("azurerm_cosmosdb_account", {}, {"grade": 2}) == set()

test_unknown_grade_says_nothing if found("azurerm_cosmosdb_account", {}, {"at_most": true}) == set()

# What is known only after apply is absent: the finding names it, and the engine makes it unknown.
test_unknown_rests_on_the_one_value if {
	{finding.rests_on | some finding in found("aws_dynamodb_table", {}, {})} == {["point_in_time_recovery.enabled"]}
}

test_passes_what_is_easily_left if {
	found("aws_dynamodb_table", {}, {"grade": 2}) == set()
	found("google_firestore_database", {}, {"grade": 2}) == set()
	count(found("google_firestore_database", {}, {"grade": 3})) == 1
}
