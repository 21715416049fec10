package iaclint.cost.data_crosses_regions_test

import data.iaclint.cost.data_crosses_regions as rule

resource(type, values) := {
	"resource": {
		"type": type, "region": "eu-west-1", "values": values, "unknown": [],
		"refs": {}, "referenced_by": [],
	},
	"params": {"allowed_pairs": []},
}

peering := resource("aws_vpc_peering_connection", {"peer_region": "us-east-1"})

test_a_peering_of_two_regions if {
	found := rule.findings with input as peering
	found == {{
		"path": "peer_region",
		"message": "connects eu-west-1 with us-east-1: each GB between them is billed",
		"rests_on": ["peer_region"],
	}}
}

test_a_peering_in_one_region if {
	count(rule.findings) == 0 with input as resource("aws_vpc_peering_connection", {"peer_region": "eu-west-1"})
	count(rule.findings) == 0 with input as resource("aws_vpc_peering_connection", {})
}

test_pairs_that_are_meant_so if {
	count(rule.findings) == 0 with input as peering with input.params.allowed_pairs as ["us-*:eu-west-1"]
	count(rule.findings) == 0 with input as peering with input.params.allowed_pairs as ["eu-west-1:us-east-1"]
	count(rule.findings) == 1 with input as peering with input.params.allowed_pairs as ["eu-*:eu-*"]
}

test_a_global_table if {
	table := {"replica": [{"region_name": "us-east-1"}, {"region_name": "eu-central-1"}]}
	found := rule.findings with input as resource("aws_dynamodb_table", table)
	[f.message | some f in found] == ["every write goes to eu-central-1 and us-east-1 too, and is stored there"]
	some_allowed := rule.findings with input as resource("aws_dynamodb_table", table) with input.params.allowed_pairs as ["eu-*:eu-*"]
	[f.message | some f in some_allowed] == ["every write goes to us-east-1 too, and is stored there"]
	count(rule.findings) == 0 with input as resource("aws_dynamodb_table", {"replica": []})
}

members(n) := {"resource": {"referenced_by": [member |
	some i in numbers.range(1, n)
	member := {"address": sprintf("aws_rds_cluster.c%d", [i]), "type": "aws_rds_cluster"}
]}}

test_a_global_database if {
	found := rule.findings with input as object.union(resource("aws_rds_global_cluster", {}), members(2))
	[f.message | some f in found] == ["2 clusters, each in a region of its own: every write goes to all of them"]
	count(rule.findings) == 0 with input as object.union(resource("aws_rds_global_cluster", {}), members(1))
}

networks(here, there) := {"resource": {"refs": {
	"virtual_network_name": [{"address": "azurerm_virtual_network.a", "type": "azurerm_virtual_network", "values": {"location": here}}],
	"remote_virtual_network_id": [{"address": "azurerm_virtual_network.b", "type": "azurerm_virtual_network", "values": {"location": there}}],
}}}

test_networks_on_azure if {
	found := rule.findings with input as object.union(
		resource("azurerm_virtual_network_peering", {}),
		networks("West Europe", "northeurope"),
	)
	[f.message | some f in found] == ["connects westeurope with northeurope: each GB between them is billed on both sides"]
	count(rule.findings) == 0 with input as object.union(
		resource("azurerm_virtual_network_peering", {}),
		networks("West Europe", "westeurope"),
	)
}

test_a_region_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_vpc_peering_connection", {}),
		{"resource": {"unknown": ["peer_region"]}},
	)
}
