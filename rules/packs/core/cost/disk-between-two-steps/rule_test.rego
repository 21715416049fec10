package iaclint.cost.disk_between_two_steps_test

import data.iaclint.cost.disk_between_two_steps as rule

disk(class, gb) := {"resource": {
	"type": "azurerm_managed_disk", "unknown": [],
	"values": {"storage_account_type": class, "disk_size_gb": gb},
}}

caps := {"cost/volume-above-size-cap": {"max_gb": {"prod": 2000, "nonprod": 128}}}

test_between_two_steps if {
	found := rule.findings with input as disk("Premium_LRS", 200) with data.iaclint.params as caps
	found == {{
		"path": "disk_size_gb",
		"message": "200 GB are billed as 256: 56 GB are paid for and not there",
		"rests_on": ["disk_size_gb", "storage_account_type"],
	}}
}

test_on_a_step if {
	count(rule.findings) == 0 with input as disk("Premium_LRS", 256) with data.iaclint.params as caps
	count(rule.findings) == 0 with input as disk("StandardSSD_LRS", 4) with data.iaclint.params as caps
}

test_below_the_smallest_step if {
	found := rule.findings with input as disk("Standard_LRS", 8) with data.iaclint.params as caps
	[f.message | some f in found] == ["8 GB are billed as 32: 24 GB are paid for and not there"]
}

test_billed_by_the_gb if {
	count(rule.findings) == 0 with input as disk("PremiumV2_LRS", 200) with data.iaclint.params as caps
	count(rule.findings) == 0 with input as disk("UltraSSD_LRS", 200) with data.iaclint.params as caps
}

test_too_large_as_it_is if {
	count(rule.findings) == 0 with input as disk("Premium_LRS", 1500) with data.iaclint.params as caps
	count(rule.findings) == 0 with input as object.union(disk("Premium_LRS", 200), {"resource": {"env": "nonprod"}})
		with data.iaclint.params as caps
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as {"resource": {
		"type": "azurerm_managed_disk",
		"values": {"storage_account_type": "Premium_LRS"}, "unknown": ["disk_size_gb"],
	}}
}

test_a_disk_of_no_size if {
	count(rule.findings) == 0 with input as {"resource": {"type": "azurerm_managed_disk", "env": "prod", "values": {"disk_size_gb": 0, "storage_account_type": "Premium_LRS"}, "unknown": []}}
		with data.iaclint.params as {"cost/volume-above-size-cap": {"max_gb": {"prod": 4096, "nonprod": 512}}}
}
