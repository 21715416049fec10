package iaclint.cost.stream_or_broker_too_large_test

import data.iaclint.cost.stream_or_broker_too_large as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {
		"max_shards": {"prod": 100, "nonprod": 2},
		"max_throughput_units": {"prod": 20, "nonprod": 1},
		"max_retention_hours": {"prod": 168, "nonprod": 24},
		"max_brokers_nonprod": 3,
	},
}

messages(type, env, values) := {f.message | some f in found} if found := rule.findings with input as resource(type, env, values)

changes(type, values) := {f.change | some f in found} if found := rule.findings with input as resource(type, "nonprod", values)

test_shards if {
	found := rule.findings with input as resource("aws_kinesis_stream", "nonprod", {"shard_count": 8, "retention_period": 24})
	found == {{
		"path": "shard_count",
		"key": "shard_count",
		"message": "8 shards; the cap in non-production is 2",
		"change": {"shard_count": 2},
		"rests_on": ["shard_count"],
	}}
	count(messages("aws_kinesis_stream", "prod", {"shard_count": 8})) == 0
	count(messages("aws_kinesis_stream", "nonprod", {"shard_count": 2})) == 0
}

test_retention_of_a_stream if {
	messages("aws_kinesis_stream", "nonprod", {"retention_period": 168}) == {"records are kept for 168 hours; the cap in non-production is 24, and 24 are free"}
	messages("aws_kinesis_stream", "prod", {"retention_period": 8760}) == {"records are kept for 8760 hours; the cap in production is 168, and 24 are free"}
	count(messages("aws_kinesis_stream", "prod", {"retention_period": 168})) == 0
}

test_a_cap_below_what_is_free if {
	found := rule.findings with input as resource("aws_kinesis_stream", "nonprod", {"retention_period": 168}) with input.params.max_retention_hours.nonprod as 12
	{f.change | some f in found} == {{"retention_period": 24}}
}

test_retention_of_something_else if {
	count(messages("azurerm_eventhub_namespace", "nonprod", {"sku": "Standard", "capacity": 1, "retention_period": 999})) == 0
}

test_brokers if {
	messages("aws_msk_cluster", "nonprod", {"number_of_broker_nodes": 6}) == {"6 brokers; the cap in non-production is 3"}
	count(messages("aws_msk_cluster", "prod", {"number_of_broker_nodes": 6})) == 0
	count(messages("aws_msk_cluster", "unknown", {"number_of_broker_nodes": 6})) == 0
	count(messages("aws_msk_cluster", "nonprod", {"number_of_broker_nodes": 3})) == 0
}

test_acknowledged_messages if {
	messages("google_pubsub_subscription", "nonprod", {"retain_acked_messages": true}) == {"messages are kept for 168 hours after they were acknowledged; the cap in non-production is 24"}
	count(messages("google_pubsub_subscription", "nonprod", {"retain_acked_messages": true, "message_retention_duration": "3600s"})) == 0
	count(messages("google_pubsub_subscription", "nonprod", {"message_retention_duration": "604800s"})) == 0
	count(messages("google_pubsub_subscription", "prod", {"retain_acked_messages": true})) == 0
}

test_event_hubs if {
	messages("azurerm_eventhub_namespace", "nonprod", {"sku": "Standard", "capacity": 4}) == {"4 throughput units; the cap in non-production is 1"}
	messages("azurerm_eventhub_namespace", "nonprod", {"sku": "Premium", "capacity": 4}) == {"premium tier in non-production"}
	count(messages("azurerm_eventhub_namespace", "prod", {"sku": "Premium", "capacity": 4})) == 0
	count(messages("azurerm_eventhub_namespace", "nonprod", {"sku": "Standard", "capacity": 1})) == 0
}

test_service_bus if {
	changes("azurerm_servicebus_namespace", {"sku": "Premium", "capacity": 1, "premium_messaging_partitions": 1}) == {{"sku": "Standard", "capacity": 0, "premium_messaging_partitions": 0}}
	count(changes("azurerm_servicebus_namespace", {"sku": "Standard"})) == 0
}

test_standby_broker if {
	changes("aws_mq_broker", {"deployment_mode": "ACTIVE_STANDBY_MULTI_AZ"}) == {{"deployment_mode": "SINGLE_INSTANCE"}}
	changes("aws_mq_broker", {"deployment_mode": "CLUSTER_MULTI_AZ"}) == {{"deployment_mode": "SINGLE_INSTANCE"}}
	count(changes("aws_mq_broker", {"deployment_mode": "SINGLE_INSTANCE"})) == 0
	count(messages("aws_mq_broker", "prod", {"deployment_mode": "CLUSTER_MULTI_AZ"})) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_kinesis_stream", "nonprod", {}),
		{"resource": {"unknown": ["shard_count"]}},
	)
}

test_units_of_other_types if {
	messages("azurerm_servicebus_namespace", "nonprod", {"sku": "Standard", "capacity": 8}) == set()
	messages("azurerm_eventhub_namespace", "nonprod", {"sku": "Premium"}) == messages("azurerm_eventhub_namespace", "nonprod", {"sku": "Premium", "capacity": 1})
	"sku" in {f.path | some f in found}
	not_of_a_hub == set()
}

found := findings if findings := rule.findings with input as resource("azurerm_servicebus_namespace", "nonprod", {"sku": "Premium"})

not_of_a_hub := {f.path | some f in findings; f.path == "sku"; "premium_messaging_partitions" in object.keys(object.get(f, "change", {}))} if {
	findings := rule.findings with input as resource("azurerm_eventhub_namespace", "nonprod", {"sku": "Premium"})
}
