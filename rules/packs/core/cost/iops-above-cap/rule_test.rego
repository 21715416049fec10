package iaclint.cost.iops_above_cap_test

import data.iaclint.cost.iops_above_cap as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {
		"max_iops": {"prod": 32000, "nonprod": 3000},
		"max_throughput_mibps": {"prod": 1000, "nonprod": 250},
	},
}

test_above_the_cap_in_test if {
	found := rule.findings with input as resource("aws_ebs_volume", "nonprod", {"type": "gp3", "iops": 8000})
	found == {{
		"path": "iops",
		"key": "iops",
		"message": "8,000 IOPS provisioned; the cap in non-production is 3,000",
		"change": {"iops": 3000},
		"rests_on": ["iops"],
	}}
}

test_production_has_a_wider_cap if {
	count(rule.findings) == 0 with input as resource("aws_ebs_volume", "prod", {"type": "gp3", "iops": 8000})
}

test_gp2_does_not_sell_iops if {
	count(rule.findings) == 0 with input as resource("aws_ebs_volume", "nonprod", {"type": "gp2", "iops": 9000})
}

test_a_database if {
	found := rule.findings with input as resource(
		"aws_db_instance", "prod",
		{"storage_type": "io1", "iops": 40000},
	)
	[f.change | some f in found] == [{"iops": 32000}]
}

test_what_a_database_has_included if {
	count(rule.findings) == 0 with input as resource(
		"aws_db_instance", "nonprod",
		{"storage_type": "gp3", "iops": 12000},
	)
}

test_throughput_of_a_file_system if {
	found := rule.findings with input as resource(
		"aws_efs_file_system", "nonprod",
		{"provisioned_throughput_in_mibps": 512},
	)
	[f.change | some f in found] == [{"provisioned_throughput_in_mibps": 250}]
}

test_lustre_sells_by_the_tebibyte if {
	found := rule.findings with input as resource(
		"aws_fsx_lustre_file_system", "nonprod",
		{"per_unit_storage_throughput": 1000, "storage_capacity": 1200},
	)
	[f.message | some f in found] == ["1,171 MiB/s provisioned; the cap in non-production is 250"]
	not "change" in [k | some f in found; some k, _ in f]
}

test_an_azure_disk if {
	values := {"storage_account_type": "PremiumV2_LRS", "disk_iops_read_write": 20000, "disk_mbps_read_write": 600}
	found := rule.findings with input as resource("azurerm_managed_disk", "nonprod", values)
	{f.path | some f in found} == {"disk_iops_read_write", "disk_mbps_read_write"}
}

test_a_google_disk if {
	found := rule.findings with input as resource(
		"google_compute_disk", "nonprod",
		{"provisioned_iops": 10000, "provisioned_throughput": 140},
	)
	[f.change | some f in found] == [{"provisioned_iops": 3000}]
}

test_iops_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_ebs_volume", "nonprod", {"type": "gp3"}),
		{"resource": {"unknown": ["iops", "throughput"]}},
	)
}

found(type, values) := {[f.path, f.message] | some f in findings} if {
	findings := rule.findings with input as resource(type, "nonprod", values)
}

test_storage_of_databases if {
	count(found("aws_db_instance", {"storage_type": "gp3", "iops": 12001})) == 1
	found("aws_db_instance", {"storage_type": "gp3", "iops": 12000}) == set()
	found("aws_db_instance", {"storage_type": "gp2", "iops": 20000}) == set()
	count(found("aws_db_instance", {"storage_type": "io1", "iops": 5000})) == 1
}

test_disks_of_azure if {
	disk := {"disk_iops_read_write": 8000, "disk_mbps_read_write": 800}
	{path | some [path, _] in found("azurerm_managed_disk", object.union(disk, {"storage_account_type": "UltraSSD_LRS"}))} == {"disk_iops_read_write", "disk_mbps_read_write"}
	found("azurerm_managed_disk", object.union(disk, {"storage_account_type": "Premium_LRS"})) == set()
}

test_throughput_of_volumes if {
	found("aws_ebs_volume", {"type": "gp3", "throughput": 500}) == {["throughput", "500 MiB/s provisioned; the cap in non-production is 250"]}
	found("aws_ebs_volume", {"type": "st1", "throughput": 500}) == set()
}

test_throughput_of_lustre if {
	count(found("aws_fsx_lustre_file_system", {"per_unit_storage_throughput": 200, "storage_capacity": 2400})) == 1
	found("aws_fsx_lustre_file_system", {"per_unit_storage_throughput": 50, "storage_capacity": 1200}) == set()
}

test_at_the_cap if {
	found("aws_db_instance", {"storage_type": "io1", "iops": 3000}) == set()
	found("azurerm_managed_disk", {"storage_account_type": "UltraSSD_LRS", "disk_iops_read_write": 3000, "disk_mbps_read_write": 250}) == set()
	found("google_compute_disk", {"provisioned_iops": 3000, "provisioned_throughput": 250}) == set()
	found("aws_ebs_volume", {"type": "gp3", "throughput": 250}) == set()
	found("aws_efs_file_system", {"provisioned_throughput_in_mibps": 250}) == set()
	count(rule.findings) == 0 with input as resource("aws_db_instance", "prod", {"storage_type": "gp3", "iops": 13000})
}
