package iaclint.tag.tag_value_not_allowed_test

import data.iaclint.tag.tag_value_not_allowed

params := {
	"allowed": {"environment": ["prod", "dev", "pr-*"]},
	"patterns": {"cost-center": "^[0-9]{4}$"},
	"placeholders": ["", "todo", "TODO"],
}

resource(tags, hidden) := {"params": params, "resource": {
	"address": "aws_instance.app", "type": "aws_instance", "env": "unknown", "taggable": true,
	"tags": tags, "tags_hidden": hidden, "tags_complete": true,
	"cost": {"status": "priced", "monthly": 70.08},
}}

messages(given) := found if found := {finding.message | some finding in tag_value_not_allowed.findings} with input as given

test_fails_on_a_value_not_in_the_list if {
	messages(resource({"Environment": "production"}, [])) == {`Environment = "production" is none of prod, dev and pr-*`}
}

test_fails_on_a_value_of_the_wrong_shape if {
	messages(resource({"cost-center": "marketing"}, [])) == {`cost-center = "marketing" does not match ^[0-9]{4}$`}
}

test_fails_on_a_placeholder if {
	messages(resource({"owner": "TODO"}, [])) == {`owner = "TODO" is a placeholder`}
	count(messages(resource({"environment": ""}, []))) == 1
}

test_passes_allowed_values if messages(resource({"env": "pr-17", "owner": "payments", "cost-center": "4711", "Name": "todo"}, [])) == set()

test_passes_without_the_tag if messages(resource({}, [])) == set()

test_unknown_when_the_value_is if {
	found := tag_value_not_allowed.findings with input as resource({}, ["environment", "owner"])
	{[finding.verdict, finding.key] | some finding in found} == {["unknown", "environment"]}
}

test_unknown_when_the_key_may_be_among_what_is_not_known if {
	found := tag_value_not_allowed.findings with input as object.union(resource({"env": "dev"}, []), {"resource": {"tags_complete": false}})
	{[finding.verdict, finding.key] | some finding in found} == {["unknown", "cost-center"]}
}

test_free_is_left_alone if {
	messages(object.union(resource({"owner": "todo"}, []), {"resource": {"cost": {"status": "free"}}})) == set()
}

test_passes_what_takes_no_tags_or_costs_nothing if {
	bad := resource({"environment": "todo", "cost-center": "x"}, [])
	count(messages(bad)) == 2
	messages(object.union(bad, {"resource": {"taggable": false}})) == set()
	messages(object.union(bad, {"resource": {"cost": {"status": "free"}}})) == set()
	allowed := resource({"environment": "nowhere"}, [])
	count(messages(allowed)) == 1
	messages(object.union(allowed, {"resource": {"taggable": false}})) == set()
	messages(object.union(allowed, {"resource": {"cost": {"status": "free"}}})) == set()
}

# A list goes before a pattern.
test_a_key_with_both if {
	given := object.union(resource({"environment": "prod-1"}, []), {"params": {"patterns": {"environment": "^prod$"}}})
	messages(given) == {`environment = "prod-1" is none of prod, dev and pr-*`}
	messages(object.union(resource({"environment": "pr-1"}, []), {"params": {"patterns": {"environment": "^prod$"}}})) == set()
}
