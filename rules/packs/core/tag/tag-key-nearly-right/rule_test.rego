package iaclint.tag.tag_key_nearly_right_test

import data.iaclint.lib.plan_test
import data.iaclint.lib.tagging
import data.iaclint.tag.tag_key_nearly_right

resource(tags, from, complete) := {
	"address": "aws_instance.app", "type": "aws_instance", "env": "unknown", "taggable": true,
	"tags": tags, "tags_hidden": [], "tags_complete": complete, "tags_from": from,
}

found(resources, distance) := findings if {
	findings := tag_key_nearly_right.findings with input as object.union(plan_test.made(resources), {"params": {
		"max_distance": distance, "required": ["environment", "team", "cost-center"], "aliases": {"environment": ["env"]},
	}})
}

messages(tags) := {finding.message | some finding in found([resource(tags, {}, true)], 2)}

meant(tags) := {[finding.facts.written, finding.facts.meant] | some finding in found([resource(tags, {}, true)], 2)}

test_fails_on_case_and_separator if {
	messages({"Cost Center": "1"}) == {`tag key "Cost Center" is not "cost-center": cost tools take them for two keys`}
	meant({"cost_center": "1", "Team": "x"}) == {["cost_center", "cost-center"], ["Team", "team"]}
}

test_fails_on_a_slip_of_the_hand if {
	meant({"enviroment": "prod"}) == {["enviroment", "environment"]}
	meant({"envirnoment": "prod"}) == {["envirnoment", "environment"]}
	meant({"cost-centre": "1"}) == {["cost-centre", "cost-center"]}
	meant({"teams": "x"}) == {["teams", "team"]}
}

test_fails_once_for_the_defaults_of_a_provider if {
	a := resource({"Team": "x"}, {"Team": "provider"}, true)
	b := object.union(a, {"address": "aws_instance.b"})
	{[finding.address, finding.related, finding.message] | some finding in found([a, b], 2)} == {[
		"aws_instance.app", ["aws_instance.b"],
		`tag key "Team", which the provider's defaults set on 2 resources, is not "team": cost tools take them for two keys`,
	]}
}

test_passes_other_keys if meant({"Name": "web", "entertainment": "x", "cost": "1", "tam-x": "1", "ev": "1"}) == set()

test_passes_when_the_right_key_is_there if meant({"environment": "prod", "Environment": "prod"}) == set()

test_passes_when_an_alias_is_there if meant({"env": "prod", "Environment": "prod"}) == set()

test_passes_short_words_two_off if meant({"tema": "x"}) == set()

test_unknown_while_part_of_the_tags_is if {
	{finding.verdict | some finding in found([resource({"Team": "x"}, {}, false)], 2)} == {"unknown"}
}

test_unknown_while_all_that_carry_a_default_may_have_the_right_key if {
	a := resource({"Team": "x"}, {"Team": "provider"}, false)
	b := object.union(a, {"address": "aws_instance.b", "tags_complete": true})
	{finding.verdict | some finding in found([a], 2)} == {"unknown"}
	{[object.get(finding, "verdict", "fail"), count(finding.related)] | some finding in found([a, b], 2)} == {["fail", 1]}
}

test_strict_distance if found([resource({"enviroment": "prod"}, {}, true)], 0) == set()

# None of the spellings that are accepted by default is nearly another of them.
test_our_spellings_are_apart if {
	resources := [resource({written: "x"}, {}, true) | some [_, spellings] in tagging.common; some written in spellings]
	rule_of := object.union(plan_test.made(resources), {"params": {"max_distance": 2, "required": tagging.default_required, "aliases": tagging.default_aliases}})
	tag_key_nearly_right.findings == set() with input as rule_of
	tag_key_nearly_right.findings == set() with input as object.union(rule_of, {"params": {"max_distance": 2}})
}

test_the_words_of_the_defaults_are_theirs if {
	asked := {key: spellings | some [key, spellings] in tagging.common}
	tag_key_nearly_right.common == tag_key_nearly_right.of(asked) with input as {"params": {"max_distance": 2}}
}

test_passes_what_takes_no_tags if {
	found([object.union(resource({"Team": "x"}, {}, true), {"taggable": false})], 2) == set()
}

test_only_what_carries_the_key if {
	other := object.union(resource({"Name": "x"}, {}, true), {"address": "aws_instance.other"})
	{finding.address | some finding in found([resource({"Team": "x"}, {}, true), other], 2)} == {"aws_instance.app"}
}

# Set by the provider, it is said there and not of each resource.
test_once_where_the_provider_sets_it if {
	those := found([resource({"Team": "x"}, {"Team": "provider"}, true)], 2)
	[finding.message | some finding in those] == [`tag key "Team", which the provider's defaults set on 1 resource, is not "team": cost tools take them for two keys`]
}

test_no_slip_at_all_is_let_pass if {
	{finding.facts.written | some finding in found([resource({"Team": "x", "teams": "y", "enviroment": "z"}, {}, true)], 0)} == {"Team"}
	{finding.facts.written | some finding in found([resource({"envirnmet": "z", "enviroment": "y"}, {}, true)], 1)} == {"enviroment"}
}

defaults(tags, distance) := {finding.facts.written | some finding in findings} if {
	given := object.union(plan_test.made([resource(tags, {}, true)]), {"params": {"max_distance": distance}})
	findings := tag_key_nearly_right.findings with input as given
}

# The table made ahead is for two slips.
test_keys_asked_for_by_default if {
	defaults({"enviromet": "x", "ownr": "y"}, 2) == {"enviromet", "ownr"}
	defaults({"enviromet": "x", "ownr": "y"}, 1) == {"ownr"}
	defaults({"enviromet": "x", "ownr": "y", "ENVIRON-MENT": "z"}, 0) == {"ENVIRON-MENT"}
}
