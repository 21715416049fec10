package iaclint.carbon.cold_data_on_flash_test

import data.iaclint.carbon.cold_data_on_flash

found(type, name, values, tags) := findings if {
	findings := cold_data_on_flash.findings with input as {
		"params": {"patterns": ["*archive*", "*backup*", "logs"], "aws_type": "st1"},
		"resource": {"type": type, "name": name, "values": values, "tags": tags},
	}
}

volume := {"type": "gp3", "size": 4000}

test_fails_by_name if {
	found("aws_ebs_volume", "nightly_backup", volume, {}) == {{
		"path": "type",
		"message": "4000 GB on flash (gp3) for data that is cold by its name: a disk takes a tenth of the carbon to make",
		"change": {"type": "st1"},
		"rests_on": ["type", "size", "iops", "throughput"],
	}}
}

test_fails_by_tag if {
	{finding.message | some finding in found("aws_ebs_volume", "data", volume, {"Name": "Archive of 2019"})} == {"4000 GB on flash (gp3) for data that is cold by its tag Name: a disk takes a tenth of the carbon to make"}
}

test_fails_elsewhere if {
	{finding.change | some finding in found("google_compute_disk", "x", {"name": "logs", "type": "pd-ssd", "size": 500}, {})} == {{"type": "pd-standard"}}
	{finding.change | some finding in found("azurerm_managed_disk", "archive", {"storage_account_type": "Premium_LRS", "disk_size_gb": 512}, {})} == {{"storage_account_type": "Standard_LRS"}}
}

test_passes_disks if {
	found("aws_ebs_volume", "backup", {"type": "st1", "size": 4000}, {}) == set()
	found("azurerm_managed_disk", "backup", {"storage_account_type": "Standard_LRS"}, {}) == set()
	found("google_compute_disk", "backup", {"type": "pd-standard"}, {}) == set()
}

test_passes_what_is_not_cold if found("aws_ebs_volume", "catalogue", volume, {"Name": "orders"}) == set()

test_passes_what_has_to_be_fast if {
	found("aws_ebs_volume", "backup", object.union(volume, {"iops": 6000}), {}) == set()
	found("aws_ebs_volume", "backup", object.union(volume, {"throughput": 500}), {}) == set()
	count(found("aws_ebs_volume", "backup", object.union(volume, {"iops": 3000, "throughput": 125}), {})) == 1
}

test_passes_what_is_too_small_for_a_disk if found("aws_ebs_volume", "backup", {"type": "gp3", "size": 124}, {}) == set()

# A size or class known only after apply is absent, and the engine makes the silence unknown.
test_unknown_says_nothing if found("aws_ebs_volume", "backup", {"type": "gp3"}, {}) == set()

said(type, values) := {split(finding.message, " on flash")[0] | some finding in found(type, "archive", values, {})}

test_sizes_of_each_cloud if {
	said("azurerm_managed_disk", {"storage_account_type": "Premium_LRS", "disk_size_gb": 512}) == {"512 GB"}
	said("azurerm_managed_disk", {"storage_account_type": "Premium_LRS"}) == {"some GB"}
	said("azurerm_managed_disk", {"storage_account_type": "Premium_LRS", "disk_size_gb": 0}) == {"some GB"}
	said("google_compute_disk", {"type": "pd-ssd", "size": 0}) == {"some GB"}
}

test_passes_kinds_of_the_other_cloud if {
	found("google_compute_disk", "archive", volume, {}) == set()
	found("aws_ebs_volume", "archive", {"type": "pd-ssd", "size": 500}, {}) == set()
}
