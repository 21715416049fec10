package iaclint.cost.no_gateway_endpoint_test

import data.iaclint.cost.no_gateway_endpoint as rule
import data.iaclint.lib.plan_test

planned(addresses) := with_rows(rows(addresses))

rows(addresses) := [{"address": address, "type": split(address, ".")[0], "actions": ["create"]} | some address in addresses]

with_rows(resources) := object.union(plan_test.made(resources), {"params": {"s3_gb_month": 1500}})

test_gateways_and_no_endpoint if {
	found := rule.findings with input as planned(["aws_vpc.a", "aws_nat_gateway.b", "aws_nat_gateway.a"])
	found == {{
		"address": "aws_nat_gateway.a",
		"message": concat("", [
			"no gateway endpoint in the plan: traffic to S3 and DynamoDB is processed by NAT, ",
			"1,500 GB of it at the assumed use",
		]),
		"related": ["aws_nat_gateway.b"],
	}}
}

test_an_endpoint if {
	count(rule.findings) == 0 with input as planned(["aws_vpc.a", "aws_nat_gateway.a", "aws_vpc_endpoint.s3"])
}

test_an_interface_endpoint_is_none if {
	endpoint := {
		"address": "aws_vpc_endpoint.ssm", "type": "aws_vpc_endpoint",
		"actions": ["create"], "cost": {"status": "priced", "monthly": 24.09},
	}
	count(rule.findings) == 1 with input as with_rows(array.concat(rows(["aws_vpc.a", "aws_nat_gateway.a"]), [endpoint]))
}

test_a_network_managed_elsewhere if {
	count(rule.findings) == 0 with input as planned(["aws_nat_gateway.a"])
}

test_no_gateway if {
	count(rule.findings) == 0 with input as planned(["aws_vpc.a"])
}
