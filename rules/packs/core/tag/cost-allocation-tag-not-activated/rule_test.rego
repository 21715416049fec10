package iaclint.tag.cost_allocation_tag_not_activated_test

import data.iaclint.tag.cost_allocation_tag_not_activated

row(key, status) := {"address": key, "values": {"tag_key": key, "status": status}}

found(rows) := findings if {
	findings := cost_allocation_tag_not_activated.findings with input as {
		"params": {"required": ["owner", "cost-center"], "aliases": {"owner": ["team"]}},
		"by_type": {"aws_ce_cost_allocation_tag": {"count": count(rows), "resources": rows, "addresses": [each.address | some each in rows]}},
	}
}

test_fails if {
	{[finding.address, finding.message] | some finding in found([row("project", "Active")])} == {["project", "owner and cost-center not activated, so no bill shows them"]}
	{finding.message | some finding in found([row("team", "Active"), row("cost-center", "Inactive")])} == {"cost-center not activated, so no bill shows it"}
}

test_passes if found([row("team", "Active"), row("cost-center", "Active")]) == set()

test_passes_where_none_is_managed if found([]) == set()

# A key known only after apply is absent, and the engine asks whether it might be the one.
test_unknown_key_counts_for_nothing if count(found([{"address": "x", "values": {"status": "Active"}}])) == 1
