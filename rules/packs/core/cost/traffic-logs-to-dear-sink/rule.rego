# METADATA
# title: Flow or query logs sent to the dear sink, or unsampled
# description: >-
#   Logs of traffic grow with the traffic and are read when something went wrong. In a log service each GB
#   costs some ten times what it costs in object storage, and most questions are answered by a sample.
# related_resources:
# - ref: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
# - ref: https://cloud.google.com/vpc/docs/flow-logs#log-sampling
# - ref: https://learn.microsoft.com/azure/network-watcher/traffic-analytics
# custom:
#   code: COST-606
#   severity: medium
#   saving: bounded
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types:
#   - aws_flow_log
#   - aws_route53_resolver_query_log_config
#   - azurerm_network_watcher_flow_log
#   - google_compute_subnetwork
#   params:
#     type: object
#     properties:
#       flow_gb_month:
#         type: number
#         description: GB of logs that the traffic of one network makes in a month.
#         default: 100
#       max_sampling:
#         type: number
#         minimum: 0
#         maximum: 1
#         description: Share of the flows that may be logged.
#         default: 0.5
#   remediation: >-
#     Send them to object storage, as Parquet where they are queried, gathered over ten minutes; sample
#     where the provider can.
#   when_not: >-
#     They are searched every day, and few enough that ingestion costs little.
package iaclint.cost.traffic_logs_to_dear_sink

import data.iaclint.lib.figures

findings contains {
	"path": "log_destination_type",
	"key": "sink",
	"message": sprintf("traffic is logged to CloudWatch; at %v GB a month object storage would take it for a fraction", [input.params.flow_gb_month]),
	"change": {"log_destination_type": "s3"},
	"rests_on": ["log_destination_type", "traffic_type"],
} if {
	input.resource.type == "aws_flow_log"
	not other_sink
	not input.resource.values.traffic_type == "REJECT"
}

# CloudWatch when nothing is said. What was rejected is little, and alarms look at it.
other_sink if input.resource.values.log_destination_type in {"s3", "kinesis-data-firehose"}

findings contains {
	"path": "max_aggregation_interval",
	"key": "interval",
	"message": "a record for each flow and minute, where one for ten minutes would do",
	"change": {"max_aggregation_interval": 600},
	"rests_on": ["max_aggregation_interval"],
} if {
	input.resource.values.max_aggregation_interval == 60
}

findings contains {
	"message": "queries are logged to CloudWatch; object storage would take them for a fraction",
	"rests_on": [told_by],
} if {
	input.resource.type == "aws_route53_resolver_query_log_config"
	told_by
}

# The name of a new group is not known yet; what it is, is.
told_by := "refs.destination_arn" if input.resource.refs.destination_arn[_].type == "aws_cloudwatch_log_group"

told_by := "destination_arn" if {
	contains(input.resource.values.destination_arn, ":logs:")
	not input.resource.refs.destination_arn
}

findings contains {
	"path": "log_config.flow_sampling",
	"key": "sampling",
	"message": sprintf("%s of all flows are logged; %s should do", [
		figures.percent(input.resource.values.log_config[0].flow_sampling),
		figures.percent(input.params.max_sampling),
	]),
	"change": {"log_config.flow_sampling": input.params.max_sampling},
	"rests_on": ["log_config.flow_sampling"],
} if {
	input.resource.values.log_config[0].flow_sampling > input.params.max_sampling
}

findings contains {
	"path": "log_config.aggregation_interval",
	"key": "interval",
	"message": "a record for each flow and five seconds, where one for ten minutes would do",
	"change": {"log_config.aggregation_interval": "INTERVAL_10_MIN"},
	"rests_on": ["log_config.aggregation_interval"],
} if {
	count(input.resource.values.log_config) > 0
	not gathered
}

# Five seconds when nothing is said.
gathered if input.resource.values.log_config[0].aggregation_interval != "INTERVAL_5_SEC"

findings contains {
	"path": "traffic_analytics.interval_in_minutes",
	"message": "flows are analysed every ten minutes, where every hour costs less",
	"change": {"traffic_analytics.interval_in_minutes": 60},
	"rests_on": ["traffic_analytics.interval_in_minutes", "traffic_analytics.enabled"],
} if {
	some analytics in input.resource.values.traffic_analytics
	analytics.interval_in_minutes == 10
	analytics.enabled == true
}
