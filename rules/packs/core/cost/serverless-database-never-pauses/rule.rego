# METADATA
# title: Serverless database that cannot pause
# description: >-
#   What is sold as paid by use has a floor that is paid by the hour. Outside production most hours have
#   no use, and where the engine allows a floor of nothing, those cost nothing.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2-auto-pause.html
# - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scaling.html
# - ref: https://learn.microsoft.com/azure/azure-sql/database/serverless-tier-overview
# custom:
#   code: COST-309
#   severity: medium
#   env: nonprod
#   saving: bounded
#   since: aws 5.100, azurerm 4.80
#   types: [aws_rds_cluster, aws_neptune_cluster, aws_opensearchserverless_collection, azurerm_mssql_database]
#   params:
#     type: object
#     properties:
#       idle_hours:
#         type: number
#         minimum: 0
#         maximum: 730
#         description: Hours a month without a query.
#         default: 550
#   remediation: >-
#     Let it pause after some minutes without a connection, or start at the lowest step where the
#     engine cannot pause.
#   when_not: >-
#     Connections come at all hours, or the first one after a pause cannot wait for it to wake up.
package iaclint.cost.serverless_database_never_pauses

findings contains {
	"path": awake.path,
	"message": sprintf("%s, also in the %v hours a month without a query", [awake.why, input.params.idle_hours]),
	"change": awake.change,
	"rests_on": [awake.path],
} if {
	some awake in sleepless
}

sleepless contains {
	"path": "serverlessv2_scaling_configuration.min_capacity",
	"why": sprintf("never below %v ACUs", [least]),
	"change": {
		"serverlessv2_scaling_configuration.min_capacity": 0,
		"serverlessv2_scaling_configuration.seconds_until_auto_pause": 300,
	},
} if {
	least := input.resource.values.serverlessv2_scaling_configuration[0].min_capacity
	least > 0
}

# The first generation pauses unless told not to.
sleepless contains {
	"path": "scaling_configuration.auto_pause",
	"why": "never pauses",
	"change": {"scaling_configuration.auto_pause": true},
} if {
	input.resource.values.scaling_configuration[0].auto_pause == false
}

# Neptune has no pause; one unit is the least it runs on.
sleepless contains {
	"path": "serverless_v2_scaling_configuration.min_capacity",
	"why": sprintf("never below %v NCUs, where 1 is the least", [least]),
	"change": {"serverless_v2_scaling_configuration.min_capacity": 1},
} if {
	least := input.resource.values.serverless_v2_scaling_configuration[0].min_capacity
	least > 1
}

sleepless contains {
	"path": "standby_replicas",
	"why": "standby replicas double the OCUs it never goes below",
	"change": {"standby_replicas": "DISABLED"},
} if {
	input.resource.type == "aws_opensearchserverless_collection"
	not input.resource.values.standby_replicas == "DISABLED"
}

sleepless contains {
	"path": "auto_pause_delay_in_minutes",
	"why": "never pauses",
	"change": {"auto_pause_delay_in_minutes": 60},
} if {
	input.resource.values.auto_pause_delay_in_minutes == -1
	is_serverless
}

is_serverless if contains(input.resource.values.sku_name, "_S_")
