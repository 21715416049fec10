package iaclint.cost.idle_address_test

import data.iaclint.cost.idle_address as rule

address(type, values, users) := {"resource": {
	"type": type, "values": values, "unknown": [], "refs": {},
	"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	"cost": {"monthly": 3.65},
}}

test_used_by_nothing if {
	found := rule.findings with input as address("aws_eip", {"domain": "vpc"}, [])
	found == {{
		"message": "nothing in the plan uses it, $3.65 a month",
		"remove": true,
		"rests_on": ["instance", "network_interface", "address_type", "referenced_by"],
	}}
}

test_a_name_alone_is_no_use if {
	count(rule.findings) == 1 with input as address("aws_eip", {}, ["aws_route53_record"])
}

test_a_gateway_uses_it if {
	count(rule.findings) == 0 with input as address("aws_eip", {}, ["aws_nat_gateway"])
}

test_an_instance_uses_it if {
	count(rule.findings) == 0 with input as address("aws_eip", {"instance": "i-0123456789abcdef0"}, [])
}

test_an_instance_of_the_plan_uses_it if {
	count(rule.findings) == 0 with input as object.union(
		address("aws_eip", {}, []),
		{"resource": {
			"unknown": ["instance"],
			"refs": {"instance": [{"address": "aws_instance.a", "type": "aws_instance", "values": {}}]},
		}},
	)
}

test_an_address_on_azure if {
	count(rule.findings) == 1 with input as address("azurerm_public_ip", {}, ["azurerm_dns_a_record"])
	count(rule.findings) == 0 with input as address("azurerm_public_ip", {}, ["azurerm_network_interface"])
}

test_an_address_on_google if {
	count(rule.findings) == 1 with input as address("google_compute_address", {"address_type": "EXTERNAL"}, [])
	count(rule.findings) == 0 with input as address("google_compute_address", {"address_type": "INTERNAL"}, [])
	count(rule.findings) == 0 with input as address("google_compute_address", {}, ["google_compute_instance"])
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		address("aws_eip", {}, []),
		{"resource": {"unknown": ["instance"]}},
	)
	every f in found {
		"instance" in f.rests_on
	}
}

test_an_interface_of_the_plan_uses_it if {
	used := {"resource": {"refs": {"network_interface": [{"address": "aws_network_interface.a", "type": "aws_network_interface", "values": {}}]}}}
	count(rule.findings) == 0 with input as object.union(address("aws_eip", {}, []), used)
	unused := {"resource": {"refs": {"network_interface": []}}}
	count(rule.findings) == 1 with input as object.union(address("aws_eip", {}, []), unused)
}

test_an_interface_uses_it if {
	count(rule.findings) == 0 with input as address("aws_eip", {"network_interface": "eni-0123"}, [])
	count(rule.findings) == 1 with input as address("aws_eip", {"network_interface": null}, [])
}
