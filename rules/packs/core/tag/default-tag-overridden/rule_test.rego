package iaclint.tag.default_tag_overridden_test

import data.iaclint.lib.plan_test
import data.iaclint.tag.default_tag_overridden

queue(name, tags, from) := {
	"address": concat(".", ["aws_sqs_queue", name]), "type": "aws_sqs_queue", "actions": ["create"],
	"tags": tags, "tags_from": from,
}

provider(tags) := {"name": "aws", "key": "aws", "resources": 3, "default_tags": tags}

by_tag(rows) := {key: {value: {"addresses": [row.address | some row in rows; row.tags[key] == value]} |
	some value in {row.tags[key] | some row in rows}
} |
	some key in {key | some row in rows; some key, _ in row.tags}
}

found(providers, rows) := findings if {
	findings := default_tag_overridden.findings with input as object.union(plan_test.made(rows), {
		"params": {"allow_override": ["Name"]}, "providers": providers, "by_tag": by_tag(rows),
	})
}

test_fails_once_for_a_key if {
	rows := [
		queue("a", {"owner": "x"}, {"owner": "resource"}),
		queue("b", {"owner": "y"}, {"owner": "resource"}),
		queue("c", {"owner": "payments"}, {"owner": "provider"}),
	]
	{[finding.address, finding.related, finding.message] | some finding in found([provider({"owner": "payments"})], rows)} == {[
		"aws_sqs_queue.a", ["aws_sqs_queue.b"],
		`2 resources set owner to "x" or "y", default_tags to "payments"`,
	]}
}

test_fails_one if {
	{finding.message | some finding in found([provider({"owner": "payments"})], [queue("a", {"owner": "x"}, {"owner": "resource"})])} == {`a resource sets owner to "x", default_tags to "payments"`}
}

test_passes_the_same_value if found([provider({"owner": "payments"})], [queue("a", {"owner": "payments"}, {"owner": "resource"})]) == set()

test_passes_what_may_be_set_again if found([provider({"Name": "shop"})], [queue("a", {"Name": "queue"}, {"Name": "resource"})]) == set()

test_passes_where_a_configuration_has_no_default if {
	found([provider({"owner": "payments"}), provider({})], [queue("a", {"owner": "x"}, {"owner": "resource"})]) == set()
}

test_passes_what_another_configuration_gives if {
	found([provider({"owner": "payments"}), provider({"owner": "x"})], [queue("a", {"owner": "x"}, {"owner": "provider"})]) == set()
}

# A default or a value that is not known is in neither table.
test_unknown_values_say_nothing if {
	found([provider({})], [queue("a", {"owner": "x"}, {"owner": "resource"})]) == set()
	found([provider({"owner": "payments"})], [queue("a", {}, {"owner": "resource"})]) == set()
}

test_what_another_cloud_sets if {
	bucket := {
		"address": "google_storage_bucket.a", "type": "google_storage_bucket", "actions": ["create"],
		"tags": {"owner": "x"}, "tags_from": {"owner": "resource"},
	}
	found([provider({"owner": "payments"})], [bucket]) == set()
	google := {"name": "google", "key": "google", "resources": 3, "default_tags": {"owner": "payments"}}
	found([google], [queue("a", {"owner": "x"}, {"owner": "resource"})]) == set()
	{finding.key | some finding in found([google], [bucket])} == {"google owner"}
}

test_what_the_provider_sets if found([provider({"owner": "payments"})], [queue("a", {"owner": "x"}, {"owner": "provider"})]) == set()

test_only_those_that_set_it if {
	rows := [
		queue("a", {"owner": "x"}, {"owner": "resource"}),
		queue("b", {"owner": "x"}, {"owner": "provider"}),
	]
	{[finding.address, finding.related] | some finding in found([provider({"owner": "payments"})], rows)} == {["aws_sqs_queue.a", []]}
}

test_providers_that_serve_nothing if {
	unused := object.union(provider({"team": "x"}), {"resources": 0})
	rows := [queue("a", {"owner": "x"}, {"owner": "resource"})]
	count(found([provider({"owner": "payments"}), unused], rows)) == 1
}
