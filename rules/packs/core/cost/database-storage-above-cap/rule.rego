# METADATA
# title: Database storage above the cap of non-production
# description: >-
#   Storage of a database is paid by what is set aside, cannot be taken back, and is copied from
#   production with its size. A test database can start small and grow by itself.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
# - ref: https://cloud.google.com/sql/docs/postgres/instance-settings#automatic-storage-increase-2ndgen
# custom:
#   code: COST-310
#   severity: medium
#   env: nonprod
#   saving: bounded
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types: [aws_db_instance, azurerm_postgresql_flexible_server, google_sql_database_instance]
#   params:
#     type: object
#     properties:
#       max_gb_nonprod:
#         type: integer
#         minimum: 20
#         description: GB that a database outside production may start with.
#         default: 100
#   remediation: >-
#     Start small, let it grow by itself up to a maximum, and leave provisioned IOPS to production. What
#     stands has to be made anew from a dump.
package iaclint.cost.database_storage_above_cap

import data.iaclint.lib

findings contains {
	"path": path,
	"key": path,
	"message": sprintf("%s GB set aside in non-production; the cap is %s", [lib.grouped(size.gb), lib.grouped(input.params.max_gb_nonprod)]),
	"change": {path: size.least},
	"rests_on": [path],
} if {
	some path, size in sizes
	size.gb > input.params.max_gb_nonprod
}

sizes["allocated_storage"] := {"gb": input.resource.values.allocated_storage, "least": input.params.max_gb_nonprod}

sizes["settings.disk_size"] := {"gb": input.resource.values.settings[0].disk_size, "least": input.params.max_gb_nonprod}

# It comes in powers of two, in MB.
sizes["storage_mb"] := {"gb": input.resource.values.storage_mb / 1024, "least": least} if {
	input.resource.values.storage_mb > 0
	least := max([step | some step in [32768, 65536, 131072, 262144, 524288]; step <= max([32768, input.params.max_gb_nonprod * 1024])])
}

findings contains {
	"path": "storage_type",
	"key": "storage_type",
	"message": sprintf("provisioned IOPS (%s) in non-production", [input.resource.values.storage_type]),
	"change": {"storage_type": "gp3", "iops": 0},
	"rests_on": ["storage_type"],
} if {
	input.resource.type == "aws_db_instance"
	input.resource.values.storage_type in {"io1", "io2"}
}
