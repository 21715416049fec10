package iaclint.tag.tag_key_nearly_right_test

import data.iaclint.tag.tag_key_nearly_right

resource(tags, from) := {"params": {"max_distance": 2, "required": ["environment", "team", "cost-center"], "aliases": {"environment": ["env"]}}, "resource": {
	"address": "aws_instance.app", "type": "aws_instance", "taggable": true,
	"tags": tags, "tags_hidden": [], "tags_complete": true, "tags_from": from,
}}

messages(given) := found if found := {finding.message | some finding in tag_key_nearly_right.findings} with input as given

meant(tags) := found if found := {[finding.facts.written, finding.facts.meant] | some finding in tag_key_nearly_right.findings} with input as resource(tags, {})

test_fails_on_case_and_separator if {
	messages(resource({"Cost Center": "1"}, {})) == {`tag key "Cost Center" is not "cost-center": cost tools take them for two keys`}
	meant({"cost_center": "1", "Team": "x"}) == {["cost_center", "cost-center"], ["Team", "team"]}
}

test_fails_on_a_slip_of_the_hand if {
	meant({"enviroment": "prod"}) == {["enviroment", "environment"]}
	meant({"envirnoment": "prod"}) == {["envirnoment", "environment"]}
	meant({"cost-centre": "1"}) == {["cost-centre", "cost-center"]}
	meant({"teams": "x"}) == {["teams", "team"]}
}

test_names_the_provider if {
	messages(resource({"Team": "x"}, {"Team": "provider"})) == {`tag key "Team" is not "team" (set by the provider's defaults): cost tools take them for two keys`}
}

test_passes_other_keys if meant({"Name": "web", "entertainment": "x", "cost": "1", "tam-x": "1", "ev": "1"}) == set()

test_passes_when_the_right_key_is_there if meant({"environment": "prod", "Environment": "prod"}) == set()

test_passes_when_an_alias_is_there if meant({"env": "prod", "Environment": "prod"}) == set()

test_passes_short_words_two_off if meant({"tema": "x"}) == set()

test_same_with_an_unknown_value if {
	given := object.union(resource({}, {}), {"resource": {"tags_hidden": ["Team"]}})
	count(messages(given)) == 1
}

test_unknown_while_part_of_the_tags_is if {
	found := tag_key_nearly_right.findings with input as object.union(resource({"Team": "x"}, {}), {"resource": {"tags_complete": false}})
	{finding.verdict | some finding in found} == {"unknown"}
}

test_strict_distance if {
	given := object.union(resource({"enviroment": "prod"}, {}), {"params": {"max_distance": 0}})
	messages(given) == set()
}
