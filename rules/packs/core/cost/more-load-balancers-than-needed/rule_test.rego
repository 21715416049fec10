package iaclint.cost.more_load_balancers_than_needed_test

import data.iaclint.cost.more_load_balancers_than_needed as rule
import data.iaclint.lib.plan_test

row(type, name, env) := {
	"address": sprintf("%s.%s", [type, name]), "type": type, "env": env,
	"actions": ["create"], "cost": {"monthly": 20},
}

document(rows) := object.union(plan_test.made(rows), {"params": {"max_lbs_nonprod": 2}})

test_three_in_a_test_environment if {
	found := rule.findings with input as document([
		row("aws_lb", "b", "nonprod"),
		row("aws_lb", "a", "nonprod"),
		row("aws_elb", "c", "nonprod"),
	])
	found == {{
		"address": "aws_elb.c",
		"message": "one of 3 load balancers in non-production, $60.00 a month; 2 will do",
		"related": ["aws_lb.a", "aws_lb.b"],
	}}
}

test_two_are_fine if {
	count(rule.findings) == 0 with input as document([row("aws_lb", "b", "nonprod"), row("aws_lb", "a", "nonprod")])
}

test_production_may_have_more if {
	count(rule.findings) == 0 with input as document([
		row("aws_lb", "a", "prod"),
		row("aws_lb", "b", "unknown"),
		row("aws_lb", "c", "nonprod"),
	])
}

test_other_types_do_not_count if {
	count(rule.findings) == 0 with input as document([
		row("aws_lb", "a", "nonprod"),
		row("aws_lb", "b", "nonprod"),
		row("aws_instance", "c", "nonprod"),
	])
}

# Of an environment that is not known nothing is said.
test_environment_not_known if {
	count(rule.findings) == 0 with input as document([row("aws_lb", name, "unknown") | some name in ["a", "b", "c"]])
}
