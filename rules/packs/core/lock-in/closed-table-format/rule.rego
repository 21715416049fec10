# METADATA
# title: Analytic data in a closed table format
# description: |
#   Tables inside a warehouse can be read by that warehouse alone: leaving means
#   an export of everything, paid by the terabyte. The same tables as Iceberg,
#   Delta or Parquet on object storage are read in place by the same warehouse
#   and by others. Said of each BigQuery dataset with more native tables in the
#   plan than the limit, and of each Redshift cluster and Synapse pool.
# related_resources:
# - ref: https://iceberg.apache.org/spec/
# - ref: https://cloud.google.com/bigquery/docs/iceberg-tables
# - ref: https://docs.aws.amazon.com/redshift/latest/dg/querying-iceberg.html
# custom:
#   code: LOCK-008
#   severity: low
#   types: [google_bigquery_dataset, aws_redshift_cluster, aws_redshiftserverless_namespace, azurerm_synapse_sql_pool]
#   remediation: Keep the large tables as Iceberg, Delta or Parquet on object storage, and let the warehouse read them there.
#   params:
#     type: object
#     properties:
#       max_native_tables: {type: integer, default: 0, minimum: 0, description: Tables in BigQuery's own format that a dataset may have.}
#       allow: {type: array, default: [], description: Globs of types or addresses that are a settled choice., items: {type: string}}
#   saving: bounded
#   since: 0.1.0
#   idea: open table formats made the copy unnecessary
package iaclint.lock_in.closed_table_format

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"message": sprintf("%s of %d in BigQuery's own format: other engines read them only after an export", [
		figures.plural(count(native), "table"),
		count(tables),
	]),
	"facts": {"native": count(native)},
} if {
	input.resource.type == "google_bigquery_dataset"
	count(native) > input.params.max_native_tables
	not settled
}

findings contains {
	"message": sprintf("%s keeps its tables in a format of its own%s: other engines read them only after an unload", [warehouse, lib.a_month]),
	"rests_on": [],
} if {
	warehouse := {
		"aws_redshift_cluster": "Redshift",
		"aws_redshiftserverless_namespace": "Redshift Serverless",
		"azurerm_synapse_sql_pool": "a dedicated SQL pool",
	}[input.resource.type]
	not settled
}

tables := {table.address |
	some table in input.resource.referenced_by
	table.type == "google_bigquery_table"
} - views

native := tables - opened

# Queries, which hold no data.
views contains table.address if {
	some table in input.resource.referenced_by
	count(table.values.view) > 0
}

views contains table.address if {
	some table in input.resource.referenced_by
	count(table.values.materialized_view) > 0
}

# What other engines can read where it lies.
opened contains table.address if {
	some table in input.resource.referenced_by
	count(table.values.external_data_configuration) > 0
}

opened contains table.address if {
	some table in input.resource.referenced_by
	count(table.values.biglake_configuration) > 0
}

settled if {
	some pattern in input.params.allow
	some name in {input.resource.type, input.resource.address}
	glob.match(pattern, [], name)
}
