# METADATA
# title: Dear data can be destroyed by one apply
# description: |
#   A production database without deletion protection, or without a final
#   snapshot, goes with one wrong rename; so does a bucket with force_destroy.
#   Databases count from a price on; clusters, whose price is that of their
#   instances, and buckets always.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
# - ref: https://cloud.google.com/sql/docs/mysql/deletion-protection
# custom:
#   code: RES-002
#   severity: high
#   env: prod
#   types:
#   - aws_db_instance
#   - aws_rds_cluster
#   - aws_docdb_cluster
#   - aws_neptune_cluster
#   - aws_dynamodb_table
#   - aws_s3_bucket
#   - google_sql_database_instance
#   remediation: Turn deletion protection on, keep a final snapshot, leave force_destroy to environments that are thrown away.
#   params:
#     type: object
#     properties:
#       min_usd_month: {type: number, default: 200, minimum: 0, description: Price of a database from which on it is dear.}
#   since: 0.1.0
#   idea: a rebuild costs more than a month of the database
package iaclint.resilience.dear_data_unprotected

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"path": paths[0],
	"message": sprintf("%s a month of production data has %s", [lib.money(input.resource.cost.monthly), missing]),
	"change": {path: remedy[path] | some path in paths},
	"rests_on": array.concat(["cost.monthly"], paths),
} if {
	not input.resource.type in clusters
	count(faults) > 0
	input.resource.cost.monthly >= input.params.min_usd_month
}

findings contains {
	"path": paths[0],
	"message": sprintf("production cluster has %s", [missing]),
	"change": {path: remedy[path] | some path in paths},
	"rests_on": paths,
} if {
	input.resource.type in clusters
	count(faults) > 0
}

missing := figures.words(sort({fault | some _, fault in faults}), "and")

clusters := {"aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"}

findings contains {
	"path": "force_destroy",
	"message": "force_destroy lets one apply delete the bucket with everything in it",
	"change": {"force_destroy": false},
	"rests_on": ["force_destroy"],
} if {
	input.resource.type == "aws_s3_bucket"
	input.resource.values.force_destroy == true
}

paths := sort(object.keys(faults))

remedy := {"deletion_protection": true, "deletion_protection_enabled": true, "skip_final_snapshot": false}

rds := clusters | {"aws_db_instance"}

faults["deletion_protection"] := "no deletion protection" if {
	input.resource.type in rds
	not input.resource.values.deletion_protection == true
}

# Here it is on unless switched off.
faults["deletion_protection"] := "no deletion protection" if {
	input.resource.type == "google_sql_database_instance"
	input.resource.values.deletion_protection == false
}

faults["deletion_protection_enabled"] := "no deletion protection" if {
	input.resource.type == "aws_dynamodb_table"
	not input.resource.values.deletion_protection_enabled == true
}

faults["skip_final_snapshot"] := "no final snapshot" if {
	input.resource.type in rds
	input.resource.values.skip_final_snapshot == true
}
