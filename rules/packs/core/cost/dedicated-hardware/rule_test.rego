package iaclint.cost.dedicated_hardware_test

import data.iaclint.cost.dedicated_hardware as rule

resource(type, values, tags) := {
	"resource": {"type": type, "values": values, "unknown": [], "tags": tags, "cost": {"monthly": 1000}},
	"params": {"allow_tag": "dedicated-reason"},
}

test_a_dedicated_instance if {
	found := rule.findings with input as resource("aws_instance", {"tenancy": "dedicated"}, {})
	found == {{
		"path": "tenancy",
		"message": "dedicated instance: a dearer hour, and a fee for the region",
		"change": {"tenancy": "default"},
		"rests_on": ["tenancy", "tags"],
	}}
}

test_the_usual_tenancy if {
	count(rule.findings) == 0 with input as resource("aws_instance", {"tenancy": "default"}, {})
	count(rule.findings) == 0 with input as resource("aws_instance", {}, {})
}

# What runs on a host costs nothing; the host is told by itself.
test_an_instance_on_a_host if {
	count(rule.findings) == 0 with input as resource("aws_instance", {"tenancy": "host"}, {})
}

test_a_reason_is_given if {
	tags := {"dedicated-reason": "licence"}
	count(rule.findings) == 0 with input as resource("aws_instance", {"tenancy": "dedicated"}, tags)
	count(rule.findings) == 0 with input as resource("aws_ec2_host", {}, tags)
	count(rule.findings) == 0 with input as resource("aws_vpc", {"instance_tenancy": "dedicated"}, tags)
	count(rule.findings) == 0 with input as resource("aws_launch_template", {"placement": [{"tenancy": "dedicated"}]}, tags)
}

test_templates if {
	template := rule.findings with input as resource("aws_launch_template", {"placement": [{"tenancy": "dedicated"}]}, {})
	[f.change | some f in template] == [{"placement.tenancy": "default"}]
	configuration := rule.findings with input as resource("aws_launch_configuration", {"placement_tenancy": "dedicated"}, {})
	[f.change | some f in configuration] == [{"placement_tenancy": "default"}]
}

test_a_whole_network if {
	found := rule.findings with input as resource("aws_vpc", {"instance_tenancy": "dedicated"}, {})
	[f.path | some f in found] == ["instance_tenancy"]
	count(rule.findings) == 0 with input as resource("aws_vpc", {"instance_tenancy": "default"}, {})
}

test_hosts if {
	found := rule.findings with input as resource("aws_ec2_host", {}, {})
	found == {{"message": "dedicated host of one's own, $1,000.00 a month", "rests_on": ["tags"]}}
	count(rule.findings) == 1 with input as resource("azurerm_dedicated_host", {}, {})
	nodes := rule.findings with input as resource("google_compute_node_group", {}, {})
	[f.message | some f in nodes] == ["group of sole-tenant nodes of one's own, $1,000.00 a month"]
}

test_tenancy_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_instance", {}, {}),
		{"resource": {"unknown": ["tenancy"]}},
	)
}

test_hosts_only if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_instance", "values": {}, "unknown": [], "tags": {}, "cost": {}}, "params": {"allow_tag": "dedicated-reason"}}
}
