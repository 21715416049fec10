package iaclint.cost.database_above_size_cap_test

import data.iaclint.cost.database_above_size_cap as rule

database(type, env, values, machine) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": [], "machine": machine},
	"params": {"max_vcpu": {"prod": 32, "nonprod": 2}},
}

large := {"vcpu": 8, "smaller": "db.m7g.xlarge"}

test_above_the_cap if {
	found := rule.findings with input as database(
		"aws_db_instance", "nonprod",
		{"instance_class": "db.m7g.2xlarge"}, large,
	)
	found == {{
		"path": "instance_class",
		"message": "db.m7g.2xlarge has 8 vCPUs; the cap in non-production is 2",
		"change": {"instance_class": "db.m7g.xlarge"},
		"rests_on": ["instance_class"],
	}}
}

test_production_has_a_wider_cap if {
	count(rule.findings) == 0 with input as database(
		"aws_db_instance", "prod",
		{"instance_class": "db.m7g.2xlarge"}, large,
	)
}

test_a_database_on_azure if {
	found := rule.findings with input as database("azurerm_mssql_database", "nonprod", {"sku_name": "GP_S_Gen5_4"}, {})
	[f.message | some f in found] == ["GP_S_Gen5_4 has 4 vCPUs; the cap in non-production is 2"]
}

test_a_tier_of_dtus_has_no_vcpus if {
	count(rule.findings) == 0 with input as database("azurerm_mssql_database", "nonprod", {"sku_name": "S3"}, {})
}

test_a_custom_tier_on_google if {
	found := rule.findings with input as database(
		"google_sql_database_instance", "nonprod",
		{"settings": [{"tier": "db-custom-8-30720"}]}, {},
	)
	[f.message | some f in found] == ["db-custom-8-30720 has 8 vCPUs; the cap in non-production is 2"]
}

test_a_fixed_tier_on_google if {
	found := rule.findings with input as database(
		"google_sql_database_instance", "nonprod",
		{"settings": [{"tier": "db-n1-standard-4"}]}, {},
	)
	[f.path | some f in found] == ["settings.tier"]
}

test_a_shared_tier_on_google if {
	count(rule.findings) == 0 with input as database(
		"google_sql_database_instance", "nonprod",
		{"settings": [{"tier": "db-f1-micro"}]}, {},
	)
}

test_a_class_known_only_after_apply if {
	count(rule.findings) == 0 with input as {
		"resource": {"type": "aws_db_instance", "env": "nonprod", "values": {}, "unknown": ["instance_class"]},
		"params": {"max_vcpu": {"prod": 32, "nonprod": 2}},
	}
}

said(type, values) := {f.message | some f in findings} if {
	findings := rule.findings with input as database(type, "nonprod", values, {})
}

test_names_that_hold_no_number_of_vcpus if {
	count(said("azurerm_mssql_database", {"sku_name": "GP_Gen5_8"})) == 1
	said("azurerm_mssql_database", {"sku_name": "HS_PRMS_8"}) == set()
	said("azurerm_mssql_database", {"sku_name": "GP_Gen5_2"}) == set()
	said("azurerm_postgresql_flexible_server", {"sku_name": "GP_Gen5_8"}) == set()
	count(said("google_sql_database_instance", {"settings": [{"tier": "db-custom-8-30720"}]})) == 1
	said("google_sql_database_instance", {"settings": [{"tier": "db-n1-standard"}]}) == set()
}

test_no_smaller_one if {
	every smaller in [null, ""] {
		found := rule.findings with input as database("aws_db_instance", "nonprod", {"instance_class": "db.m7g.2xlarge"}, {"vcpu": 8, "smaller": smaller})
		[object.get(f, "change", "none") | some f in found] == ["none"]
	}
}
