package iaclint.cost.shared_files_on_dear_tier_test

import data.iaclint.cost.shared_files_on_dear_tier as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {"nonprod_tiers": []},
}

test_files_that_are_never_moved if {
	found := rule.findings with input as resource("aws_efs_file_system", "prod", {"lifecycle_policy": []})
	found == {{
		"path": "lifecycle_policy",
		"message": "no lifecycle policy: files that nobody opens stay at the price of the fastest tier",
		"change": {"lifecycle_policy": [{"transition_to_ia": "AFTER_30_DAYS"}]},
	}}
	count(rule.findings) == 1 with input as resource("aws_efs_file_system", "prod", {"lifecycle_policy": [{"transition_to_primary_storage_class": "AFTER_1_ACCESS"}]})
}

test_files_that_are_moved if {
	count(rule.findings) == 0 with input as resource("aws_efs_file_system", "prod", {"lifecycle_policy": [{"transition_to_ia": "AFTER_7_DAYS"}]})
	count(rule.findings) == 0 with input as resource("aws_efs_file_system", "prod", {"lifecycle_policy": [{"transition_to_archive": "AFTER_90_DAYS"}]})
}

test_two_zones_outside_production if {
	found := rule.findings with input as resource("aws_fsx_windows_file_system", "nonprod", {"deployment_type": "MULTI_AZ_1"})
	[f.change | some f in found] == [{"deployment_type": "SINGLE_AZ_1"}]
	count(rule.findings) == 0 with input as resource("aws_fsx_windows_file_system", "nonprod", {"deployment_type": "SINGLE_AZ_2"})
	count(rule.findings) == 0 with input as resource("aws_fsx_windows_file_system", "prod", {"deployment_type": "MULTI_AZ_1"})
}

test_levels_of_netapp if {
	found := rule.findings with input as resource("azurerm_netapp_pool", "nonprod", {"service_level": "Ultra"})
	[f.change | some f in found] == [{"service_level": "Standard"}]
	count(rule.findings) == 0 with input as resource("azurerm_netapp_pool", "nonprod", {"service_level": "Standard"})
	count(rule.findings) == 0 with input as resource("azurerm_netapp_pool", "prod", {"service_level": "Ultra"})
}

test_tiers_of_filestore if {
	found := rule.findings with input as resource("google_filestore_instance", "nonprod", {"tier": "ENTERPRISE"})
	[f.path | some f in found] == ["tier"]
	count(rule.findings) == 0 with input as resource("google_filestore_instance", "nonprod", {"tier": "BASIC_HDD"})
	count(rule.findings) == 0 with input as resource("google_filestore_instance", "prod", {"tier": "ENTERPRISE"})
}

test_what_is_allowed if {
	every pair in [
		["aws_fsx_ontap_file_system", {"deployment_type": "MULTI_AZ_1"}],
		["azurerm_netapp_pool", {"service_level": "Ultra"}],
		["google_filestore_instance", {"tier": "ENTERPRISE"}],
	] {
		count(rule.findings) == 0 with input as resource(pair[0], "nonprod", pair[1])
			with input.params.nonprod_tiers as ["MULTI_AZ_1", "Ultra", "ENTERPRISE"]
	}
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("azurerm_netapp_pool", "nonprod", {}),
		{"resource": {"unknown": ["service_level"]}},
	)
}

test_tiers_of_other_types if {
	count(rule.findings) == 0 with input as resource("google_redis_instance", "nonprod", {"tier": "ENTERPRISE"})
	count(rule.findings) == 0 with input as resource("aws_fsx_windows_file_system", "nonprod", {"deployment_type": "SINGLE_AZ_2"})
}
