package iaclint.cost.many_interface_endpoints_in_nonproduction_test

import data.iaclint.cost.many_interface_endpoints_in_nonproduction as rule

network(endpoints, kind) := {
	"resource": {
		"type": "aws_vpc", "values": {}, "unknown": [],
		"referenced_by": [{
			"address": sprintf("aws_vpc_endpoint.e%d", [i]),
			"type": "aws_vpc_endpoint",
			"values": {"vpc_endpoint_type": kind},
		} |
			some i in numbers.range(1, endpoints)
		],
	},
	"params": {"max_interface_endpoints_nonprod": 5},
}

test_six_of_them if {
	found := rule.findings with input as network(6, "Interface")
	found == {{
		"message": "6 interface endpoints in non-production; the cap is 5",
		"related": [sprintf("aws_vpc_endpoint.e%d", [i]) | some i in numbers.range(1, 6)],
		"rests_on": ["referenced_by"],
	}}
}

test_at_the_cap if {
	count(rule.findings) == 0 with input as network(5, "Interface")
}

test_gateways_are_free if {
	count(rule.findings) == 0 with input as network(8, "Gateway")
}

test_a_kind_known_only_after_apply if {
	count(rule.findings) == 0 with input as network(6, null)
}

test_endpoints_only if {
	users := [{"address": sprintf("x.%d", [i]), "type": "aws_ec2_instance_connect_endpoint", "values": {"vpc_endpoint_type": "Interface"}} | some i in [1, 2]]
	count(rule.endpoints) == 0 with input as {"resource": {"type": "aws_vpc", "values": {}, "unknown": [], "referenced_by": users}, "params": {}}
}
