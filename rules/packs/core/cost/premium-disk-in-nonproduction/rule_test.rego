package iaclint.cost.premium_disk_in_nonproduction_test

import data.iaclint.cost.premium_disk_in_nonproduction as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"allowed_nonprod": []},
}

test_a_disk_on_azure if {
	found := rule.findings with input as resource("azurerm_managed_disk", {"storage_account_type": "Premium_LRS"})
	found == {{
		"path": "storage_account_type",
		"key": "storage_account_type",
		"message": "Premium_LRS in non-production, where StandardSSD_LRS will do",
		"change": {"storage_account_type": "StandardSSD_LRS"},
	}}
}

test_zones_are_kept if {
	found := rule.findings with input as resource("azurerm_managed_disk", {"storage_account_type": "Premium_ZRS"})
	[f.change | some f in found] == [{"storage_account_type": "StandardSSD_ZRS"}]
}

test_the_disk_of_a_machine if {
	found := rule.findings with input as resource("azurerm_linux_virtual_machine", {"os_disk": [{"storage_account_type": "Premium_LRS"}]})
	[f.path | some f in found] == ["os_disk.storage_account_type"]
}

test_the_disks_of_a_set if {
	found := rule.findings with input as resource("azurerm_linux_virtual_machine_scale_set", {
		"os_disk": [{"storage_account_type": "Standard_LRS"}],
		"data_disk": [{"storage_account_type": "StandardSSD_LRS"}, {"storage_account_type": "UltraSSD_LRS"}],
	})
	[f.change | some f in found] == [{"data_disk.1.storage_account_type": "StandardSSD_LRS"}]
}

test_disks_on_google if {
	disk := rule.findings with input as resource("google_compute_disk", {"type": "pd-ssd"})
	[f.change | some f in disk] == [{"type": "pd-balanced"}]
	boot := rule.findings with input as resource("google_compute_instance", {"boot_disk": [{"initialize_params": [{"type": "pd-extreme"}]}]})
	[f.change | some f in boot] == [{"boot_disk.initialize_params.type": "pd-balanced"}]
	template := rule.findings with input as resource("google_compute_instance_template", {"disk": [{"disk_type": "pd-ssd"}]})
	[f.change | some f in template] == [{"disk.disk_type": "pd-balanced"}]
	nodes := rule.findings with input as resource("google_container_node_pool", {"node_config": [{"disk_type": "pd-ssd"}]})
	[f.change | some f in nodes] == [{"node_config.disk_type": "pd-balanced"}]
}

test_plain_disks if {
	count(rule.findings) == 0 with input as resource("azurerm_managed_disk", {"storage_account_type": "StandardSSD_LRS"})
	count(rule.findings) == 0 with input as resource("google_compute_disk", {"type": "pd-balanced"})
	count(rule.findings) == 0 with input as resource("google_compute_disk", {})
}

test_what_is_allowed if {
	count(rule.findings) == 0 with input as resource("google_compute_disk", {"type": "pd-ssd"})
		with input.params.allowed_nonprod as ["pd-ssd"]
}

test_a_class_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("google_compute_disk", {}),
		{"resource": {"unknown": ["type"]}},
	)
}
