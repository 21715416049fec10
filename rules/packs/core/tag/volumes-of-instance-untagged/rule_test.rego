package iaclint.tag.volumes_of_instance_untagged_test

import data.iaclint.tag.volumes_of_instance_untagged

found(from, values) := findings if {
	findings := volumes_of_instance_untagged.findings with input as {
		"params": {"required": ["owner", "cost-center"], "aliases": {"owner": ["team"]}},
		"resource": {"type": "aws_instance", "env": "prod", "tags_from": from, "values": values},
	}
}

test_fails if {
	found({"team": "resource", "cost-center": "resource", "Name": "resource"}, {"root_block_device": [{"tags": {"cost-center": "4711"}}]}) == {{
		"path": "root_block_device",
		"message": "its disks carry no owner, which it has itself",
		"rests_on": ["volume_tags", "root_block_device.tags"],
		"facts": {"keys": ["owner"]},
	}}
}

test_passes_with_either_form if {
	found({"team": "resource"}, {"volume_tags": {"owner": "x"}}) == set()
	found({"team": "resource"}, {"root_block_device": [{"tags": {"team": "x"}}]}) == set()
}

test_passes_what_the_provider_gives if found({"team": "provider"}, {}) == set()

test_passes_what_the_instance_lacks_too if found({"Name": "resource"}, {}) == set()

# Tags of disks known only after apply are absent: the finding names them, and the engine makes it unknown.
test_unknown_rests_on_the_tags_of_disks if {
	{finding.rests_on | some finding in found({"team": "resource"}, {})} == {["volume_tags", "root_block_device.tags"]}
}
