# METADATA
# title: Log group without retention
# description: >-
#   Logs are read for days and stored for ever. Storage is cheap for a month and adds up over years, and
#   nobody notices because it only ever grows a little.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
# custom:
#   code: COST-601
#   severity: medium
#   saving: bounded
#   safe_fix: true
#   since: aws 6.25
#   types: [aws_cloudwatch_log_group]
#   params:
#     type: object
#     properties:
#       default_days:
#         type: object
#         description: Days to propose, by environment; one of the periods that CloudWatch knows.
#         properties:
#           prod: {type: integer, default: 90}
#           nonprod: {type: integer, default: 14}
#       assumed_gb_month:
#         type: number
#         description: GB that come in each month.
#         default: 5
#   remediation: >-
#     Set retention_in_days. What has to be kept for years is cheaper in object storage.
#   when_not: >-
#     The logs have to be kept for good and are queried where they are.
package iaclint.cost.log_group_without_retention

import data.iaclint.lib
import data.iaclint.lib.retention

findings contains {
	"path": "retention_in_days",
	"message": sprintf("kept for ever: at %v GB a month that is %v GB after a year and %v GB after three", [
		input.params.assumed_gb_month,
		round(12 * input.params.assumed_gb_month),
		round(36 * input.params.assumed_gb_month),
	]),
	"change": {"retention_in_days": max([input.params.default_days[lib.band], needed])},
	"rests_on": array.concat(["retention_in_days"], retention.rests_on),
} if {
	days == 0
	not for_ever
}

# What resilience/data-deleted-too-soon asks to keep is not given up.
default needed := 0

needed := retention.log_period(retention.floor(input.resource.tags))

# No period is as long as that.
for_ever if retention.floor(input.resource.tags) > 3653

default days := 0

days := input.resource.values.retention_in_days if input.resource.values.retention_in_days > 0
