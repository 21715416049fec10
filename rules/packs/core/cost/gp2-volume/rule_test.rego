package iaclint.cost.gp2_volume_test

import data.iaclint.cost.gp2_volume as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"match_baseline": true},
}

changes(found) := {f.path: f.change | some f in found}

test_a_small_volume if {
	found := rule.findings with input as resource("aws_ebs_volume", {"type": "gp2", "size": 100})
	found == {{
		"path": "type",
		"key": "",
		"message": "gp2 volume of 100 GB; gp3 stores the same for less",
		"change": {"type": "gp3"},
		"rests_on": ["type"],
	}}
}

test_a_large_one_keeps_its_iops if {
	found := rule.findings with input as resource("aws_ebs_volume", {"type": "gp2", "size": 2000})
	changes(found) == {"type": {"type": "gp3", "iops": 6000, "throughput": 250}}
}

test_iops_end_where_those_of_gp2_ended if {
	found := rule.findings with input as resource("aws_ebs_volume", {"type": "gp2", "size": 10000})
	changes(found) == {"type": {"type": "gp3", "iops": 16000, "throughput": 250}}
}

test_the_baseline_may_be_left_to_the_team if {
	found := rule.findings with input as resource("aws_ebs_volume", {"type": "gp2", "size": 2000})
		with input.params.match_baseline as false
	changes(found) == {"type": {"type": "gp3"}}
}

test_a_volume_without_a_type_is_gp2 if {
	found := rule.findings with input as resource("aws_ebs_volume", {"type": null, "size": 8})
	changes(found) == {"type": {"type": "gp3"}}
}

test_disks_of_an_instance if {
	found := rule.findings with input as resource("aws_instance", {
		"root_block_device": [{"volume_type": "gp2", "volume_size": 50}],
		"ebs_block_device": [
			{"volume_type": "gp3", "volume_size": 100},
			{"volume_type": "gp2", "volume_size": 500},
		],
	})
	changes(found) == {
		"root_block_device.volume_type": {"root_block_device.volume_type": "gp3"},
		"ebs_block_device.volume_type": {
			"ebs_block_device.1.volume_type": "gp3",
			"ebs_block_device.1.throughput": 250,
		},
	}
}

test_a_disk_whose_size_the_image_sets if {
	found := rule.findings with input as object.union(
		resource("aws_instance", {"root_block_device": [{"volume_type": "gp2"}]}),
		{"resource": {"unknown": ["root_block_device.volume_size"]}},
	)
	[f.message | some f in found] == ["gp2 volume; gp3 stores the same for less"]
}

test_a_launch_template if {
	found := rule.findings with input as resource(
		"aws_launch_template",
		{"block_device_mappings": [{"ebs": [{"volume_type": "gp2", "volume_size": 30}]}]},
	)
	changes(found) == {"block_device_mappings.ebs.volume_type": {"block_device_mappings.ebs.volume_type": "gp3"}}
}

test_a_search_domain if {
	found := rule.findings with input as resource(
		"aws_opensearch_domain",
		{"ebs_options": [{"volume_type": "gp2", "volume_size": 10}]},
	)
	changes(found) == {"ebs_options.volume_type": {"ebs_options.volume_type": "gp3"}}
}

test_a_database if {
	found := rule.findings with input as resource("aws_db_instance", {"storage_type": "gp2"})
	changes(found) == {"storage_type": {"storage_type": "gp3"}}
}

test_nodes_of_a_cluster if {
	found := rule.findings with input as resource(
		"aws_emr_cluster",
		{"core_instance_group": [{"ebs_config": [{"type": "gp2", "size": 2000}]}]},
	)
	changes(found) == {"core_instance_group.ebs_config.type": {"core_instance_group.ebs_config.type": "gp3"}}
}

test_a_storage_class if {
	found := rule.findings with input as resource("kubernetes_storage_class_v1", {"parameters": {"type": "gp2"}})
	changes(found) == {"parameters.type": {"parameters.type": "gp3"}}
}

test_gp3_is_fine if {
	count(rule.findings) == 0 with input as resource("aws_ebs_volume", {"type": "gp3", "size": 100})
}

test_an_instance_without_disks_of_its_own if {
	count(rule.findings) == 0 with input as resource("aws_instance", {"instance_type": "m7i.large"})
}

test_a_type_known_only_after_apply if {
	found := rule.findings with input as object.union(
		resource("aws_ebs_volume", {"size": 100}),
		{"resource": {"unknown": ["type"]}},
	)
	every f in found {
		"type" in f.rests_on
	}
}

# Not more than the caps of cost/iops-above-cap leave in the environment.
test_within_the_caps if {
	caps := {"cost/iops-above-cap": {
		"max_iops": {"prod": 32000, "nonprod": 4000},
		"max_throughput_mibps": {"prod": 1000, "nonprod": 200},
	}}
	large := {
		"resource": {"type": "aws_ebs_volume", "env": "nonprod", "values": {"type": "gp2", "size": 2000}, "unknown": []},
		"params": {"match_baseline": true},
	}
	capped := rule.findings with input as large with data.iaclint.params as caps
	[f.change | some f in capped] == [{"type": "gp3", "iops": 4000, "throughput": 200}]
	included := rule.findings with input as large with data.iaclint.params as caps
		with data.iaclint.params["cost/iops-above-cap"].max_iops.nonprod as 3000
		with data.iaclint.params["cost/iops-above-cap"].max_throughput_mibps.nonprod as 125
	[f.change | some f in included] == [{"type": "gp3"}]
	live := rule.findings with input as large with data.iaclint.params as caps with input.resource.env as "prod"
	[f.change | some f in live] == [{"type": "gp3", "iops": 6000, "throughput": 250}]
}
