# METADATA
# title: Paid telemetry of a database
# description: >-
#   A week of performance data is free, two years are paid for by the vCPU. Samples of every second and
#   logs of every statement are paid for by the GB, and looked at when something is wrong.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.Overview.cost.html
# - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Database-Insights.html
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
# custom:
#   code: COST-314
#   severity: low
#   saving: bounded
#   since: aws 5.100
#   types: [aws_db_instance, aws_rds_cluster, aws_rds_cluster_instance]
#   params:
#     type: object
#     properties:
#       max_pi_retention_days:
#         type: integer
#         description: Days of performance data; 7 are free.
#         default: 7
#       min_monitoring_seconds:
#         type: integer
#         description: Seconds between two samples of enhanced monitoring, at least.
#         default: 15
#   remediation: >-
#     Keep the free week, sample once a minute, and export the error and slow query logs only.
package iaclint.cost.paid_database_telemetry

findings contains {
	"path": telemetry.path,
	"key": telemetry.path,
	"message": telemetry.message,
	"change": telemetry.change,
	"rests_on": [telemetry.path],
} if {
	some telemetry in paid
}

paid contains {
	"path": "performance_insights_retention_period",
	"message": sprintf("performance data is kept for %d days; the first %d are free", [days, 7]),
	"change": {"performance_insights_retention_period": 7},
} if {
	days := input.resource.values.performance_insights_retention_period
	days > max([7, input.params.max_pi_retention_days])
	not advanced
}

# Which asks for 465 days of performance data.
advanced if input.resource.values.database_insights_mode == "advanced"

paid contains {
	"path": "database_insights_mode",
	"message": "advanced Database Insights, billed by the vCPU",
	"change": {"database_insights_mode": "standard", "performance_insights_retention_period": 7},
} if {
	advanced
}

paid contains {
	"path": "monitoring_interval",
	"message": sprintf("sampled every %d seconds into a log, where every minute would do", [seconds]),
	"change": {"monitoring_interval": 60},
} if {
	seconds := input.resource.values.monitoring_interval
	seconds > 0
	seconds < input.params.min_monitoring_seconds
}

# On MySQL it holds every statement.
paid contains {
	"path": "enabled_cloudwatch_logs_exports",
	"message": "exports the general log, which holds every statement",
	"change": {"enabled_cloudwatch_logs_exports": [log | some log in input.resource.values.enabled_cloudwatch_logs_exports; log != "general"]},
} if {
	"general" in input.resource.values.enabled_cloudwatch_logs_exports
}
