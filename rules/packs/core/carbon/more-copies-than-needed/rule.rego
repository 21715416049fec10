# METADATA
# title: More copies of the data than needed
# description: |
#   Every copy lies on disks of its own, which somebody made and which draw
#   power. Counted is what the providers document: three copies in a storage
#   account of one region and six in one of two, four for each region of a
#   Cosmos DB account, six for each of an Aurora global database. Which copies a
#   recovery objective needs, a plan does not say.
# related_resources:
# - ref: https://learn.microsoft.com/azure/storage/common/storage-redundancy
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_data_a7.html
# custom:
#   code: CARB-008
#   severity: info
#   types: [azurerm_storage_account, azurerm_cosmosdb_account, aws_rds_global_cluster]
#   remediation: Drop the copies that no recovery objective asks for, or raise the limit of the environment.
#   params:
#     type: object
#     properties:
#       max_copies:
#         type: object
#         description: Copies that data may have, by environment.
#         properties:
#           prod: {type: integer, default: 12, minimum: 1}
#           nonprod: {type: integer, default: 4, minimum: 1}
#   saving: bounded
#   since: 0.1.0
#   idea: AWS Well-Architected SUS04
package iaclint.carbon.more_copies_than_needed

import data.iaclint.lib

findings contains {
	"path": path,
	"message": sprintf("%d copies of all that is stored; %d would do in %s", [n, input.params.max_copies[lib.band], lib.band_name]),
	"rests_on": [path],
} if {
	some path, n in copies
	n > input.params.max_copies[lib.band]
}

copies["account_replication_type"] := {"LRS": 3, "ZRS": 3, "GRS": 6, "RAGRS": 6, "GZRS": 6, "RAGZRS": 6}[input.resource.values.account_replication_type]

copies["geo_location"] := 4 * count(input.resource.values.geo_location)

copies["referenced_by"] := 6 * count([user | some user in input.resource.referenced_by; user.type == "aws_rds_cluster"]) if {
	input.resource.type == "aws_rds_global_cluster"
}
