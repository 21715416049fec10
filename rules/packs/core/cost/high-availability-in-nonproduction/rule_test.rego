package iaclint.cost.high_availability_in_nonproduction_test

import data.iaclint.cost.high_availability_in_nonproduction as rule

database(type, values) := {
	"resource": {
		"type": type, "env": "nonprod", "values": values, "unknown": [],
		"tags": {}, "referenced_by": [],
	},
	"params": {"exempt_env": ["staging"]},
	"context": {"workspace": "default"},
}

changes(found) := [f.change | some f in found]

test_two_zones if {
	found := rule.findings with input as database("aws_db_instance", {"multi_az": true})
	found == {{
		"path": "multi_az",
		"key": "multi_az",
		"message": "standby in a second zone in non-production",
		"change": {"multi_az": false},
		"rests_on": ["multi_az"],
	}}
}

test_one_zone if {
	count(rule.findings) == 0 with input as database("aws_db_instance", {"multi_az": false})
}

test_staging_rehearses_failover if {
	count(rule.findings) == 0 with input as database("aws_db_instance", {"multi_az": true})
		with input.resource.tags as {"environment": "Staging"}
}

test_so_does_the_workspace if {
	count(rule.findings) == 0 with input as database("aws_db_instance", {"multi_az": true})
		with input.context.workspace as "staging"
}

test_cache_nodes if {
	found := rule.findings with input as database("aws_elasticache_replication_group", {"num_cache_clusters": 3})
	changes(found) == [{
		"num_cache_clusters": 1, "automatic_failover_enabled": false, "multi_az_enabled": false,
	}]
}

test_replicas_of_shards if {
	found := rule.findings with input as database(
		"aws_elasticache_replication_group",
		{"replicas_per_node_group": 2},
	)
	changes(found) == [{"replicas_per_node_group": 0, "multi_az_enabled": false}]
}

test_a_cluster_of_instances if {
	found := rule.findings with input as object.union(
		database("aws_rds_cluster", {}),
		{"resource": {"referenced_by": [
			{"address": "aws_rds_cluster_instance.b", "type": "aws_rds_cluster_instance"},
			{"address": "aws_rds_cluster_instance.a", "type": "aws_rds_cluster_instance"},
		]}},
	)
	found == {{
		"message": "cluster of 2 instances in non-production",
		"rests_on": ["referenced_by"],
		"related": ["aws_rds_cluster_instance.a", "aws_rds_cluster_instance.b"],
	}}
}

test_a_server_on_azure if {
	found := rule.findings with input as database(
		"azurerm_postgresql_flexible_server",
		{"high_availability": [{"mode": "ZoneRedundant"}]},
	)
	changes(found) == [{"high_availability": []}]
}

test_a_database_on_azure if {
	found := rule.findings with input as database("azurerm_mssql_database", {"zone_redundant": true})
	changes(found) == [{"zone_redundant": false}]
}

test_a_cache_on_azure if {
	found := rule.findings with input as database("azurerm_redis_cache", {"sku_name": "Standard"})
	changes(found) == [{"sku_name": "Basic"}]
}

test_a_database_on_google if {
	found := rule.findings with input as database(
		"google_sql_database_instance",
		{"settings": [{"availability_type": "REGIONAL", "tier": "db-custom-2-7680"}]},
	)
	changes(found) == [{"settings.availability_type": "ZONAL"}]
}

test_a_cache_on_google if {
	found := rule.findings with input as database("google_redis_instance", {"tier": "STANDARD_HA"})
	changes(found) == [{"tier": "BASIC"}]
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		database("aws_db_instance", {}),
		{"resource": {"unknown": ["multi_az"]}},
	)
}

member := {"address": "x.a", "type": "aws_rds_cluster_instance"}

cluster(type, members) := object.union(database(type, {}), {"resource": {"referenced_by": members}})

test_members_of_a_cluster if {
	two := [member, object.union(member, {"address": "x.b"})]
	count(rule.findings) == 1 with input as cluster("aws_rds_cluster", two)
	count(rule.findings) == 0 with input as cluster("aws_rds_cluster", [member])
	count(rule.findings) == 0 with input as cluster("aws_rds_cluster", [member, {"address": "x.c", "type": "aws_rds_cluster_endpoint"}])
	count(rule.findings) == 0 with input as cluster("aws_db_instance", two)
	count(rule.findings) == 0 with input as cluster("aws_rds_cluster", two) with input.context.workspace as "staging"
}

test_one_of_each_is_enough if {
	every values in [
		{"num_cache_clusters": 1}, {"replicas_per_node_group": 0},
		{"high_availability": [{"mode": "Disabled"}]}, {"sku_name": "Basic"},
	] {
		count(rule.findings) == 0 with input as database("azurerm_redis_cache", values)
	}
	count(rule.findings) == 0 with input as database("azurerm_mssql_database", {"sku_name": "Standard"})
}

test_a_smaller_cache if {
	standard := rule.findings with input as database("azurerm_redis_cache", {"sku_name": "Standard"})
	changes(standard) == [{"sku_name": "Basic"}]
	premium := rule.findings with input as database("azurerm_redis_cache", {"sku_name": "Premium"})
	changes(premium) == [{"sku_name": "Basic", "family": "C"}]
}
