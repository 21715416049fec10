package iaclint.lock_in.closed_table_format_test

import data.iaclint.lock_in.closed_table_format

table(values) := {"address": json.marshal(values), "type": "google_bigquery_table", "values": values}

messages(resource, params) := found if {
	found := {finding.message | some finding in closed_table_format.findings} with input as {
		"params": object.union({"max_native_tables": 0, "allow": []}, params),
		"resource": resource,
	}
}

dataset(tables) := {"type": "google_bigquery_dataset", "address": "google_bigquery_dataset.shop", "referenced_by": tables}

test_fails_with_native_tables if {
	tables := [table({}), table({"time_partitioning": [{}]}), table({"biglake_configuration": [{}]}), table({"view": [{}]}), {"address": "a", "type": "google_bigquery_dataset_iam_member", "values": {}}]
	messages(dataset(tables), {}) == {"2 tables of 3 in BigQuery's own format: other engines read them only after an export"}
}

test_fails_a_warehouse if {
	messages({"type": "aws_redshift_cluster", "address": "aws_redshift_cluster.x", "cost": {"monthly": 780}}, {}) == {"Redshift keeps its tables in a format of its own, $780.00 a month: other engines read them only after an unload"}
	count(messages({"type": "azurerm_synapse_sql_pool", "address": "azurerm_synapse_sql_pool.x"}, {})) == 1
}

test_passes_open_tables if {
	messages(dataset([table({"external_data_configuration": [{}]}), table({"biglake_configuration": [{}]}), table({"materialized_view": [{}]})]), {}) == set()
}

test_passes_up_to_the_limit if messages(dataset([table({})]), {"max_native_tables": 1}) == set()

test_passes_what_is_settled if {
	messages(dataset([table({})]), {"allow": ["google_bigquery_*"]}) == set()
	messages({"type": "aws_redshift_cluster", "address": "aws_redshift_cluster.x"}, {"allow": ["aws_redshift_cluster.x"]}) == set()
}

# Tables that are made elsewhere, or cannot be followed, are not known.
test_unknown_tables_say_nothing if messages(dataset([]), {}) == set()

test_fails_what_is_not_settled if {
	count(messages(dataset([table({})]), {"allow": ["aws_*", "*.other"]})) == 1
	messages({"type": "google_bigquery_table", "address": "x.y", "referenced_by": [table({})]}, {}) == set()
}
