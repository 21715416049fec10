package iaclint.lib.plan_test

import data.iaclint.lib.plan

# made is a plan document of these rows, as the engine puts it together; for
# the tests of rules.
made(rows) := {
	"resources": rows,
	"counts": {type: of.count | some type, of in by_type(existing(rows))},
	"by_type": by_type(existing(rows)),
	"by_region": by_region(existing(rows)),
	"by_provider": by_provider(existing(rows)),
	"overall": together(existing(rows)),
	"groups": groups(existing(rows)),
	"lock_in": lock_in([row | some row in existing(rows); row.lock_in.inherent == false]),
}

lock_in(graded) := {"graded": count(graded), "heaviest": array.slice(
	array.reverse(sort([[plan.monthly(row), row.address, row.lock_in.grade] | some row in graded; row.lock_in.grade >= 3])),
	0, 5,
)}

existing(rows) := [object.union(row, {"place": i}) | some i, row in rows; not row.actions == ["delete"]]

by_type(rows) := {row.type: together([like | some like in rows; like.type == row.type]) | some row in rows}

by_provider(rows) := {name: together([like | some like in rows; split(like.type, "_")[0] == name]) |
	some row in rows
	name := split(row.type, "_")[0]
}

by_region(rows) := {row.region: together([like | some like in rows; like.region == row.region]) | some row in rows}

groups(rows) := [object.union(group, together([row | some row in rows; shared(row) == group])) |
	some group in {shared(row) | some row in rows}
]

shared(row) := object.union(alike(row), untold(row))

untold(row) := {} if object.get(row, "tags_complete", true)

untold(row) := {
	"module": object.get(row, "module", ""),
	"tags_why": object.get(row, "tags_why", ""),
	"free": object.get(row, ["cost", "status"], "") == "free",
} if {
	not object.get(row, "tags_complete", true)
}

alike(row) := {
	"type": row.type,
	"env": object.get(row, "env", "unknown"),
	"taggable": object.get(row, "taggable", true),
	"tag_keys": object.keys(object.get(row, "tags", {})),
	"tags_hidden": object.get(row, "tags_hidden", []),
	"tags_complete": object.get(row, "tags_complete", true),
	"tags_from": object.get(row, "tags_from", {}),
}

together(rows) := {
	"count": count(rows),
	"monthly": sum([plan.monthly(row) | some row in rows]),
	"carbonless_monthly": sum([plan.monthly(row) | some row in rows; not row.carbon]),
	"carbon_kg": sum([plan.emitted(row) | some row in rows]),
	"billed_count": count([row | some row in rows; row.cost.monthly > 0]),
	"billed_kg": sum([plan.emitted(row) | some row in rows; row.cost.monthly > 0]),
	"operational_kg": sum([row.carbon.operational_kg | some row in rows]),
	"billed": array.slice(array.reverse(sort([[row.cost.monthly, row.address] | some row in rows; row.cost.monthly > 0])), 0, 20),
	"emitters": array.slice([address | some [_, address] in array.reverse(sort([[row.carbon.operational_kg, row.address] | some row in rows; row.carbon.operational_kg > 0]))], 0, 20),
	"addresses": [row.address | some row in rows],
	"resources": rows,
}

test_made if {
	plan_document := made([object.union(row, {"type": split(row.address, ".")[0]}) | some row in document.resources])
	[row.address | some row in plan_document.by_type.aws_instance.resources] == ["aws_instance.a", "aws_instance.b"]
	plan_document.counts == {"aws_instance": 2, "aws_sqs_queue": 1}
	plan_document.by_type.aws_instance.monthly == 210.24
	count(plan_document.groups) == 2
}

document := {"resources": [
	{"address": "aws_instance.a", "actions": ["create"], "cost": {"monthly": 70.08}, "carbon": {"operational_kg": 4, "embodied_kg": 1}},
	{"address": "aws_instance.b", "actions": ["no-op"], "cost": {"monthly": 140.16}, "carbon": null},
	{"address": "aws_instance.c", "actions": ["delete"], "cost": {"monthly": 0}},
	{"address": "aws_sqs_queue.d", "actions": ["no-op"], "cost": {"status": "usage", "monthly": null}},
]}

test_no_figure_adds_nothing if {
	sum([plan.monthly(resource) | some resource in document.resources]) == 210.24
	sum([plan.emitted(resource) | some resource in document.resources]) == 5
}

test_top if plan.top({[5, "a"], [70.5, "b"], [0, "c"]}, 2, "usd") == "b ($70.50) and a ($5.00)"
