package iaclint.cost.provisioned_iops_volume_test

import data.iaclint.cost.provisioned_iops_volume as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": [], "tags": {}},
	"params": {
		"gp3_limits": {
			"iops": 80000, "iops_per_gb": 500, "throughput": 2000,
			"size_gb": 65536, "database_iops": 64000,
		},
		"keep_tag": "provisioned-iops-reason",
	},
}

volume(values) := resource("aws_ebs_volume", values)

changes(found) := [f.change | some f in found]

test_within_reach if {
	found := rule.findings with input as volume({"type": "io1", "size": 500, "iops": 5000})
	found == {{
		"path": "type",
		"key": "",
		"message": "io1 volume with 5,000 IOPS, which gp3 delivers too",
		"change": {"type": "gp3", "iops": 5000, "throughput": 1000},
	}}
}

test_never_below_what_gp3_includes if {
	found := rule.findings with input as volume({"type": "io2", "size": 100, "iops": 400})
	changes(found) == [{"type": "gp3", "iops": 3000, "throughput": 125}]
}

test_above_the_limit if {
	count(rule.findings) == 0 with input as volume({"type": "io2", "size": 4000, "iops": 100000})
}

test_too_small_for_so_many if {
	count(rule.findings) == 0 with input as volume({"type": "io2", "size": 10, "iops": 10000})
}

test_attached_to_several_machines if {
	count(rule.findings) == 0 with input as volume({
		"type": "io2", "size": 500, "iops": 5000, "multi_attach_enabled": true,
	})
}

test_kept_with_a_reason if {
	count(rule.findings) == 0 with input as volume({"type": "io2", "size": 500, "iops": 5000})
		with input.resource.tags as {"provisioned-iops-reason": "p99 below 1 ms"}
}

test_disks_of_an_instance if {
	found := rule.findings with input as resource("aws_instance", {"ebs_block_device": [
		{"volume_type": "gp3", "iops": 3000, "volume_size": 20},
		{"volume_type": "io1", "iops": 4000, "volume_size": 200},
	]})
	changes(found) == [{
		"ebs_block_device.1.volume_type": "gp3",
		"ebs_block_device.1.iops": 4000,
		"ebs_block_device.1.throughput": 1000,
	}]
}

database(values) := resource("aws_db_instance", object.union({"engine": "postgres"}, values))

test_a_database_whose_iops_are_included if {
	found := rule.findings with input as database({"storage_type": "io1", "iops": 6000, "allocated_storage": 500})
	changes(found) == [{"storage_type": "gp3", "iops": null}]
}

test_a_database_that_needs_more if {
	found := rule.findings with input as database({"storage_type": "io1", "iops": 20000, "allocated_storage": 500})
	changes(found) == [{"storage_type": "gp3", "iops": 20000}]
}

test_a_small_database_cannot_buy_iops if {
	count(rule.findings) == 0 with input as database({
		"storage_type": "io1", "iops": 6000, "allocated_storage": 100,
	})
}

test_gp3_is_fine if {
	count(rule.findings) == 0 with input as volume({"type": "gp3", "size": 500, "iops": 5000})
}

test_iops_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		volume({"type": "io1", "size": 500}),
		{"resource": {"unknown": ["iops"]}},
	)
}

test_throughput_within_the_cap if {
	caps := {"cost/iops-above-cap": {"max_throughput_mibps": {"prod": 1000, "nonprod": 250}}}
	busy := {
		"resource": {
			"type": "aws_ebs_volume", "env": "nonprod", "tags": {}, "unknown": [],
			"values": {"type": "io1", "iops": 5000, "size": 500},
		},
		"params": {
			"keep_tag": "keep",
			"gp3_limits": {"iops": 16000, "iops_per_gb": 500, "size_gb": 16384, "throughput": 1000, "database_iops": 12000},
		},
	}
	found := rule.findings with input as busy with data.iaclint.params as caps
	[f.change.throughput | some f in found] == [250]
	live := rule.findings with input as busy with data.iaclint.params as caps with input.resource.env as "prod"
	[f.change.throughput | some f in live] == [1000]
}

provisioned(values) := resource("aws_db_instance", object.union(
	{"storage_type": "io1", "iops": 3000, "allocated_storage": 200, "engine": "postgres"},
	values,
))

test_databases if {
	count(rule.findings) == 1 with input as provisioned({})
	count(rule.findings) == 0 with input as provisioned({"storage_type": "gp3"})
	count(rule.findings) == 0 with input as provisioned({"engine": "oracle-ee"})
	count(rule.findings) == 0 with input as provisioned({}) with input.resource.tags as {"provisioned-iops-reason": "ledger"}
}

test_too_large_for_gp3 if {
	count(rule.findings) == 0 with input as volume({"type": "io2", "size": 65537, "iops": 5000})
	count(rule.findings) == 1 with input as volume({"type": "io2", "size": 65536, "iops": 5000})
}

disks(root, more) := {f.path | some f in findings} if {
	findings := rule.findings with input as resource("aws_instance", {
		"root_block_device": [{"volume_type": root, "iops": 5000, "volume_size": 500}],
		"ebs_block_device": more,
	})
}

test_disks_of_machines if {
	disks("io1", []) == {"root_block_device.volume_type"}
	disks("gp3", []) == set()
	found := rule.findings with input as resource("aws_instance", {"ebs_block_device": [
		{"volume_type": "io1", "iops": 5000, "volume_size": 500},
		{"volume_type": "io2", "iops": 5000, "volume_size": 500},
	]})
	{key | some f in found; some key, value in f.change; value == "gp3"} == {"ebs_block_device.volume_type", "ebs_block_device.1.volume_type"}
}
