# METADATA
# title: Stream or broker over-provisioned
# description: >-
#   Shards, brokers and throughput units are paid by the hour, whatever passes through them, and what is
#   kept longer than a day is paid again. They are sized for a peak that tests do not have.
# related_resources:
# - ref: https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html
# - ref: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/amazon-mq-broker-architecture.html
# - ref: https://learn.microsoft.com/azure/event-hubs/compare-tiers
# - ref: https://cloud.google.com/pubsub/docs/replay-overview
# custom:
#   code: COST-318
#   severity: medium
#   saving: bounded
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types:
#   - aws_kinesis_stream
#   - aws_mq_broker
#   - aws_msk_cluster
#   - azurerm_eventhub_namespace
#   - azurerm_servicebus_namespace
#   - google_pubsub_subscription
#   params:
#     type: object
#     properties:
#       max_shards:
#         type: object
#         description: Shards of a stream, by environment.
#         properties:
#           prod: {type: integer, default: 100}
#           nonprod: {type: integer, default: 2}
#       max_throughput_units:
#         type: object
#         description: Throughput units of an event hubs namespace, by environment.
#         properties:
#           prod: {type: integer, default: 20}
#           nonprod: {type: integer, default: 1}
#       max_retention_hours:
#         type: object
#         description: Hours that messages may be kept, by environment.
#         properties:
#           prod: {type: integer, default: 168}
#           nonprod: {type: integer, default: 24}
#       max_brokers_nonprod:
#         type: integer
#         description: Kafka brokers that are enough outside production.
#         default: 3
#   remediation: >-
#     Use fewer shards or on-demand capacity, keep messages for a day, and run a single broker or the
#     standard tier outside production.
package iaclint.cost.stream_or_broker_too_large

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains {
	"path": path,
	"key": path,
	"message": sprintf("%s; the cap in %s is %d", [figures.plural(units.now, units.of), lib.band_name, units.most]),
	"change": {path: units.most},
	"rests_on": [path],
} if {
	some path, units in capacities
	units.now > units.most
}

capacities["shard_count"] := {
	"now": input.resource.values.shard_count,
	"of": "shard",
	"most": input.params.max_shards[lib.band],
}

capacities["number_of_broker_nodes"] := {
	"now": input.resource.values.number_of_broker_nodes,
	"of": "broker",
	"most": input.params.max_brokers_nonprod,
} if {
	input.resource.env == "nonprod"
}

# In the premium tier the figure counts other units, and the tier is said below.
capacities["capacity"] := {
	"now": input.resource.values.capacity,
	"of": "throughput unit",
	"most": input.params.max_throughput_units[lib.band],
} if {
	input.resource.type == "azurerm_eventhub_namespace"
	input.resource.values.sku == "Standard"
}

findings contains {
	"path": "retention_period",
	"key": "retention_period",
	"message": sprintf("records are kept for %d hours; the cap in %s is %d, and 24 are free", [hours, lib.band_name, cap]),
	"change": {"retention_period": max([24, cap])},
	"rests_on": ["retention_period"],
} if {
	input.resource.type == "aws_kinesis_stream"
	hours := input.resource.values.retention_period
	cap := input.params.max_retention_hours[lib.band]
	hours > cap
}

findings contains {
	"path": "retain_acked_messages",
	"key": "retain_acked_messages",
	"message": sprintf("messages are kept for %v hours after they were acknowledged; the cap in %s is %d", [kept, lib.band_name, cap]),
	"change": {"retain_acked_messages": false},
	"rests_on": ["retain_acked_messages", "message_retention_duration"],
} if {
	input.resource.values.retain_acked_messages == true
	cap := input.params.max_retention_hours[lib.band]
	kept > cap
}

# Seven days when nothing is said; else seconds, as 604800s.
default kept := 168

kept := round(to_number(trim_suffix(input.resource.values.message_retention_duration, "s")) / 3600) if {
	endswith(input.resource.values.message_retention_duration, "s")
}

findings contains {
	"path": dear.path,
	"key": dear.path,
	"message": sprintf("%s in non-production", [dear.what]),
	"change": dear.change,
	"rests_on": [dear.path],
} if {
	input.resource.env == "nonprod"
	some dear in spare
}

spare contains {
	"path": "deployment_mode",
	"what": sprintf("%s: brokers that wait for the loss of another", [input.resource.values.deployment_mode]),
	"change": {"deployment_mode": "SINGLE_INSTANCE"},
} if {
	input.resource.values.deployment_mode in {"ACTIVE_STANDBY_MULTI_AZ", "CLUSTER_MULTI_AZ"}
}

spare contains {
	"path": "sku",
	"what": "premium tier",
	"change": {"sku": "Standard", "capacity": 1},
} if {
	input.resource.type == "azurerm_eventhub_namespace"
	input.resource.values.sku == "Premium"
}

spare contains {
	"path": "sku",
	"what": "premium tier",
	"change": {"sku": "Standard", "capacity": 0, "premium_messaging_partitions": 0},
} if {
	input.resource.type == "azurerm_servicebus_namespace"
	input.resource.values.sku == "Premium"
}
