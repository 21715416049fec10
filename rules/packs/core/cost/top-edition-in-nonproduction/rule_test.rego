package iaclint.cost.top_edition_in_nonproduction_test

import data.iaclint.cost.top_edition_in_nonproduction as rule

resource(type, values) := {
	"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []},
	"params": {"nonprod_editions": {
		"ENTERPRISE_PLUS": "ENTERPRISE",
		"BC": "GP",
		"sqlserver-ee": "sqlserver-se",
		"oracle-ee": "oracle-se2",
	}},
}

changes(type, values) := {f.change | some f in found} if found := rule.findings with input as resource(type, values)

test_sql_server if {
	found := rule.findings with input as resource("aws_db_instance", {"engine": "sqlserver-ee"})
	found == {{
		"path": "engine",
		"message": "edition sqlserver-ee in non-production, where sqlserver-se will do",
		"change": {"engine": "sqlserver-se"},
		"rests_on": ["engine"],
	}}
}

test_other_engines if {
	count(changes("aws_db_instance", {"engine": "postgres"})) == 0
	count(changes("aws_db_instance", {"engine": "sqlserver-se"})) == 0
}

test_business_critical_keeps_its_size if {
	changes("azurerm_mssql_database", {"sku_name": "BC_Gen5_4"}) == {{"sku_name": "GP_Gen5_4"}}
	changes("azurerm_mssql_managed_instance", {"sku_name": "BC_Gen8IM"}) == {{"sku_name": "GP_Gen8IM"}}
	count(changes("azurerm_mssql_database", {"sku_name": "GP_Gen5_4"})) == 0
	count(changes("azurerm_mssql_database", {"sku_name": "S3"})) == 0
}

test_cloud_sql if {
	changes("google_sql_database_instance", {"settings": [{"edition": "ENTERPRISE_PLUS", "tier": "db-perf-optimized-N-4"}]}) == {{
		"settings.edition": "ENTERPRISE",
		"settings.tier": "db-custom-4-26624",
	}}
	changes("google_sql_database_instance", {"settings": [{"edition": "ENTERPRISE_PLUS", "tier": "db-c4a-highmem-4"}]}) == {{"settings.edition": "ENTERPRISE"}}
	count(changes("google_sql_database_instance", {"settings": [{"edition": "ENTERPRISE", "tier": "db-custom-4-16384"}]})) == 0
	count(changes("google_sql_database_instance", {"settings": [{"tier": "db-custom-4-16384"}]})) == 0
}

test_spanner if {
	changes("google_spanner_instance", {"config": "regional-europe-west1", "edition": "ENTERPRISE_PLUS"}) == {{"edition": "ENTERPRISE"}}
	count(changes("google_spanner_instance", {"config": "nam3", "edition": "ENTERPRISE_PLUS"})) == 0
	count(changes("google_spanner_instance", {"config": "regional-europe-west1", "edition": "STANDARD"})) == 0
}

test_one_that_may_stay if {
	count(rule.findings) == 0 with input as resource("aws_db_instance", {"engine": "sqlserver-ee"})
		with input.params.nonprod_editions["sqlserver-ee"] as "sqlserver-ee"
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_db_instance", {}),
		{"resource": {"unknown": ["engine"]}},
	)
}

test_tiers_without_a_plain_one if {
	changes("google_sql_database_instance", {"settings": [{"edition": "ENTERPRISE_PLUS", "tier": "db-perf-optimized-N-4"}]}) == {{"settings.edition": "ENTERPRISE", "settings.tier": "db-custom-4-26624"}}
	every tier in ["db-c4a-highmem-N-4", "db-custom-4-15360"] {
		every change in changes("google_sql_database_instance", {"settings": [{"edition": "ENTERPRISE_PLUS", "tier": tier}]}) {
			not change["settings.tier"]
		}
	}
}
