package iaclint.cost.public_address_on_every_machine_test

import data.iaclint.cost.public_address_on_every_machine as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"max_public_ips": 2},
}

nth(index, values) := object.union(resource("aws_instance", values), {"resource": {"index": index}})

open := {"associate_public_ip_address": true}

test_the_third_of_a_block if {
	found := rule.findings with input as nth(2, open)
	found == {{
		"path": "associate_public_ip_address",
		"message": "one of more than 2 machines of this block, each with a public IPv4 address of its own",
		"change": {"associate_public_ip_address": false},
		"rests_on": ["associate_public_ip_address"],
	}}
}

test_the_first_two_are_left_alone if {
	count(rule.findings) == 0 with input as nth(0, open)
	count(rule.findings) == 0 with input as nth(1, open)
	count(rule.findings) == 1 with input as nth(1, open) with input.params.max_public_ips as 1
}

test_one_by_itself_or_by_name if {
	count(rule.findings) == 0 with input as resource("aws_instance", open)
	count(rule.findings) == 0 with input as nth("bastion", open)
}

test_a_private_machine if {
	count(rule.findings) == 0 with input as nth(5, {"associate_public_ip_address": false})
	count(rule.findings) == 0 with input as nth(5, {})
}

test_templates_on_aws if {
	found := rule.findings with input as resource("aws_launch_template", {"network_interfaces": [{"associate_public_ip_address": "true"}]})
	[f.message | some f in found] == ["every machine made from this has a public IPv4 address of its own"]
	count(rule.findings) == 1 with input as resource("aws_launch_template", {"network_interfaces": [open]})
	count(rule.findings) == 0 with input as resource("aws_launch_template", {"network_interfaces": [{"associate_public_ip_address": "false"}]})
	count(rule.findings) == 1 with input as resource("aws_launch_configuration", open)
	count(rule.findings) == 0 with input as resource("aws_launch_configuration", {"associate_public_ip_address": false})
}

outside := {"network_interface": [{"access_config": [{}]}]}

inside := {"network_interface": [{"access_config": []}]}

test_on_google if {
	found := rule.findings with input as object.union(resource("google_compute_instance", outside), {"resource": {"index": 3}})
	[f.change | some f in found] == [{"network_interface.access_config": []}]
	count(rule.findings) == 0 with input as resource("google_compute_instance", outside)
	count(rule.findings) == 0 with input as object.union(resource("google_compute_instance", inside), {"resource": {"index": 3}})
	count(rule.findings) == 1 with input as resource("google_compute_instance_template", outside)
	count(rule.findings) == 1 with input as resource("google_compute_region_instance_template", outside)
	count(rule.findings) == 0 with input as resource("google_compute_instance_template", inside)
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		nth(4, {}),
		{"resource": {"unknown": ["associate_public_ip_address"]}},
	)
}

third(type, values) := count(findings) if {
	findings := rule.findings with input as object.union(resource(type, values), {"resource": {"index": 2}})
}

test_what_belongs_to_other_types if {
	third("aws_instance", open) == 1
	third("aws_spot_instance_request", open) == 0
	third("google_compute_instance", {"network_interface": [{"access_config": [{}]}]}) == 1
	third("google_compute_instance_from_template", {"network_interface": [{"access_config": [{}]}]}) == 0
}
