# METADATA
# title: Fine-grained monitoring in non-production
# description: >-
#   Canaries by the minute, alarms by the second and metrics of every container are paid for by the run
#   and by the metric. Outside production nobody is woken by them.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries.html
# - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html
# - ref: https://cloud.google.com/monitoring/uptime-checks
# custom:
#   code: COST-608
#   severity: low
#   env: nonprod
#   saving: bounded
#   since: aws 5.100, google 7.45
#   types:
#   - aws_cloudwatch_metric_alarm
#   - aws_cloudwatch_metric_stream
#   - aws_ecs_cluster
#   - aws_synthetics_canary
#   - google_monitoring_uptime_check_config
#   params:
#     type: object
#     properties:
#       min_canary_minutes:
#         type: integer
#         minimum: 1
#         description: Minutes between two runs of a canary, at least.
#         default: 15
#   remediation: >-
#     Use periods of a minute and more, canaries every quarter of an hour, and insights where something is
#     looked into.
package iaclint.cost.fine_grained_monitoring_in_nonproduction

findings contains {
	"path": "schedule.expression",
	"message": sprintf("a canary every %s in non-production, where every %d minutes will do", [every_so_often(minutes), input.params.min_canary_minutes]),
	"change": {"schedule.expression": sprintf("rate(%d minutes)", [input.params.min_canary_minutes])},
	"rests_on": ["schedule.expression"],
} if {
	expression := input.resource.values.schedule[0].expression
	startswith(expression, "rate(")
	contains(expression, " minute")
	minutes := to_number(split(trim_prefix(expression, "rate("), " ")[0])
	minutes > 0 # rate(0 minute) runs once
	minutes < input.params.min_canary_minutes
}

every_so_often(minutes) := "minute" if minutes == 1

every_so_often(minutes) := sprintf("%d minutes", [minutes]) if minutes > 1

findings contains {
	"path": "period",
	"message": sprintf("a high-resolution alarm (%d s) in non-production, where a minute will do", [input.resource.values.period]),
	"change": {"period": 60},
	"rests_on": ["period"],
} if {
	input.resource.type == "aws_cloudwatch_metric_alarm"
	input.resource.values.period < 60
}

findings contains {
	"path": "setting",
	"message": sprintf("Container Insights (%s) in non-production: metrics of every task", [setting.value]),
	"change": {"setting": [{"name": "containerInsights", "value": "disabled"}]},
	"rests_on": ["setting"],
} if {
	input.resource.type == "aws_ecs_cluster"
	some setting in input.resource.values.setting
	setting.name == "containerInsights"
	setting.value in {"enabled", "enhanced"}
}

findings contains {
	"message": "a stream of metrics in non-production: each update is paid for",
	"remove": true,
	"rests_on": [],
} if {
	input.resource.type == "aws_cloudwatch_metric_stream"
}

findings contains {
	"path": "period",
	"message": "an uptime check every minute in non-production, where every fifteen minutes will do",
	"change": {"period": "900s"},
	"rests_on": ["period"],
} if {
	input.resource.type == "google_monitoring_uptime_check_config"
	input.resource.values.period == "60s"
}
