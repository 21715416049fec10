# METADATA
# title: Large analytic table without partitions, or open to full scans
# description: >-
#   A query is billed by what it reads. Without partitions that is the whole table each time; with
#   partitions it still is, for whoever leaves the filter out.
# related_resources:
# - ref: https://cloud.google.com/bigquery/docs/partitioned-tables
# - ref: https://cloud.google.com/bigquery/docs/querying-partitioned-tables#require_a_partition_filter_in_queries
# - ref: https://docs.aws.amazon.com/athena/latest/ug/partitions.html
# custom:
#   code: COST-512
#   severity: medium
#   saving: bounded
#   since: aws 5.100, google 7.45
#   types: [aws_glue_catalog_table, google_bigquery_dataset, google_bigquery_table]
#   params:
#     type: object
#     properties:
#       large_tables:
#         type: array
#         description: Globs of the names of tables that grow with use; how large one is, configuration does not say.
#         items: {type: string}
#         default: ['*events*', '*clicks*', '*logs', '*_log', '*transactions*', '*impressions*', 'fact_*', '*_fact', '*_facts']
#       staging_datasets:
#         type: array
#         description: Globs of the names of datasets whose tables should expire.
#         items: {type: string}
#         default: ['*staging*', 'stg_*', '*_stg', '*scratch*', 'tmp*', '*_tmp', 'temp*', '*_temp']
#       table_tb:
#         type: number
#         description: TB that a large table holds.
#         default: 1
#   remediation: >-
#     Partition by the day of the event, require a filter on it, and let the tables of a staging dataset
#     expire.
#   when_not: >-
#     Every query reads the whole table anyway.
package iaclint.cost.large_table_without_partitions

findings contains {
	"path": "time_partitioning",
	"message": sprintf("not partitioned: at %v TB each query reads %v TB", [input.params.table_tb, input.params.table_tb]),
	"rests_on": ["time_partitioning", "range_partitioning", "clustering", "table_id"],
} if {
	input.resource.type == "google_bigquery_table"
	not divided
	not elsewhere
	named_like(input.resource.values.table_id, input.params.large_tables)
}

# Clusters are no partitions, but queries skip blocks by them.
divided if count(input.resource.values.time_partitioning) > 0

divided if count(input.resource.values.range_partitioning) > 0

divided if count(input.resource.values.clustering) > 0

# Views have no data of their own, and external tables have their own layout.
elsewhere if count(input.resource.values.view) > 0

elsewhere if count(input.resource.values.materialized_view) > 0

elsewhere if count(input.resource.values.external_data_configuration) > 0

findings contains {
	"path": "require_partition_filter",
	"message": sprintf("partitioned, but a query without a filter reads it all: %v TB at that size", [input.params.table_tb]),
	"change": {"require_partition_filter": true},
	"rests_on": ["require_partition_filter", "time_partitioning", "table_id"],
} if {
	input.resource.type == "google_bigquery_table"
	count(input.resource.values.time_partitioning) > 0
	not filtered
	named_like(input.resource.values.table_id, input.params.large_tables)
}

filtered if input.resource.values.require_partition_filter == true

# Its place before the provider moved it to the table.
filtered if input.resource.values.time_partitioning[_].require_partition_filter == true

findings contains {
	"path": "partition_keys",
	"message": sprintf("not partitioned: at %v TB each query reads %v TB", [input.params.table_tb, input.params.table_tb]),
	"rests_on": ["partition_keys", "name", "table_type"],
} if {
	input.resource.type == "aws_glue_catalog_table"
	not keyed
	not input.resource.values.table_type == "VIRTUAL_VIEW"
	not is_iceberg
	named_like(input.resource.values.name, input.params.large_tables)
}

keyed if count(input.resource.values.partition_keys) > 0

# Iceberg keeps its partitions with the data.
is_iceberg if count(input.resource.values.open_table_format_input) > 0

is_iceberg if upper(input.resource.values.parameters.table_type) == "ICEBERG"

findings contains {
	"path": "default_table_expiration_ms",
	"message": "a staging dataset whose tables never expire",
	"change": {"default_table_expiration_ms": 604800000},
	"rests_on": ["default_table_expiration_ms", "dataset_id"],
} if {
	input.resource.type == "google_bigquery_dataset"
	not expires
	named_like(input.resource.values.dataset_id, input.params.staging_datasets)
}

expires if input.resource.values.default_table_expiration_ms > 0

named_like(name, patterns) if {
	some pattern in patterns
	glob.match(pattern, null, lower(name))
}
