# METADATA
# title: Warehouse that never pauses
# description: >-
#   A warehouse is asked a few hours a day and paid for all of them, unless a schedule or a limit on
#   idle time stops it.
# related_resources:
# - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/rs-mgmt-pause-resume-cluster.html
# - ref: https://learn.microsoft.com/azure/synapse-analytics/sql-data-warehouse/pause-and-resume-compute-portal
# - ref: https://docs.snowflake.com/en/user-guide/warehouses-overview
# custom:
#   code: COST-312
#   severity: high
#   saving: bounded
#   since: aws 5.100, azurerm 4.80
#   types: [aws_redshift_cluster, azurerm_synapse_sql_pool, snowflake_warehouse]
#   params:
#     type: object
#     properties:
#       hours_used_nonprod:
#         type: number
#         minimum: 0
#         maximum: 730
#         description: Hours a month in which a warehouse outside production is asked.
#         default: 180
#       max_idle_seconds:
#         type: integer
#         description: Seconds without a query after which a warehouse may be expected to stop.
#         default: 600
#       scheduler_tag:
#         type: string
#         description: Tag that an outside scheduler goes by.
#         default: schedule
#   remediation: >-
#     Pause it out of hours by a schedule, let it suspend after a minute without queries, or use the
#     serverless form.
package iaclint.cost.warehouse_never_pauses

import data.iaclint.lib

findings contains {
	"message": sprintf("nothing pauses it%s: at %v hours of use a month, %s of that is idle", [
		lib.a_month,
		input.params.hours_used_nonprod,
		idle,
	]),
	"rests_on": ["referenced_by", sprintf("tags.%s", [input.params.scheduler_tag])],
} if {
	input.resource.env == "nonprod"
	input.resource.type in {"aws_redshift_cluster", "azurerm_synapse_sql_pool"}
	not scheduled
	not lib.tagged(input.params.scheduler_tag)
}

idle := sprintf("%d %%", [round(((730 - input.params.hours_used_nonprod) * 100) / 730)])

scheduled if {
	some user in input.resource.referenced_by
	user.type == "aws_redshift_scheduled_action"
	count(user.values.target_action[_].pause_cluster) > 0
}

# Any environment: a warehouse of Snowflake wakes up within seconds.
findings contains {
	"path": "auto_suspend",
	"message": "never suspends: billed from the first query until somebody stops it",
	"change": {"auto_suspend": 60},
	"rests_on": ["auto_suspend"],
} if {
	input.resource.type == "snowflake_warehouse"
	input.resource.values.auto_suspend == 0
}

findings contains {
	"path": "auto_suspend",
	"message": sprintf("suspends after %d idle seconds, where %d will do", [
		input.resource.values.auto_suspend,
		input.params.max_idle_seconds,
	]),
	"change": {"auto_suspend": 60},
	"rests_on": ["auto_suspend"],
} if {
	input.resource.type == "snowflake_warehouse"
	input.resource.values.auto_suspend > input.params.max_idle_seconds
}
