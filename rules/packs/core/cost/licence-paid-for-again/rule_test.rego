package iaclint.cost.licence_paid_for_again_test

import data.iaclint.cost.licence_paid_for_again as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"organisation_owns_licences": true},
}

test_a_windows_machine if {
	found := rule.findings with input as resource("azurerm_windows_virtual_machine", {"size": "Standard_D4s_v5"})
	found == {{
		"path": "license_type",
		"message": "pays for a Windows licence by the hour, while licences are owned",
		"change": {"license_type": "Windows_Server"},
		"rests_on": ["license_type"],
	}}
	count(rule.findings) == 1 with input as resource("azurerm_windows_virtual_machine_scale_set", {"license_type": "None"})
}

test_a_licence_is_brought_along if {
	count(rule.findings) == 0 with input as resource("azurerm_windows_virtual_machine", {"license_type": "Windows_Server"})
	count(rule.findings) == 0 with input as resource("azurerm_mssql_virtual_machine", {"sql_license_type": "AHUB"})
	count(rule.findings) == 0 with input as resource("azurerm_mssql_database", {"sku_name": "GP_Gen5_4", "license_type": "BasePrice"})
}

test_no_licences_are_owned if {
	count(rule.findings) == 0 with input as resource("azurerm_windows_virtual_machine", {})
		with input.params.organisation_owns_licences as false
	count(rule.findings) == 0 with input as resource("azurerm_mssql_virtual_machine", {"sql_license_type": "PAYG"})
		with input.params.organisation_owns_licences as false
	count(rule.findings) == 0 with input as resource("azurerm_mssql_database", {"sku_name": "GP_Gen5_4"})
		with input.params.organisation_owns_licences as false
}

test_sql_server_on_a_machine if {
	found := rule.findings with input as resource("azurerm_mssql_virtual_machine", {"sql_license_type": "PAYG"})
	[f.change | some f in found] == [{"sql_license_type": "AHUB"}]
}

test_a_database if {
	found := rule.findings with input as resource("azurerm_mssql_database", {"sku_name": "GP_Gen5_4"})
	[f.change | some f in found] == [{"license_type": "BasePrice"}]
	count(rule.findings) == 1 with input as resource("azurerm_mssql_database", {"sku_name": "BC_Gen5_4", "license_type": "LicenseIncluded"})
}

test_databases_without_a_licence if {
	count(rule.findings) == 0 with input as resource("azurerm_mssql_database", {"sku_name": "GP_S_Gen5_4"})
	count(rule.findings) == 0 with input as resource("azurerm_mssql_database", {"sku_name": "S3"})
	count(rule.findings) == 0 with input as resource("azurerm_mssql_database", {"sku_name": "HS_Gen5_4"})
}

test_a_licence_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("azurerm_mssql_virtual_machine", {}),
		{"resource": {"unknown": ["sql_license_type"]}},
	)
}

test_null_is_the_default if {
	count(rule.findings) == 1 with input as resource("azurerm_windows_virtual_machine", {"license_type": null})
	count(rule.findings) == 1 with input as resource("azurerm_mssql_database", {"sku_name": "GP_Gen5_4", "license_type": null})
	count(rule.findings) == 0 with input as resource("azurerm_mssql_elasticpool", {"sku_name": "GP_Gen5_4"})
}
