# METADATA
# title: Retention longer than the policy asks for
# description: >-
#   Every day of retention is a day of storage for all that came in. Security rules ask for a least
#   period, this one for a most; the two parameters together are the policy. Data that has to be kept
#   longer than the cap, by resilience/data-deleted-too-soon, is left alone.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
# - ref: https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure
# - ref: https://cloud.google.com/logging/docs/buckets#custom-retention
# custom:
#   code: COST-603
#   severity: low
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_cloudwatch_log_group
#   - aws_cloudtrail_event_data_store
#   - azurerm_log_analytics_workspace
#   - azurerm_log_analytics_workspace_table
#   - google_logging_project_bucket_config
#   params:
#     type: object
#     properties:
#       max_days:
#         type: object
#         description: Days that logs may be kept, by environment.
#         properties:
#           prod: {type: integer, default: 400}
#           nonprod: {type: integer, default: 30}
#       compliance_tag:
#         type: string
#         description: Tag ("key" or "key=value") of what has to be kept longer.
#         default: compliance
#   remediation: >-
#     Shorten the retention, or export to object storage what has to be kept for years.
package iaclint.cost.retention_longer_than_policy

import data.iaclint.lib
import data.iaclint.lib.retention as policy

findings contains {
	"path": path,
	"message": sprintf("kept for %s days; the cap in %s is %s", [
		lib.grouped(days),
		lib.band_name,
		lib.grouped(cap),
	]),
	"change": {path: allowed_period},
	"rests_on": [path, "tags"],
} if {
	some path, days in too_long
	not lib.tagged(input.params.compliance_tag)
	needed <= cap
}

cap := input.params.max_days[lib.band]

# What has to be kept, as long as a period of its kind can say it.
needed := policy.floor(input.resource.tags) if input.resource.type != "aws_cloudwatch_log_group"

needed := policy.log_period(policy.floor(input.resource.tags)) if input.resource.type == "aws_cloudwatch_log_group"

too_long["retention_in_days"] := input.resource.values.retention_in_days if {
	input.resource.values.retention_in_days > cap
}

too_long["retention_days"] := input.resource.values.retention_days if {
	input.resource.values.retention_days > cap
}

too_long["total_retention_in_days"] := input.resource.values.total_retention_in_days if {
	input.resource.values.total_retention_in_days > cap
}

too_long["retention_period"] := event_days if {
	input.resource.type == "aws_cloudtrail_event_data_store"
	event_days > cap
}

# An event data store keeps seven years when nothing is said.
default event_days := 2555

event_days := input.resource.values.retention_period if input.resource.values.retention_period > 0

default allowed_period := 0

allowed_period := cap if input.resource.type != "aws_cloudwatch_log_group"

allowed_period := longest(cap) if input.resource.type == "aws_cloudwatch_log_group"

# Of the periods that CloudWatch knows the longest within the cap is proposed.
longest(most) := max([days | some days in policy.log_periods; days <= most])
