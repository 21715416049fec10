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

copies(places) := {f.message | some f in findings} if {
	findings := rule.findings with input as resource("aws_dynamodb_table", {"replica": [{"region_name": place} | some place in places]})
}

test_copies_of_a_table if {
	copies(["us-east-1"]) == {"every write goes to us-east-1 too, and is stored there"}
	copies(["eu-west-1"]) == set()
	copies([]) == set()
}

global(type, users) := object.union(resource(type, {}), {"resource": {"referenced_by": users}})

test_clusters_of_a_global_database if {
	two := [{"address": "x.a", "type": "aws_rds_cluster"}, {"address": "x.b", "type": "aws_rds_cluster"}]
	count(rule.findings) == 1 with input as global("aws_rds_global_cluster", two)
	count(rule.findings) == 0 with input as global("aws_dynamodb_table", two)
	count(rule.findings) == 0 with input as global("aws_rds_global_cluster", two) with input.params.allowed_pairs as ["eu-*:us-*"]
	count(rule.findings) == 0 with input as global("aws_rds_global_cluster", [two[0], {"address": "x.c", "type": "aws_rds_cluster_endpoint"}])
}

test_pairs_that_are_allowed if {
	count(rule.findings) == 0 with input as peering with input.params.allowed_pairs as ["eu-*:us-*"]
	count(rule.findings) == 0 with input as peering with input.params.allowed_pairs as ["us-*:eu-*"]
	every pair in ["eu-*:ap-*", "ap-*:us-*", "us-*:ap-*", "ap-*:eu-*"] {
		count(rule.findings) == 1 with input as peering with input.params.allowed_pairs as [pair]
	}
}

peered := object.union(
	resource("azurerm_virtual_network_peering", {}),
	{"resource": {"refs": {
		"virtual_network_name": [{"address": "x.a", "type": "azurerm_virtual_network", "values": {"location": "westeurope"}}],
		"remote_virtual_network_id": [{"address": "x.b", "type": "azurerm_virtual_network", "values": {"location": "northeurope"}}],
	}}},
)

test_peered_of_a_pair_that_is_allowed if {
	count(rule.findings) == 1 with input as peered
	count(rule.findings) == 0 with input as peered with input.params.allowed_pairs as ["northeurope:westeurope"]
}
