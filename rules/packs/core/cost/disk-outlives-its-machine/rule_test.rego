package iaclint.cost.disk_outlives_its_machine_test

import data.iaclint.cost.disk_outlives_its_machine as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": [], "tags": {}},
	"params": {"stateful_tag": "stateful"},
}

kept := {"block_device_mappings": [{"ebs": [{"delete_on_termination": "true"}]}, {"ebs": [{"delete_on_termination": "false"}]}]}

test_a_template if {
	found := rule.findings with input as resource("aws_launch_template", "prod", kept)
	found == {{
		"path": "block_device_mappings.ebs.delete_on_termination",
		"key": "block_device_mappings.1.ebs.delete_on_termination",
		"message": "each machine made from this leaves a disk behind when it goes",
		"change": {"block_device_mappings.1.ebs.delete_on_termination": true},
	}}
}

test_a_template_whose_disks_have_to_stay if {
	count(rule.findings) == 0 with input as resource("aws_launch_template", "prod", kept)
		with input.resource.tags as {"stateful": "kafka"}
}

test_a_machine_outside_production if {
	found := rule.findings with input as resource("aws_instance", "nonprod", {
		"root_block_device": [{"delete_on_termination": false}],
		"ebs_block_device": [{"delete_on_termination": false}, {"delete_on_termination": true}],
	})
	{f.key | some f in found} == {
		"root_block_device.delete_on_termination",
		"ebs_block_device.delete_on_termination",
	}
	{f.message | some f in found} == {"the disk stays, and is paid for, when the machine goes"}
}

test_a_machine_in_production_keeps_its_disk if {
	values := {"root_block_device": [{"delete_on_termination": false}]}
	count(rule.findings) == 0 with input as resource("aws_instance", "prod", values)
	count(rule.findings) == 0 with input as resource("aws_instance", "unknown", values)
}

test_the_usual if {
	count(rule.findings) == 0 with input as resource("aws_instance", "nonprod", {"root_block_device": [{"delete_on_termination": true}]})
	count(rule.findings) == 0 with input as resource("aws_instance", "nonprod", {"root_block_device": [{"volume_size": 20}]})
	count(rule.findings) == 0 with input as resource("aws_launch_template", "prod", {"block_device_mappings": [{"ebs": [{"volume_size": 20}]}]})
}

test_on_google if {
	count(rule.findings) == 1 with input as resource("google_compute_instance", "nonprod", {"boot_disk": [{"auto_delete": false}]})
	count(rule.findings) == 0 with input as resource("google_compute_instance", "nonprod", {"boot_disk": [{"auto_delete": true}]})
	count(rule.findings) == 1 with input as resource("google_compute_instance_template", "prod", {"disk": [{"auto_delete": false}]})
}

# A disk that is made elsewhere and only attached is not this machine's to take along.
test_an_attached_disk_on_google if {
	count(rule.findings) == 0 with input as resource("google_compute_instance_template", "prod", {"disk": [{"auto_delete": false, "source": "data"}]})
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_instance", "nonprod", {"root_block_device": [{"volume_size": 20}]}),
		{"resource": {"unknown": ["root_block_device.0.delete_on_termination"]}},
	)
}
