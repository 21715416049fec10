# METADATA
# title: Standard log class for logs that are seldom read
# description: >-
#   Logs kept for an audit or an accident are written all day and read once a year. The class for infrequent access
#   takes them in for half the price; it has no alarms on log lines, no live tail and no export. The class of a log
#   group is chosen when it is made, so this is said where a plan makes one. On Azure the Basic plan of a table is the
#   same; of tables that Azure makes itself only some can have it, so the rule speaks of custom ones.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
# - ref: https://learn.microsoft.com/azure/azure-monitor/logs/data-platform-logs#table-plans
# custom:
#   code: COST-605
#   severity: low
#   saving: bounded
#   since: aws 6.25, azurerm 4.80
#   types: [aws_cloudwatch_log_group, azurerm_log_analytics_workspace_table]
#   params:
#     type: object
#     properties:
#       patterns:
#         type: array
#         description: Globs of the names of logs that are seldom read, in any case.
#         items: {type: string}
#         default: ['*audit*', '*archive*', '*flow-log*', '*flowlog*', '*access-log*', '*accesslog*']
#   remediation: >-
#     Make the group in the class INFREQUENT_ACCESS, or set the plan of the table to Basic (without retention_in_days,
#     which that plan fixes), after a look at what the class cannot do.
#   when_not: >-
#     Metric filters, subscriptions or alarms read the logs.
package iaclint.cost.standard_class_for_logs_seldom_read

findings contains {
	"path": "log_group_class",
	"message": "standard class for logs that are seldom read, by their name",
	"change": {"log_group_class": "INFREQUENT_ACCESS"},
	"rests_on": ["name", "log_group_class", "referenced_by"],
} if {
	input.resource.type == "aws_cloudwatch_log_group"
	input.resource.actions == ["create"]
	not input.resource.values.log_group_class == "INFREQUENT_ACCESS"
	not input.resource.values.log_group_class == "DELIVERY"
	seldom_read(input.resource.values.name)
	not read
}

# What only the standard class can do.
read if {
	some user in input.resource.referenced_by
	user.type in {
		"aws_cloudwatch_log_anomaly_detector", "aws_cloudwatch_log_data_protection_policy",
		"aws_cloudwatch_log_index_policy", "aws_cloudwatch_log_metric_filter",
		"aws_cloudwatch_log_subscription_filter", "aws_cloudwatch_log_transformer",
	}
}

findings contains object.union(change, {
	"path": "plan",
	"message": "Analytics plan for logs that are seldom read, by their name",
	"rests_on": ["name", "plan"],
}) if {
	input.resource.type == "azurerm_log_analytics_workspace_table"
	not input.resource.values.plan == "Basic"
	endswith(input.resource.values.name, "_CL")
	seldom_read(input.resource.values.name)
}

# The Basic plan refuses a retention of its own.
change := {"change": {"plan": "Basic"}} if not input.resource.values.retention_in_days

change := {} if input.resource.values.retention_in_days

seldom_read(name) if {
	some pattern in input.params.patterns
	glob.match(pattern, null, lower(name))
}
