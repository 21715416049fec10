package iaclint.cost.cosmos_copies_in_nonproduction_test

import data.iaclint.cost.cosmos_copies_in_nonproduction as rule

account(values) := {
	"resource": {
		"type": "azurerm_cosmosdb_account", "env": "nonprod", "actions": ["create"],
		"values": values, "unknown": [], "referenced_by": [],
	},
	"params": {"max_regions_nonprod": 1},
}

with_user(values, type, throughput) := object.union(
	account(values),
	{"resource": {"referenced_by": [{"address": "x.one", "type": type, "values": {"throughput": throughput}}]}},
)

west := {"location": "westeurope", "failover_priority": 0}

north := {"location": "northeurope", "failover_priority": 1}

test_two_regions if {
	found := rule.findings with input as account({"geo_location": [north, west]})
	found == {{
		"path": "geo_location",
		"key": "geo_location",
		"message": "data in 2 regions in non-production, where 1 will do",
		"change": {"geo_location": [west]},
		"rests_on": ["geo_location"],
	}}
}

test_as_many_as_may_be if {
	found := rule.findings with input as account({"geo_location": [north, west]}) with input.params.max_regions_nonprod as 2
	count(found) == 0
}

test_every_region_writes if {
	found := rule.findings with input as account({"geo_location": [west], "multiple_write_locations_enabled": true})
	[f.message | some f in found] == ["every region takes writes in non-production"]
	old := rule.findings with input as account({"geo_location": [west], "enable_multiple_write_locations": true})
	[f.path | some f in old] == ["enable_multiple_write_locations"]
}

test_several_zones if {
	found := rule.findings with input as account({"geo_location": [object.union(west, {"zone_redundant": true})]})
	[f.message | some f in found] == ["copies in several zones in non-production"]
}

test_throughput_where_requests_would_do if {
	found := rule.findings with input as with_user({"geo_location": [west]}, "azurerm_cosmosdb_sql_database", 400)
	[f.message | some f in found] == ["1 database or container with provisioned throughput in non-production; a serverless account bills requests only"]
	[f.related | some f in found] == [["x.one"]]
}

test_serverless_free_or_there_already if {
	every values in [{"geo_location": [west], "capabilities": [{"name": "EnableServerless"}]}, {"geo_location": [west], "free_tier_enabled": true}] {
		count(rule.findings) == 0 with input as with_user(values, "azurerm_cosmosdb_sql_database", 400)
	}
	count(rule.findings) == 0 with input as with_user({"geo_location": [west]}, "azurerm_cosmosdb_sql_database", 400)
		with input.resource.actions as ["update"]
}

test_nothing_provisioned if {
	count(rule.findings) == 0 with input as account({"geo_location": [west]})
	count(rule.findings) == 0 with input as with_user({"geo_location": [west]}, "azurerm_private_endpoint", 0)
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(account({}), {"resource": {"unknown": ["geo_location"]}})
	count(found) == 0
}

test_what_a_serverless_account_could_hold if {
	account := {
		"resource": {
			"type": "azurerm_cosmosdb_account", "env": "nonprod", "actions": ["create"], "unknown": [],
			"values": {"geo_location": [{"failover_priority": 0}]},
			"referenced_by": [{"address": "x.db", "type": "azurerm_cosmosdb_sql_database", "values": {"throughput": 400}}],
		},
		"params": {"max_regions_nonprod": 2},
	}
	count(rule.findings) == 1 with input as account
	count(rule.findings) == 0 with input as account with input.resource.values.geo_location as [{"failover_priority": 0}, {"failover_priority": 1}]
	count(rule.findings) == 0 with input as account with input.resource.referenced_by as [{"address": "x.y", "type": "azurerm_role_assignment", "values": {"throughput": 400}}]
	count(rule.findings) == 0 with input as account with input.resource.referenced_by as [{"address": "x.db", "type": "azurerm_cosmosdb_sql_database", "values": {"throughput": 0}}]
}
