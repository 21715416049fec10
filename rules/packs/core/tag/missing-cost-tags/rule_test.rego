package iaclint.tag.missing_cost_tags_test

import data.iaclint.tag.missing_cost_tags

params := {"case_sensitive": true, "include_free": false}

resource(given) := {"params": params, "resource": object.union(
	{
		"address": "aws_instance.app", "type": "aws_instance", "taggable": true, "env": "unknown",
		"tags": {}, "tags_hidden": [], "tags_complete": true, "tags_from": {},
		"cost": {"status": "priced", "monthly": 70.08},
	},
	given,
)}

messages(given) := found if found := {finding.message | some finding in missing_cost_tags.findings} with input as given

test_fails_without_tags if {
	messages(resource({})) == {"no environment, owner or cost-center tag"}
}

test_one_finding_names_all_that_is_missing if {
	found := missing_cost_tags.findings with input as resource({"tags": {"Environment": "prod"}})
	found == {{
		"path": "tags", "rests_on": [], "facts": {"missing": ["owner", "cost-center"]},
		"message": "no owner or cost-center tag",
		"stake": ": %s a month cannot be allocated",
	}}
}

test_passes_with_tags_in_any_common_spelling if {
	messages(resource({"tags": {"env": "prod", "Team": "payments", "CostCenter": "4711"}})) == set()
}

test_passes_with_a_value_not_known_yet if {
	messages(resource({"tags": {"env": "prod", "team": "payments"}, "tags_hidden": ["cost-center"]})) == set()
}

test_unknown_while_part_of_the_tags_is if {
	found := missing_cost_tags.findings with input as resource({"tags": {"env": "prod"}, "tags_complete": false})
	found == {{
		"verdict": "unknown", "path": "tags", "rests_on": [], "facts": {"missing": ["owner", "cost-center"]},
		"message": "cannot tell whether it carries owner and cost-center: part of its tags is not known",
	}}
}

test_passes_what_is_there_although_the_rest_is_not_known if {
	messages(resource({"tags": {"env": "prod", "team": "a", "cost-center": "1"}, "tags_complete": false})) == set()
}

test_free_is_left_alone if {
	messages(resource({"cost": {"status": "free"}})) == set()
	count(messages(object.union(resource({"cost": {"status": "free"}}), {"params": {"include_free": true}}))) == 1
}

test_untaggable_is_left_alone if messages(resource({"taggable": false})) == set()

test_configured_keys if {
	given := object.union(resource({"tags": {"Project": "x"}, "cost": {"status": "usage", "monthly": null}}), {"params": {"required": ["project", "Project"], "aliases": {}}})
	messages(given) == {"no project tag"}
}

test_free_things_that_are_asked if {
	given := object.union(resource({"cost": {"status": "free"}}), {"params": {"include_free": true}})
	count(messages(given)) == 1
	messages(object.union(given, {"resource": {"taggable": false}})) == set()
	messages(object.union(given, {"resource": {"tags": {"env": "p", "team": "t", "cost-center": "c"}}})) == set()
	billed := object.union(resource({}), {"params": {"include_free": true}})
	count(missing_cost_tags.findings) == 1 with input as billed
}
