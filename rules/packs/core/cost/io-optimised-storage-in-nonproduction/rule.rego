# METADATA
# title: I/O-optimised cluster storage in non-production
# description: >-
#   I/O-optimised storage makes instances and storage dearer and reads and writes free. It pays where
#   those are a quarter of the bill, which tests hardly reach.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.storage-type.html
# - ref: https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-storage-configs.html
# custom:
#   code: COST-311
#   severity: low
#   env: nonprod
#   saving: bounded
#   since: aws 5.100
#   types: [aws_docdb_cluster, aws_neptune_cluster, aws_rds_cluster]
#   remediation: >-
#     Use standard storage outside production; switching back is possible once in thirty days.
package iaclint.cost.io_optimised_storage_in_nonproduction

findings contains {
	"path": "storage_type",
	"message": sprintf("storage %s in non-production, where standard storage will do", [input.resource.values.storage_type]),
	"change": {"storage_type": standard[input.resource.type]},
	"rests_on": ["storage_type"],
} if {
	input.resource.values.storage_type in {"aurora-iopt1", "iopt1"}
}

# What each calls its standard; Aurora leaves it empty.
standard := {"aws_rds_cluster": "", "aws_docdb_cluster": "standard", "aws_neptune_cluster": "standard"}
