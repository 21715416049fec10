package iaclint.cost.preview_without_expiry_test

import data.iaclint.cost.preview_without_expiry as rule
import data.iaclint.lib.plan_test

machine(name, tags) := {
	"address": sprintf("aws_instance.%s", [name]), "type": "aws_instance", "actions": ["create"],
	"cost": {"monthly": 70}, "tags": tags, "tags_complete": true,
}

by_tag(rows) := {key: {value: plan_test.together([object.union(row, {"place": i}) | some i, row in rows; row.tags[key] == value]) |
	some holder in rows
	value := holder.tags[key]
} |
	some row in rows
	some key, _ in row.tags
}

asked(workspace, project, rows) := found if {
	found := rule.findings with input as object.union_n([
		plan_test.made(rows),
		{
			"by_tag": by_tag(rows),
			"project": project,
			"context": {"workspace": workspace, "as_of": "2026-11-21"},
			"params": {"expiry_keys": ["expires", "ttl"], "max_days": 30, "patterns": ["pr-*", "preview-*"]},
		},
	])
}

messages(workspace, project, rows) := {f.message | some f in asked(workspace, project, rows)}

test_a_workspace_without_an_end if {
	asked("pr-12", "shop", [machine("a", {"team": "web"}), machine("b", {})]) == {{
		"address": "aws_instance.b",
		"key": "missing",
		"message": "2 resources of workspace pr-12 cost $140.00 a month, and nothing says when they may go",
		"related": ["aws_instance.a"],
	}}
}

test_a_folder_without_an_end if {
	messages("default", "envs/preview-7/plan.json", [machine("a", {})]) == {"1 resource of folder preview-7 cost $70.00 a month, and nothing says when they may go"}
}

test_not_short_lived if {
	count(messages("default", "envs/prod/plan.json", [machine("a", {})])) == 0
	count(messages("staging", "apr-12/x", [machine("a", {})])) == 0
}

test_an_end if count(messages("pr-12", "shop", [machine("a", {"expires": "2026-12-01"})])) == 0

test_free_things_may_stay if {
	count(messages("pr-12", "shop", [object.union(machine("a", {}), {"cost": {"monthly": 0}})])) == 0
}

test_what_cannot_be_tagged if {
	count(messages("pr-12", "shop", [object.union(machine("a", {}), {"taggable": false})])) == 0
}

test_the_key_is_there_and_the_date_is_not_known if {
	count(messages("pr-12", "shop", [object.union(machine("a", {}), {"tags_complete": false, "tags_hidden": ["expires"]})])) == 0
}

test_tags_not_all_known if {
	found := asked("pr-12", "shop", [object.union(machine("a", {}), {"tags_complete": false})])
	{[f.verdict, f.message] | some f in found} == {["unknown", "cannot tell whether 1 resource of workspace pr-12 may go some day: not all of their tags are known"]}
}

test_past_its_date_anywhere if {
	messages("default", "shop", [machine("a", {"expires": "2026-11-20"}), machine("b", {"expires": "2026-11-20"})]) == {"expires = 2026-11-20 is past: 2 resources still cost $140.00 a month"}
	count(messages("default", "shop", [machine("a", {"expires": "2026-11-21"})])) == 0
	count(messages("default", "shop", [machine("a", {"expires": "never"})])) == 0
}

test_an_end_too_far_away if {
	messages("pr-12", "shop", [machine("a", {"ttl": "2027-03-01T00:00:00Z"})]) == {"ttl = 2027-03-01T00:00:00Z is 100 days away; a preview should end within 30"}
	count(messages("default", "shop", [machine("a", {"ttl": "2027-03-01"})])) == 0
	count(messages("pr-12", "shop", [machine("a", {"ttl": "2026-12-21"})])) == 0
}

test_tags_that_are_not_all_known if {
	rows := [object.union(machine("a", {}), {"tags_complete": false}), machine("b", {"expires": "2026-11-25"})]
	{object.get(f, "verdict", "fail") | some f in asked("pr-12", "shop", rows)} == {"unknown"}
}

free(value) := object.union(machine("a", {"expires": value}), {"cost": {"monthly": 0}})

test_what_costs_nothing_may_stay if {
	messages("pr-12", "shop", [free("2026-01-01")]) == set()
	messages("pr-12", "shop", [free("2027-11-01")]) == set()
	count(messages("pr-12", "shop", [machine("a", {"expires": "2027-11-01"})])) == 1
}
