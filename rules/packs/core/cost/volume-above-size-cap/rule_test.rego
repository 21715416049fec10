package iaclint.cost.volume_above_size_cap_test

import data.iaclint.cost.volume_above_size_cap as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {"max_gb": {"prod": 2000, "nonprod": 100}},
}

test_a_large_volume if {
	found := rule.findings with input as resource("aws_ebs_volume", "nonprod", {"size": 500})
	found == {{
		"path": "size",
		"key": "size",
		"message": "500 GB; the cap in non-production is 100",
		"change": {"size": 100},
	}}
}

test_at_the_cap if {
	count(rule.findings) == 0 with input as resource("aws_ebs_volume", "nonprod", {"size": 100})
	count(rule.findings) == 0 with input as resource("aws_ebs_volume", "prod", {"size": 2000})
}

test_of_an_unknown_environment if {
	count(rule.findings) == 0 with input as resource("aws_ebs_volume", "unknown", {"size": 500})
	count(rule.findings) == 1 with input as resource("aws_ebs_volume", "unknown", {"size": 4000})
}

test_disks_of_a_machine if {
	found := rule.findings with input as resource("aws_instance", "nonprod", {
		"root_block_device": [{"volume_size": 200}],
		"ebs_block_device": [{"volume_size": 300}, {"volume_size": 50}, {"volume_size": 400}],
	})
	{f.key | some f in found} == {
		"root_block_device.volume_size",
		"ebs_block_device.volume_size",
		"ebs_block_device.2.volume_size",
	}
}

test_disks_of_a_template if {
	found := rule.findings with input as resource("aws_launch_template", "nonprod", {"block_device_mappings": [
		{"ebs": [{"volume_size": 20}]},
		{"ebs": [{"volume_size": 200}]},
	]})
	[f.change | some f in found] == [{"block_device_mappings.1.ebs.volume_size": 100}]
}

test_disks_on_azure if {
	count(rule.findings) == 1 with input as resource("azurerm_managed_disk", "nonprod", {"disk_size_gb": 128})
	count(rule.findings) == 1 with input as resource("azurerm_linux_virtual_machine", "nonprod", {"os_disk": [{"disk_size_gb": 256}]})
}

test_a_size_of_machine_is_no_disk if {
	count(rule.findings) == 0 with input as resource("azurerm_linux_virtual_machine", "nonprod", {"size": "Standard_D2s_v5"})
}

test_disks_on_google if {
	count(rule.findings) == 1 with input as resource("google_compute_disk", "nonprod", {"size": 128})
	count(rule.findings) == 1 with input as resource("google_compute_instance", "nonprod", {"boot_disk": [{"initialize_params": [{"size": 256}]}]})
	count(rule.findings) == 0 with input as resource("google_compute_instance", "nonprod", {"boot_disk": [{"initialize_params": [{"size": 100}]}]})
	count(rule.findings) == 1 with input as resource("google_compute_instance_template", "nonprod", {"disk": [{"disk_size_gb": 256}]})
}

test_a_size_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_ebs_volume", "nonprod", {}),
		{"resource": {"unknown": ["size"]}},
	)
}

test_sizes_that_are_no_disks if {
	count(rule.findings) == 0 with input as resource("aws_elasticache_user_group", "nonprod", {"size": 500})
	every values in [{"size": 0}, {"disk_size_gb": 0}, {"os_disk": [{"disk_size_gb": 0}]}, {"root_block_device": [{"volume_size": 0}]}] {
		count(rule.findings) == 0 with input as resource("aws_ebs_volume", "nonprod", values)
	}
}
