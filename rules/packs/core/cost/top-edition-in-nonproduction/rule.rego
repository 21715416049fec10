# METADATA
# title: Top database edition in non-production
# description: >-
#   The dearest edition buys failover in seconds, local disks or features of the largest installations.
#   Tests that do not test those run as well on the edition below.
# related_resources:
# - ref: https://cloud.google.com/sql/docs/editions-intro
# - ref: https://learn.microsoft.com/azure/azure-sql/database/service-tiers-sql-database-vcore
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.FeatureSupport.html
# custom:
#   code: COST-315
#   severity: high
#   env: nonprod
#   saving: exact
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types:
#   - aws_db_instance
#   - azurerm_mssql_database
#   - azurerm_mssql_managed_instance
#   - google_spanner_instance
#   - google_sql_database_instance
#   params:
#     type: object
#     properties:
#       nonprod_editions:
#         type: object
#         description: What will do outside production, by edition; one that may stay is given itself.
#         properties:
#           ENTERPRISE_PLUS: {type: string, default: ENTERPRISE}
#           BC: {type: string, default: GP}
#           sqlserver-ee: {type: string, default: sqlserver-se}
#           oracle-ee: {type: string, default: oracle-se2}
#         additionalProperties: {type: string}
#   remediation: >-
#     Make it anew on the edition below, from a dump or a backup that this edition can read; most
#     engines cannot be lowered in place.
#   when_not: >-
#     What is tested is a feature that only this edition has.
package iaclint.cost.top_edition_in_nonproduction

findings contains {
	"path": path,
	"message": sprintf("edition %s in non-production, where %s will do", [edition, enough]),
	"change": lowered(path, enough),
	"rests_on": [path],
} if {
	some path, edition in editions
	enough := input.params.nonprod_editions[edition]
	enough != edition
}

editions["engine"] := input.resource.values.engine

editions["edition"] := input.resource.values.edition if {
	regional
}

# Only the top edition of Spanner spans regions.
regional if startswith(input.resource.values.config, "regional-")

editions["settings.edition"] := input.resource.values.settings[0].edition

editions["sku_name"] := split(input.resource.values.sku_name, "_")[0]

# BC_Gen5_4 is the size too, which stays.
lowered("sku_name", enough) := {"sku_name": concat("_", array.concat([enough], size))} if {
	parts := split(input.resource.values.sku_name, "_")
	size := array.slice(parts, 1, count(parts))
}

lowered("settings.edition", enough) := {"settings.edition": enough, "settings.tier": plain_tier} if {
	plain_tier
}

lowered("settings.edition", enough) := {"settings.edition": enough} if not plain_tier

lowered(path, enough) := {path: enough} if path in {"engine", "edition"}

# Machines of Enterprise Plus are of kinds of their own: db-perf-optimized-N-4
# has 4 vCPUs, and below that edition a vCPU can have 6.5 GB at most.
plain_tier := sprintf("db-custom-%d-%d", [vcpus, vcpus * 6656]) if {
	tier := input.resource.values.settings[0].tier
	startswith(tier, "db-perf-optimized-N-")
	vcpus := to_number(split(tier, "-")[4])
}
