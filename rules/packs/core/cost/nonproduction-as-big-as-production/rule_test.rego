package iaclint.cost.nonproduction_as_big_as_production_test

import data.iaclint.cost.nonproduction_as_big_as_production as rule
import data.iaclint.lib.plan_test

server(name, env, monthly) := {
	"address": sprintf("aws_instance.%s", [name]), "type": "aws_instance", "actions": ["create"], "env": env,
	"cost": {"status": "priced", "monthly": monthly},
}

found(rows) := findings if {
	findings := rule.findings with input as object.union(plan_test.made(rows), {"params": {"max_ratio": 0.5, "min_usd": 100}})
}

test_nearly_as_big if {
	found([server("live", "prod", 400), server("a", "nonprod", 100), server("b", "nonprod", 200)]) == {{
		"address": "aws_instance.b",
		"message": "non-production costs $300.00 a month, 75 % of production's $400.00, where 50 % will do; most: aws_instance.b and aws_instance.a",
		"related": ["aws_instance.a"],
		"facts": {"production_usd": 400, "nonproduction_usd": 300},
	}}
}

test_half_is_fine if found([server("live", "prod", 400), server("a", "nonprod", 200)]) == set()

test_nothing_to_compare_with if {
	found([server("a", "nonprod", 200)]) == set()
	found([server("live", "prod", 99), server("a", "nonprod", 200)]) == set()
	count(found([server("live", "prod", 100), server("a", "nonprod", 200)])) == 1
}

verdicts(rows) := [object.get(finding, "verdict", "fail") | some finding in found(rows)]

# What is neither for certain may be production's.
test_unknown_environments if {
	verdicts([server("live", "prod", 400), server("a", "unknown", 900), server("b", "nonprod", 200)]) == []
	verdicts([server("live", "prod", 400), server("a", "unknown", 900), server("b", "nonprod", 201)]) == ["unknown"]
	verdicts([server("live", "prod", 400), server("a", "unknown", 2), server("b", "nonprod", 201)]) == ["unknown"]
	verdicts([server("live", "prod", 400), server("a", "unknown", 1), server("b", "nonprod", 201)]) == ["fail"]
}
