package iaclint.budget.change_crosses_a_line_test

import data.iaclint.budget.change_crosses_a_line as rule

found(lines, before, after, changed) := findings if {
	findings := rule.findings with input as {
		"params": {"lines_usd": lines},
		"base": {"totals": {"monthly": before}},
		"head": {"totals": {"monthly": after}},
		"changed": changed,
	}
}

gap := {"address": "foo_bar.c", "type": "foo_bar", "before": null, "after": {"cost": {"status": "gap"}}}

priced := {"address": "aws_instance.a", "type": "aws_instance", "before": null, "after": {"cost": {"status": "priced", "monthly": 5}}}

test_the_highest_line_it_crosses if {
	found([500, 1000, 5000], 400, 1200.5, []) == {{
		"address": "plan",
		"message": "from $400.00 to $1,200.50 a month: crosses the line of $1,000.00",
		"facts": {"line": 1000, "before": 400, "after": 1200.5},
	}}
}

test_a_line_is_crossed_by_passing_it if {
	count(found([1000], 900, 1000, [])) == 0
	count(found([1000], 1000, 1000.01, [])) == 1
}

test_no_line_is_crossed if {
	count(found([1000], 1100, 1200, [])) == 0
	count(found([1000], 1100, 900, [])) == 0
	count(found([1000], 100, 200, [priced])) == 0
	count(found([], 100, 20000, [gap])) == 0
}

test_unknown_when_something_new_has_no_figure if {
	{[f.verdict, f.message, f.related] | some f in found([500, 1000], 600, 700, [gap, priced])} == {["unknown", "cannot tell whether it stays below $1,000.00: the cost of 1 resource it adds is not known", ["foo_bar.c"]]}
}

test_certain_whatever_the_rest_costs if {
	{object.get(f, "verdict", "fail") | some f in found([500, 1000], 400, 700, [gap])} == {"fail"}
	count(found([500], 600, 700, [gap])) == 0
}

test_what_was_there_before_is_not_new if {
	lost := {"address": "foo_bar.d", "before": {"cost": {"status": "priced", "monthly": 5}}, "after": {"cost": {"status": "gap"}}}
	count(found([500, 1000], 600, 700, [lost])) == 0
}
