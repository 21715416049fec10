package iaclint.cost.traffic_logs_to_dear_sink_test

import data.iaclint.cost.traffic_logs_to_dear_sink as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "refs": {}, "unknown": []},
	"params": {"flow_gb_month": 100, "max_sampling": 0.5},
}

messages(document) := {f.message | some f in found} if found := rule.findings with input as document

count_of(type, values) := count(messages(resource(type, values)))

test_flows_to_cloudwatch if {
	found := rule.findings with input as resource("aws_flow_log", {"traffic_type": "ALL"})
	found == {{
		"path": "log_destination_type",
		"key": "sink",
		"message": "traffic is logged to CloudWatch; at 100 GB a month object storage would take it for a fraction",
		"change": {"log_destination_type": "s3"},
		"rests_on": ["log_destination_type", "traffic_type"],
	}}
	count_of("aws_flow_log", {"traffic_type": "ALL", "log_destination_type": "cloud-watch-logs"}) == 1
}

test_flows_elsewhere if {
	count_of("aws_flow_log", {"traffic_type": "ALL", "log_destination_type": "s3"}) == 0
	count_of("aws_flow_log", {"traffic_type": "ALL", "log_destination_type": "kinesis-data-firehose"}) == 0
}

test_what_was_rejected if count_of("aws_flow_log", {"traffic_type": "REJECT"}) == 0

test_every_minute if {
	messages(resource("aws_flow_log", {"log_destination_type": "s3", "max_aggregation_interval": 60})) == {"a record for each flow and minute, where one for ten minutes would do"}
	count_of("aws_flow_log", {"log_destination_type": "s3", "max_aggregation_interval": 600}) == 0
}

test_queries if {
	count_of("aws_route53_resolver_query_log_config", {"destination_arn": "arn:aws:logs:eu-west-1:1:log-group:q:*"}) == 1
	count_of("aws_route53_resolver_query_log_config", {"destination_arn": "arn:aws:s3:::queries"}) == 0

	count(messages(linked("aws_cloudwatch_log_group"))) == 1
	count(messages(linked("aws_s3_bucket"))) == 0
}

logged(config) := messages(resource("google_compute_subnetwork", {"log_config": [config]}))

test_google if {
	logged({"flow_sampling": 1, "aggregation_interval": "INTERVAL_10_MIN"}) == {"100 % of all flows are logged; 50 % should do"}
	logged({"flow_sampling": 0.5, "aggregation_interval": "INTERVAL_5_SEC"}) == {"a record for each flow and five seconds, where one for ten minutes would do"}
	logged({"flow_sampling": 0.5}) == {"a record for each flow and five seconds, where one for ten minutes would do"}
	count(logged({"flow_sampling": 0.5, "aggregation_interval": "INTERVAL_1_MIN"})) == 0
	count_of("google_compute_subnetwork", {}) == 0
}

test_azure if {
	count_of("azurerm_network_watcher_flow_log", {"traffic_analytics": [{"enabled": true, "interval_in_minutes": 10}]}) == 1
	count_of("azurerm_network_watcher_flow_log", {"traffic_analytics": [{"enabled": true, "interval_in_minutes": 60}]}) == 0
	count_of("azurerm_network_watcher_flow_log", {"traffic_analytics": [{"enabled": false, "interval_in_minutes": 10}]}) == 0
	count_of("azurerm_network_watcher_flow_log", {"traffic_analytics": [{"enabled": true}]}) == 0
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		resource("aws_flow_log", {}),
		{"resource": {"unknown": ["log_destination_type"]}},
	)
	every f in found {
		"log_destination_type" in f.rests_on
	}
}

linked(type) := object.union(
	resource("aws_route53_resolver_query_log_config", {}),
	{"resource": {"refs": {"destination_arn": [{"type": type}]}}},
)

test_queries_of_other_types if {
	count_of("aws_route53_query_log", {"destination_arn": "arn:aws:logs:eu-west-1:1:log-group:q"}) == 0
	count_of("aws_route53_resolver_query_log_config", {"destination_arn": "arn:aws:logs:eu-west-1:1:log-group:q"}) == 1
	count_of("aws_route53_resolver_query_log_config", {"destination_arn": "arn:aws:s3:::queries"}) == 0
}

test_an_address_that_is_a_reference_too if {
	both := object.union(
		resource("aws_route53_resolver_query_log_config", {"destination_arn": "arn:aws:logs:eu-west-1:1:log-group:q"}),
		{"resource": {"refs": {"destination_arn": [{"address": "aws_cloudwatch_log_group.q", "type": "aws_cloudwatch_log_group", "values": {}}]}}},
	)
	count(messages(both)) == 1
}
