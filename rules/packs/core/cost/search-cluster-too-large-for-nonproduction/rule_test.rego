package iaclint.cost.search_cluster_too_large_for_nonproduction_test

import data.iaclint.cost.search_cluster_too_large_for_nonproduction as rule

resource(type, values) := {
	"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []},
	"params": {"nonprod_nodes": 1},
}

domain(config) := resource("aws_opensearch_domain", {"cluster_config": [config]})

messages(document) := {f.message | some f in found} if found := rule.findings with input as document

changes(document) := {f.path: f.change | some f in found} if found := rule.findings with input as document

test_all_of_it if {
	messages(domain({
		"dedicated_master_enabled": true,
		"dedicated_master_count": 3,
		"instance_count": 3,
		"zone_awareness_enabled": true,
		"warm_enabled": true,
	})) == {
		"3 dedicated masters in non-production",
		"3 data nodes, where 1 will do, in non-production",
		"a warm tier in non-production",
	}
}

test_zones_go_with_the_nodes if {
	changes(domain({"instance_count": 2, "zone_awareness_enabled": true})) == {"cluster_config.instance_count": {
		"cluster_config.instance_count": 1,
		"cluster_config.zone_awareness_enabled": false,
	}}
	changes(domain({"instance_count": 2})) == {"cluster_config.instance_count": {"cluster_config.instance_count": 1}}
}

test_zones_stay_where_two_nodes_may if {
	found := rule.findings with input as domain({"instance_count": 4, "zone_awareness_enabled": true}) with input.params.nonprod_nodes as 2
	[f.change | some f in found] == [{"cluster_config.instance_count": 2}]
}

test_a_standby_goes_with_the_masters if {
	changes(domain({"dedicated_master_enabled": true, "multi_az_with_standby_enabled": true})) == {"cluster_config.dedicated_master_enabled": {
		"cluster_config.dedicated_master_enabled": false,
		"cluster_config.multi_az_with_standby_enabled": false,
	}}
	messages(domain({"dedicated_master_enabled": true})) == {"dedicated masters in non-production"}
}

test_one_node if {
	count(messages(domain({"instance_count": 1, "dedicated_master_enabled": false, "warm_enabled": false}))) == 0
	count(messages(resource("aws_opensearch_domain", {}))) == 0
}

test_azure if {
	messages(resource("azurerm_search_service", {"sku": "standard2", "replica_count": 3, "partition_count": 2})) == {
		"3 replicas, where 1 will do, in non-production",
		"2 partitions, where 1 will do, in non-production",
		"the standard2 tier in non-production",
	}
	count(messages(resource("azurerm_search_service", {"sku": "basic"}))) == 0
	count(messages(resource("azurerm_search_service", {"sku": "standard", "replica_count": 1}))) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		domain({}),
		{"resource": {"unknown": ["cluster_config.instance_count"]}},
	)
}

test_masters_of_no_number if {
	not rule.masters == "0 dedicated masters" with input as {"resource": {"values": {"cluster_config": [{"dedicated_master_count": 0}]}}}
}
