package iaclint.cost.geo_redundant_storage_in_nonproduction_test

import data.iaclint.cost.geo_redundant_storage_in_nonproduction as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"allowed_nonprod": []},
}

test_an_account if {
	found := rule.findings with input as resource("azurerm_storage_account", {"account_replication_type": "GRS"})
	found == {{
		"path": "account_replication_type",
		"message": "GRS: everything is kept in a second region too",
		"change": {"account_replication_type": "LRS"},
		"rests_on": ["account_replication_type"],
	}}
}

test_zones_are_kept if {
	found := rule.findings with input as resource("azurerm_storage_account", {"account_replication_type": "RAGZRS"})
	[f.change | some f in found] == [{"account_replication_type": "ZRS"}]
}

test_one_region if {
	count(rule.findings) == 0 with input as resource("azurerm_storage_account", {"account_replication_type": "LRS"})
	count(rule.findings) == 0 with input as resource("azurerm_storage_account", {"account_replication_type": "ZRS"})
	count(rule.findings) == 0 with input as resource("google_storage_bucket", {"location": "europe-west4"})
	count(rule.findings) == 0 with input as resource("azurerm_container_registry", {"georeplications": []})
	count(rule.findings) == 0 with input as resource("azurerm_recovery_services_vault", {"storage_mode_type": "LocallyRedundant"})
}

test_a_vault_is_redundant_by_default if {
	found := rule.findings with input as resource("azurerm_recovery_services_vault", {})
	[f.change | some f in found] == [{"storage_mode_type": "LocallyRedundant"}]
	count(rule.findings) == 1 with input as resource("azurerm_recovery_services_vault", {"storage_mode_type": "GeoRedundant"})
}

test_a_registry if {
	found := rule.findings with input as resource("azurerm_container_registry", {"georeplications": [{"location": "westus"}, {"location": "eastus"}]})
	found == {{
		"path": "georeplications",
		"message": "images are kept in eastus, westus too",
		"change": {"georeplications": []},
		"rests_on": ["georeplications"],
	}}
}

test_a_bucket_on_google if {
	found := rule.findings with input as resource("google_storage_bucket", {"location": "eu"})
	[f.message | some f in found] == ["EU is several regions: objects are kept in two of them or more"]
	count(rule.findings) == 1 with input as resource("google_storage_bucket", {"location": "EUR4"})
}

test_replication_on_aws if {
	found := rule.findings with input as resource("aws_s3_bucket_replication_configuration", {"rule": [{"status": "Enabled"}]})
	[f.remove | some f in found] == [true]
	count(rule.findings) == 0 with input as resource("aws_s3_bucket_replication_configuration", {"rule": [{"status": "Disabled"}]})
}

test_what_is_allowed if {
	count(rule.findings) == 0 with input as resource("azurerm_storage_account", {"account_replication_type": "GRS"})
		with input.params.allowed_nonprod as ["GRS"]
	count(rule.findings) == 0 with input as resource("google_storage_bucket", {"location": "EU"})
		with input.params.allowed_nonprod as ["EU"]
	count(rule.findings) == 0 with input as resource("azurerm_recovery_services_vault", {})
		with input.params.allowed_nonprod as ["GeoRedundant"]
	count(rule.findings) == 0 with input as resource("azurerm_container_registry", {"georeplications": [{"location": "westus"}]})
		with input.params.allowed_nonprod as ["westus"]
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("azurerm_storage_account", {}),
		{"resource": {"unknown": ["account_replication_type"]}},
	)
}

test_what_belongs_to_other_types if {
	count(rule.findings) == 0 with input as resource("google_bigquery_dataset", {"location": "EU"})
	count(rule.findings) == 0 with input as resource("aws_s3_bucket_lifecycle_configuration", {"rule": [{"status": "Enabled"}]})
}

test_copies_in_one_region if {
	every kind in ["LRS", "ZRS"] {
		count(rule.findings) == 0 with input as resource("azurerm_storage_account", {"account_replication_type": kind})
	}
}

vault(values) := {f.path | some f in findings} if {
	findings := rule.findings with input as resource("azurerm_recovery_services_vault", values)
}

test_a_vault_that_says_nothing if {
	vault({}) == vault({"storage_mode_type": null})
	vault({"storage_mode_type": "LocallyRedundant"}) == set()
}
