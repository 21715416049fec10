package iaclint.tag.dear_resource_without_tags_test

import data.iaclint.tag.dear_resource_without_tags

container := {
	"type": "aws_appsync_api_cache", "class": "priced", "taggable": false,
	"cost": {"status": "priced", "monthly": 23.36},
}

messages(change, parents) := found if {
	found := {finding.message | some finding in dear_resource_without_tags.findings} with input as {
		"params": {"threshold_usd": 20, "parents": parents},
		"resource": object.union(container, change),
	}
}

test_fails if messages({}, {}) == {"its type takes no tags: $23.36 a month can only be allocated through what it belongs to"}

test_fails_at_the_threshold if count(messages({"cost": {"monthly": 20}}, {})) == 1

test_passes_below if messages({"cost": {"monthly": 19.99}}, {}) == set()

test_passes_what_takes_tags if messages({"taggable": true}, {}) == set()

test_passes_what_hands_labels_on if messages({"type": "google_container_node_pool"}, {}) == set()

test_passes_what_is_settled if messages({}, {"aws_appsync_*": "by the API"}) == set()

# Nobody knows whether it takes tags, or what it costs.
test_unknown_says_nothing if {
	messages({"class": "unknown"}, {}) == set()
	messages({"cost": {"monthly": null}}, {}) == set()
}

test_what_is_settled_elsewhere if {
	not dear_resource_without_tags.settled with input as {"params": {"parents": {"aws_nat_*": "vpc"}}, "resource": {"type": "aws_lb"}}
}
