package iaclint.cost.data_service_without_ceiling_test

import data.iaclint.cost.data_service_without_ceiling as rule

resource(type, values) := {
	"resource": {"type": type, "env": "prod", "values": values, "unknown": [], "referenced_by": []},
	"params": {
		"max_tb_per_query": 1,
		"max_slots": {"prod": 2000, "nonprod": 200},
		"apply_to": ["athena", "bigquery", "redshift"],
	},
}

messages(document) := {f.message | some f in found} if found := rule.findings with input as document

asked(document, service) := messages(object.union(document, {"params": {"apply_to": [service]}}))

terabyte := 1099511627776

test_a_workgroup_without_a_cutoff if {
	found := rule.findings with input as resource("aws_athena_workgroup", {"configuration": [{"bytes_scanned_cutoff_per_query": 0}]})
	found == {{
		"path": "configuration.bytes_scanned_cutoff_per_query",
		"message": "a query may read any amount; 1 TB should do",
		"change": {"configuration.bytes_scanned_cutoff_per_query": terabyte},
		"rests_on": ["configuration.bytes_scanned_cutoff_per_query", "state"],
	}}
	count(messages(resource("aws_athena_workgroup", {}))) == 1
}

test_a_cutoff_too_high if {
	messages(resource("aws_athena_workgroup", {"configuration": [{"bytes_scanned_cutoff_per_query": 2.5 * terabyte}]})) == {"a query may read 2.5 TB; 1 should do"}
}

test_a_cutoff if {
	count(messages(resource("aws_athena_workgroup", {"configuration": [{"bytes_scanned_cutoff_per_query": terabyte}]}))) == 0
	count(messages(resource("aws_athena_workgroup", {"state": "DISABLED"}))) == 0
	count(messages(resource("aws_athena_workgroup", {"state": "DISABLED", "configuration": [{"bytes_scanned_cutoff_per_query": 9 * terabyte}]}))) == 0
}

test_redshift_without_a_bound if {
	found := rule.findings with input as resource("aws_redshiftserverless_workgroup", {"base_capacity": 8})
	{f.change | some f in found} == {{"max_capacity": 16}}
	default_base := rule.findings with input as resource("aws_redshiftserverless_workgroup", {})
	{f.change | some f in default_base} == {{"max_capacity": 256}}
}

test_redshift_with_either_bound if {
	count(messages(resource("aws_redshiftserverless_workgroup", {"max_capacity": 64}))) == 0
	limited := object.union(
		resource("aws_redshiftserverless_workgroup", {}),
		{"resource": {"referenced_by": [{"address": "l", "type": "aws_redshiftserverless_usage_limit"}]}},
	)
	count(messages(limited)) == 0
}

test_slots if {
	messages(resource("google_bigquery_reservation", {"autoscale": [{"max_slots": 5000}]})) == {"scales to 5,000 slots; the cap in production is 2,000"}
	count(messages(resource("google_bigquery_reservation", {"autoscale": [{"max_slots": 2000}]}))) == 0
	count(messages(resource("google_bigquery_reservation", {"slot_capacity": 5000}))) == 0
}

test_tables_and_accounts_are_asked_for if {
	count(messages(resource("aws_dynamodb_table", {"billing_mode": "PAY_PER_REQUEST"}))) == 0
	count(messages(resource("azurerm_cosmosdb_account", {}))) == 0
}

test_tables if {
	count(asked(resource("aws_dynamodb_table", {"billing_mode": "PAY_PER_REQUEST"}), "dynamodb")) == 1
	count(asked(resource("aws_dynamodb_table", {"read_capacity": 5}), "dynamodb")) == 0
	count(asked(resource("aws_dynamodb_table", {"billing_mode": "PAY_PER_REQUEST", "on_demand_throughput": [{"max_read_request_units": 100}]}), "dynamodb")) == 0
	count(asked(resource("aws_dynamodb_table", {"billing_mode": "PAY_PER_REQUEST", "on_demand_throughput": [{"max_write_request_units": 100}]}), "dynamodb")) == 0
	count(asked(resource("aws_dynamodb_table", {"billing_mode": "PAY_PER_REQUEST", "on_demand_throughput": [{"max_write_request_units": -1}]}), "dynamodb")) == 1
}

test_accounts if {
	count(asked(resource("azurerm_cosmosdb_account", {}), "cosmos")) == 1
	count(asked(resource("azurerm_cosmosdb_account", {"capacity": [{"total_throughput_limit": -1}]}), "cosmos")) == 1
	count(asked(resource("azurerm_cosmosdb_account", {"capacity": [{"total_throughput_limit": 4000}]}), "cosmos")) == 0
	count(asked(resource("azurerm_cosmosdb_account", {"capabilities": [{"name": "EnableServerless"}]}), "cosmos")) == 0
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		resource("aws_redshiftserverless_workgroup", {}),
		{"resource": {"unknown": ["max_capacity"]}},
	)
	every f in found {
		"max_capacity" in f.rests_on
	}
}

test_what_belongs_to_other_types if {
	asked(resource("azurerm_storage_account", {}), "cosmos") == set()
	asked(resource("aws_keyspaces_table", {"billing_mode": "PAY_PER_REQUEST"}), "dynamodb") == set()
	count(asked(resource("azurerm_cosmosdb_account", {}), "cosmos")) == 1
	count(asked(resource("aws_dynamodb_table", {"billing_mode": "PAY_PER_REQUEST"}), "dynamodb")) == 1
}

workgroup(values, users) := object.union(resource("aws_redshiftserverless_workgroup", values), {"resource": {"referenced_by": users}})

test_workgroups_of_redshift if {
	count(messages(workgroup({}, [{"address": "x.y", "type": "aws_redshiftserverless_custom_domain_association"}]))) == 1
	count(messages(workgroup({}, [{"address": "x.y", "type": "aws_redshiftserverless_usage_limit"}]))) == 0
	ceiling({}) == {{"max_capacity": 256}}
	ceiling({"base_capacity": 0}) == {{"max_capacity": 256}}
	ceiling({"base_capacity": 8}) == {{"max_capacity": 16}}
}

ceiling(values) := {f.change | some f in found} if found := rule.findings with input as resource("aws_redshiftserverless_workgroup", values)
