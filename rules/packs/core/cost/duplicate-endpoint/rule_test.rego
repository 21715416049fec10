package iaclint.cost.duplicate_endpoint_test

import data.iaclint.cost.duplicate_endpoint as rule

network(users) := {"resource": {"type": "aws_vpc", "values": {}, "unknown": [], "referenced_by": users}}

endpoint(address, kind, service) := {
	"address": address, "type": "aws_vpc_endpoint",
	"values": {"vpc_endpoint_type": kind, "service_name": service},
}

test_two_endpoints_for_one_service if {
	found := rule.findings with input as network([
		endpoint("aws_vpc_endpoint.a", "Interface", "com.amazonaws.eu-west-1.ecr.api"),
		endpoint("aws_vpc_endpoint.b", "Interface", "com.amazonaws.eu-west-1.ecr.api"),
		endpoint("aws_vpc_endpoint.c", "Interface", "com.amazonaws.eu-west-1.ecr.dkr"),
	])
	found == {{
		"key": "com.amazonaws.eu-west-1.ecr.api",
		"message": "2 interface endpoints for com.amazonaws.eu-west-1.ecr.api in this network, where one will do",
		"related": ["aws_vpc_endpoint.a", "aws_vpc_endpoint.b"],
		"rests_on": ["referenced_by"],
	}}
}

# A gateway endpoint is free, and serves what an interface cannot.
test_a_gateway_beside_an_interface if {
	count(rule.findings) == 0 with input as network([
		endpoint("aws_vpc_endpoint.a", "Interface", "com.amazonaws.eu-west-1.s3"),
		endpoint("aws_vpc_endpoint.b", "Gateway", "com.amazonaws.eu-west-1.s3"),
	])
}

test_one_of_each if {
	count(rule.findings) == 0 with input as network([
		endpoint("aws_vpc_endpoint.a", "Interface", "com.amazonaws.eu-west-1.ecr.api"),
		endpoint("aws_vpc_endpoint.b", "Interface", "com.amazonaws.eu-west-1.ecr.dkr"),
	])
}

test_a_service_known_only_after_apply if {
	count(rule.findings) == 0 with input as network([
		endpoint("aws_vpc_endpoint.a", "Interface", "com.amazonaws.eu-west-1.s3"),
		{
			"address": "aws_vpc_endpoint.b", "type": "aws_vpc_endpoint",
			"values": {"vpc_endpoint_type": "Interface"}, "unknown": ["service_name"],
		},
	])
}

test_endpoints_only if {
	users := [{"address": sprintf("x.%d", [i]), "type": "aws_ec2_instance_connect_endpoint", "values": {"vpc_endpoint_type": "Interface", "service_name": "s3"}} | some i in [1, 2]]
	count(rule.endpoints) == 0 with input as {"resource": {"type": "aws_vpc", "values": {}, "unknown": [], "referenced_by": users}, "params": {}}
}
