package iaclint.tag.group_tags_not_propagated_test

import data.iaclint.tag.group_tags_not_propagated

group(tags) := {
	"params": {"all_keys": false, "required": ["owner", "environment"], "aliases": {"environment": ["env"]}},
	"resource": {
		"type": "aws_autoscaling_group", "env": "unknown", "taggable": true, "tags": {},
		"values": {"tag": tags}, "refs": {}, "cost": {"status": "priced", "monthly": 210.24},
	},
}

tag(key, propagate) := {"key": key, "value": "x", "propagate_at_launch": propagate}

messages(given) := found if {
	found := {finding.message | some finding in group_tags_not_propagated.findings} with input as given
}

test_fails if {
	messages(group([tag("owner", false), tag("env", false), tag("Name", false)])) == {"tags env and owner are not handed to the instances it starts"}
	messages(group([tag("owner", false), tag("env", true)])) == {"tag owner is not handed to the instances it starts"}
}

test_passes_when_propagated if messages(group([tag("owner", true), tag("env", true)])) == set()

test_passes_other_keys_unless_all_are_asked_for if {
	messages(group([tag("Name", false)])) == set()
	count(messages(object.union(group([tag("Name", false)]), {"params": {"all_keys": true}}))) == 1
}

test_passes_when_the_template_tags_instances if {
	template := {"type": "aws_launch_template", "values": {"tag_specifications": [{"resource_type": "instance", "tags": {"owner": "x"}}]}}
	messages(object.union(group([tag("owner", false)]), {"resource": {"refs": {"launch_template": [template]}}})) == set()
}

test_fails_when_the_template_tags_volumes_only if {
	template := {"type": "aws_launch_template", "values": {"tag_specifications": [{"resource_type": "volume", "tags": {"owner": "x"}}]}}
	count(messages(object.union(group([tag("owner", false)]), {"resource": {"refs": {"launch_template": [template]}}}))) == 1
}

# Tags that are known only after apply are absent; the engine makes the silence unknown.
test_silent_when_not_known if messages({"params": {"all_keys": true}, "resource": {"type": "aws_autoscaling_group", "values": {}, "unknown": ["tag"]}}) == set()

test_says_what_it_rests_on if {
	found := group_tags_not_propagated.findings with input as group([tag("owner", false)])
	{finding.rests_on | some finding in found} == {["tag.key", "tag.propagate_at_launch"]}
}

test_keys_of_the_template if {
	template := {"resource": {"refs": {"launch_template": [{"values": {"tag_specifications": [{"resource_type": "instance", "tags": {"owner": "a"}}]}}]}}}
	group_tags_not_propagated.by_template("owner") with input as template
	not group_tags_not_propagated.by_template("environment") with input as template
}
