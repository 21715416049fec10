# METADATA
# title: Dear data without a backup
# description: |
#   A backup costs a fraction of the database, and building the data again
#   costs more than a year of it. Only what switches backups off is told;
#   databases count from a price on. Plans of AWS Backup that name the database
#   count, those that choose it by a tag are not seen.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
# - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html
# - ref: https://cloud.google.com/sql/docs/postgres/backup-recovery/backups
# custom:
#   code: RES-005
#   severity: medium
#   env: prod
#   saving: advisory
#   types: [aws_db_instance, aws_dynamodb_table, google_sql_database_instance]
#   remediation: Turn backups on, and restore one now and then.
#   params:
#     type: object
#     properties:
#       min_usd_month: {type: number, default: 100, minimum: 0, description: Price of a database from which on it is dear.}
#   since: 0.1.0
#   idea: a rebuild costs more than the backup
package iaclint.resilience.dear_data_without_backup

import data.iaclint.lib

findings contains {
	"path": lack.path,
	"message": sprintf("%s a month of production data and %s", [lib.money(input.resource.cost.monthly), lack.what]),
	"change": lack.change,
	"rests_on": ["cost.monthly", "referenced_by", lack.path],
} if {
	some lack in lacks
	input.resource.cost.monthly >= input.params.min_usd_month
	not selected
}

selected if {
	some user in input.resource.referenced_by
	user.type == "aws_backup_selection"
}

# Replicas are not backed up by themselves.
lacks contains {
	"path": "backup_retention_period",
	"what": "no backup: a retention of 0 days switches it off",
	"change": {"backup_retention_period": 7},
} if {
	input.resource.values.backup_retention_period == 0
	not input.resource.values.replicate_source_db
}

lacks contains {
	"path": "point_in_time_recovery.enabled",
	"what": "no point-in-time recovery",
	"change": {"point_in_time_recovery": [{"enabled": true}]},
} if {
	input.resource.type == "aws_dynamodb_table"
	not recovers
}

recovers if input.resource.values.point_in_time_recovery[_].enabled == true

lacks contains {
	"path": "settings.backup_configuration.enabled",
	"what": "no backup",
	"change": {"settings.backup_configuration.enabled": true},
} if {
	input.resource.type == "google_sql_database_instance"
	not input.resource.values.master_instance_name
	not backed_up
}

backed_up if input.resource.values.settings[_].backup_configuration[_].enabled == true
