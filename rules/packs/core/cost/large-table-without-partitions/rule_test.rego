package iaclint.cost.large_table_without_partitions_test

import data.iaclint.cost.large_table_without_partitions as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"large_tables": ["*events*", "fact_*"], "staging_datasets": ["*staging*", "tmp*"], "table_tb": 2},
}

messages(type, values) := {f.message | some f in found} if found := rule.findings with input as resource(type, values)

daily := {"time_partitioning": [{"type": "DAY"}]}

table(values) := messages("google_bigquery_table", object.union({"table_id": "web_events"}, values))

test_not_partitioned if {
	found := rule.findings with input as resource("google_bigquery_table", {"table_id": "web_events"})
	found == {{
		"path": "time_partitioning",
		"message": "not partitioned: at 2 TB each query reads 2 TB",
		"rests_on": ["time_partitioning", "range_partitioning", "clustering", "table_id"],
	}}
}

test_divided_one_way_or_another if {
	count(table({"range_partitioning": [{"field": "id"}]})) == 0
	count(table({"clustering": ["customer"]})) == 0
	count(table(object.union(daily, {"require_partition_filter": true}))) == 0
	count(table({"time_partitioning": [{"type": "DAY", "require_partition_filter": true}]})) == 0
}

test_without_a_filter if {
	table(daily) == {"partitioned, but a query without a filter reads it all: 2 TB at that size"}
	table(object.union(daily, {"require_partition_filter": false})) == {"partitioned, but a query without a filter reads it all: 2 TB at that size"}
}

test_no_data_of_its_own if {
	count(table({"view": [{"query": "select 1"}]})) == 0
	count(table({"materialized_view": [{"query": "select 1"}]})) == 0
	count(table({"external_data_configuration": [{"autodetect": true}]})) == 0
}

test_a_small_table if {
	count(messages("google_bigquery_table", {"table_id": "countries"})) == 0
	count(messages("google_bigquery_table", object.union({"table_id": "countries"}, daily))) == 0
	count(messages("aws_glue_catalog_table", {"name": "countries"})) == 0
}

test_glue if {
	messages("aws_glue_catalog_table", {"name": "Fact_sales", "table_type": "EXTERNAL_TABLE"}) == {"not partitioned: at 2 TB each query reads 2 TB"}
	count(messages("aws_glue_catalog_table", {"name": "fact_sales", "partition_keys": [{"name": "day"}]})) == 0
	count(messages("aws_glue_catalog_table", {"name": "fact_sales", "table_type": "VIRTUAL_VIEW"})) == 0
	count(messages("aws_glue_catalog_table", {"name": "fact_sales", "parameters": {"table_type": "iceberg"}})) == 0
	count(messages("aws_glue_catalog_table", {"name": "fact_sales", "open_table_format_input": [{}]})) == 0
}

test_staging_datasets if {
	messages("google_bigquery_dataset", {"dataset_id": "sales_staging"}) == {"a staging dataset whose tables never expire"}
	count(messages("google_bigquery_dataset", {"dataset_id": "sales_staging", "default_table_expiration_ms": 86400000})) == 0
	count(messages("google_bigquery_dataset", {"dataset_id": "sales"})) == 0
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		resource("google_bigquery_dataset", {"dataset_id": "sales_staging"}),
		{"resource": {"unknown": ["default_table_expiration_ms"]}},
	)
	every f in found {
		"default_table_expiration_ms" in f.rests_on
	}
}

test_what_belongs_to_other_types if {
	messages("google_bigquery_routine", {"table_id": "web_events"}) == set()
	messages("google_bigquery_routine", object.union({"table_id": "web_events"}, daily)) == set()
	messages("aws_glue_crawler", {"name": "web_events"}) == set()
	messages("google_bigquery_table", {"dataset_id": "staging", "table_id": "small"}) == set()
}
