package iaclint.cost.provisioned_capacity_above_cap_test

import data.iaclint.cost.provisioned_capacity_above_cap as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {"max_units": {
		"dynamodb": {"prod": 10000, "nonprod": 50},
		"redshift": {"prod": 256, "nonprod": 32},
		"cosmos": {"prod": 100000, "nonprod": 4000},
		"spanner": {"prod": 20000, "nonprod": 1000},
		"bigtable": {"prod": 20, "nonprod": 1},
	}},
}

messages(type, env, values) := {f.message | some f in found} if found := rule.findings with input as resource(type, env, values)

test_a_table_with_too_much_of_both if {
	found := rule.findings with input as resource("aws_dynamodb_table", "nonprod", {"read_capacity": 2000, "write_capacity": 60})
	found == {
		{
			"path": "read_capacity",
			"key": "read_capacity",
			"message": "2,000 read units; the cap in non-production is 50",
			"change": {"read_capacity": 50},
			"rests_on": ["read_capacity", "billing_mode"],
		},
		{
			"path": "write_capacity",
			"key": "write_capacity",
			"message": "60 write units; the cap in non-production is 50",
			"change": {"write_capacity": 50},
			"rests_on": ["write_capacity", "billing_mode"],
		},
	}
}

test_billed_by_the_request if {
	count(messages("aws_dynamodb_table", "nonprod", {"billing_mode": "PAY_PER_REQUEST", "read_capacity": 2000})) == 0
}

test_at_the_cap if count(messages("aws_dynamodb_table", "nonprod", {"read_capacity": 50})) == 0

test_production_may_have_more if count(messages("aws_dynamodb_table", "prod", {"read_capacity": 2000})) == 0

test_unknown_environment_is_held_to_the_wider_cap if {
	messages("aws_dynamodb_table", "unknown", {"read_capacity": 20000}) == {"20,000 read units; the cap in production is 10,000"}
}

test_floor_of_a_scaled_table if {
	messages("aws_appautoscaling_target", "nonprod", {"service_namespace": "dynamodb", "min_capacity": 500}) == {"500 units at least; the cap in non-production is 50"}
}

test_floor_of_something_else if {
	count(messages("aws_appautoscaling_target", "nonprod", {"service_namespace": "ecs", "min_capacity": 500})) == 0
}

test_a_workgroup_left_at_its_default if {
	messages("aws_redshiftserverless_workgroup", "nonprod", {}) == {"128 RPUs to start with; the cap in non-production is 32"}
	count(messages("aws_redshiftserverless_workgroup", "prod", {})) == 0
	count(messages("aws_redshiftserverless_workgroup", "nonprod", {"base_capacity": 8})) == 0
}

test_cosmos if {
	messages("azurerm_cosmosdb_sql_container", "nonprod", {"throughput": 10000}) == {"10,000 RU/s; the cap in non-production is 4,000"}
	count(messages("azurerm_cosmosdb_sql_container", "prod", {"throughput": 10000})) == 0
	count(messages("azurerm_cosmosdb_sql_container", "nonprod", {"throughput": 10000, "autoscale_settings": [{"max_throughput": 10000}]})) == 0
}

test_spanner_in_nodes_and_in_units if {
	messages("google_spanner_instance", "nonprod", {"num_nodes": 3}) == {"3 nodes; the cap in non-production is 1"}
	messages("google_spanner_instance", "nonprod", {"processing_units": 2000}) == {"2,000 processing units; the cap in non-production is 1,000"}
	messages("google_spanner_instance", "nonprod", {"num_nodes": 2, "processing_units": 2000}) == {"2 nodes; the cap in non-production is 1"}
}

test_bigtable if {
	messages("google_bigtable_instance", "nonprod", {"cluster": [{"num_nodes": 3}]}) == {"3 nodes; the cap in non-production is 1"}
}

test_a_cap_of_ones_own if {
	found := rule.findings with input as resource("aws_dynamodb_table", "nonprod", {"read_capacity": 60})
		with input.params.max_units.dynamodb.nonprod as 100
	count(found) == 0
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		resource("aws_redshiftserverless_workgroup", "nonprod", {}),
		{"resource": {"unknown": ["base_capacity"]}},
	)
	every f in found {
		"base_capacity" in f.rests_on
	}
}

test_tables_that_are_billed_by_the_request if {
	messages("aws_dynamodb_table", "nonprod", {"billing_mode": "PAY_PER_REQUEST", "read_capacity": 2000, "write_capacity": 2000}) == set()
	count(messages("aws_dynamodb_table", "nonprod", {"billing_mode": "PROVISIONED", "write_capacity": 2000})) == 1
}

test_workgroups_that_say_nothing if {
	messages("aws_redshiftserverless_workgroup", "nonprod", {"base_capacity": 0}) == messages("aws_redshiftserverless_workgroup", "nonprod", {})
	messages("aws_redshiftserverless_workgroup", "nonprod", {"base_capacity": 64}) != messages("aws_redshiftserverless_workgroup", "nonprod", {})
}
