# METADATA
# title: Locked-in data without an export path
# description: |
#   Data in a service without a counterpart has to come out as an export one
#   day. DynamoDB exports to S3 only with point-in-time recovery on; Firestore
#   without it exports while it is written to, at no one moment; Cosmos DB
#   with periodic backups has no change feed that shows deletions. What is
#   turned on today also covers the weeks before it is needed.
# related_resources:
# - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html
# - ref: https://cloud.google.com/firestore/native/docs/use-pitr
# - ref: https://learn.microsoft.com/azure/cosmos-db/change-feed-modes
# - ref: https://digital-strategy.ec.europa.eu/en/policies/data-act
# custom:
#   code: LOCK-014
#   severity: medium
#   env: prod
#   types: [aws_dynamodb_table, azurerm_cosmosdb_account, google_firestore_database]
#   remediation: Turn point-in-time recovery or continuous backup on, and try an export to object storage once a year.
#   params:
#     type: object
#     properties:
#       min_grade: {type: integer, default: 3, minimum: 0, maximum: 4, description: Lock-in grade from which on data needs a way out.}
#   saving: advisory
#   since: 0.1.0
#   idea: EU Data Act asks for data that can be exported
package iaclint.lock_in.no_export_path

findings contains {
	"path": "point_in_time_recovery",
	"message": "no point-in-time recovery, without which a table cannot be exported",
	"change": {"point_in_time_recovery.enabled": true},
	"rests_on": ["point_in_time_recovery.enabled"],
} if {
	input.resource.type == "aws_dynamodb_table"
	heavy
	not recoverable
}

recoverable if input.resource.values.point_in_time_recovery[_].enabled == true

findings contains {
	"path": "point_in_time_recovery_enablement",
	"message": "no point-in-time recovery, so an export is of no one moment",
	"change": {"point_in_time_recovery_enablement": "POINT_IN_TIME_RECOVERY_ENABLED"},
	"rests_on": ["point_in_time_recovery_enablement"],
} if {
	input.resource.type == "google_firestore_database"
	heavy
	not input.resource.values.point_in_time_recovery_enablement == "POINT_IN_TIME_RECOVERY_ENABLED"
}

findings contains {
	"path": "backup",
	"message": "periodic backups, with which no change feed shows deletions: a copy elsewhere cannot follow it",
	"rests_on": ["backup.type"],
} if {
	input.resource.type == "azurerm_cosmosdb_account"
	heavy
	not continuous
}

continuous if input.resource.values.backup[_].type == "Continuous"

# A grade that may turn out lower is nothing to fail on.
heavy if {
	input.resource.lock_in.grade >= input.params.min_grade
	not input.resource.lock_in.at_most
}
