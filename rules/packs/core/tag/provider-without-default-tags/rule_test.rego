package iaclint.tag.provider_without_default_tags_test

import data.iaclint.lib.plan_test
import data.iaclint.tag.provider_without_default_tags

plan(provider, n) := {
	"params": {"enforce": false, "min_resources": 3, "required": ["owner", {"key": "class", "applies_to": ["aws_s3_*"]}], "aliases": {}},
	"providers": [object.union(
		{"key": "aws", "name": "aws", "region": "eu-west-1", "resources": n, "default_tags": {}, "default_tags_hidden": [], "default_tags_complete": true},
		provider,
	)],
}

messages(given) := found if {
	found := {[finding.address, finding.message] | some finding in provider_without_default_tags.findings} with input as given
}

test_fails_without_defaults if {
	messages(plan({}, 3)) == {["provider.aws", "default_tags is not set, so no owner: left to each of 3 resources it serves"]}
}

test_fails_per_alias if {
	messages(plan({"key": "aws.west", "alias": "west", "default_tags": {"project": "x"}}, 4)) == {["provider.aws.west", "default_tags lacks owner: left to each of 4 resources it serves"]}
}

test_passes_with_the_key if messages(plan({"default_tags": {"owner": "payments"}}, 4)) == set()

test_passes_with_the_key_and_a_hidden_value if messages(plan({"default_tags_hidden": ["owner"]}, 4)) == set()

test_passes_a_small_plan_unless_enforced if {
	messages(plan({}, 2)) == set()
	count(messages(object.union(plan({}, 2), {"params": {"enforce": true}}))) == 1
}

test_passes_a_provider_without_such_a_thing if messages(plan({"name": "azurerm"}, 4)) == set()

test_unknown_when_part_of_the_defaults_is if {
	found := provider_without_default_tags.findings with input as plan({"default_tags_complete": false}, 3)
	{[finding.verdict, finding.message] | some finding in found} == {["unknown", "default_tags lacks owner: left to each of 3 resources it serves"]}
}

test_providers_without_such_a_block if {
	count(provider_without_default_tags.findings) == 0 with input as {"params": {"min_resources": 1, "enforce": true}, "providers": [{"key": "azurerm", "name": "azurerm", "resources": 9, "default_tags": {}, "default_tags_hidden": [], "default_tags_complete": true}]}
}

test_a_tag_whose_value_is_hidden if {
	given := {"params": {"min_resources": 1, "enforce": true}, "providers": [{
		"key": "aws", "name": "aws", "resources": 9, "default_tags": {}, "default_tags_hidden": ["owner"], "default_tags_complete": true,
	}]}
	found := provider_without_default_tags.findings with input as given
	[finding.message | some finding in found] == ["default_tags lacks environment and cost-center: left to each of 9 resources it serves"]
}

served(name, tags, monthly) := {
	"address": concat(".", ["aws_lb", name]), "type": "aws_lb", "actions": ["create"], "taggable": true,
	"tags": tags, "tags_from": {}, "cost": {"status": "priced", "monthly": monthly},
}

with_rows(given, rows) := found if {
	found := {[finding.message, finding.related] | some finding in provider_without_default_tags.findings} with input as object.union(given, plan_test.made(rows))
}

rows := [
	served("a", {}, 10), served("b", {"team": "x"}, 30), served("c", {"owner": "x"}, 500), served("free", {}, 0),
	object.union(served("open", {}, 900), {"tags_complete": false}),
	object.union(served("bare", {}, 900), {"taggable": false}),
	object.union(served("other", {}, 900), {"address": "google_compute_disk.d", "type": "google_compute_disk"}),
]

test_what_lacks_them_is_counted if {
	with_rows(plan({}, 6), rows) == {[
		"default_tags is not set, so no owner: left to each of 6 resources it serves; 2 of them lack some: $40.00 a month cannot be allocated",
		["aws_lb.b", "aws_lb.a"],
	]}
	with_rows(plan({}, 3), [rows[2], rows[3]]) == {["default_tags is not set, so no owner: left to each of 3 resources it serves", []]}
}

# Keys that are asked of some types only are no affair of the provider.
test_what_lacks_another_key if {
	bucket := object.union(served("s", {"owner": "x"}, 10), {"address": "aws_s3_bucket.s", "type": "aws_s3_bucket"})
	with_rows(plan({}, 3), [bucket]) == {["default_tags is not set, so no owner: left to each of 3 resources it serves", []]}
}

two(n) := object.union(plan({}, 3), {"providers": array.concat(plan({}, 3).providers, plan({"key": "aws.west", "default_tags": {"owner": "x"}}, n).providers)})

# Which of several configurations serves a row is not known here.
test_several_configurations_of_a_cloud if {
	{related | some [_, related] in with_rows(two(2), rows)} == {[]}
	{count(related) | some [_, related] in with_rows(two(0), rows)} == {2}
	google := plan({"key": "google", "name": "google", "default_tags": {"owner": "x"}}, 3).providers
	{count(related) | some [_, related] in with_rows(object.union(plan({}, 3), {"providers": array.concat(plan({}, 3).providers, google)}), rows)} == {2}
}
