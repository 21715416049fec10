package iaclint.cost.unlimited_credits_in_nonproduction_test

import data.iaclint.cost.unlimited_credits_in_nonproduction as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"judge_default": false},
}

spec(mode) := {"instance_type": "t3.large", "credit_specification": [{"cpu_credits": mode}]}

test_unlimited if {
	found := rule.findings with input as resource("aws_instance", spec("unlimited"))
	found == {{
		"path": "credit_specification.cpu_credits",
		"message": "unlimited CPU credits in non-production: a busy process buys them day and night",
		"change": {"credit_specification.cpu_credits": "standard"},
	}}
	count(rule.findings) == 1 with input as resource("aws_launch_template", spec("unlimited"))
}

test_standard if {
	count(rule.findings) == 0 with input as resource("aws_instance", spec("standard"))
		with input.params.judge_default as true
}

test_the_default_is_judged_where_asked if {
	count(rule.findings) == 0 with input as resource("aws_instance", {"instance_type": "t4g.large"})
	found := rule.findings with input as resource("aws_instance", {"instance_type": "t4g.large"})
		with input.params.judge_default as true
	[f.change | some f in found] == [{"credit_specification": [{"cpu_credits": "standard"}]}]
}

test_types_that_are_not_unlimited_by_default if {
	every kind in ["t2.large", "m7g.large", "t3x.large"] {
		count(rule.findings) == 0 with input as resource("aws_instance", {"instance_type": kind})
			with input.params.judge_default as true
	}
}

test_a_template_may_say_it if {
	count(rule.findings) == 0 with input as resource("aws_instance", {"instance_type": "t3.large", "launch_template": [{"id": "lt"}]})
		with input.params.judge_default as true
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_instance", {"credit_specification": [{}]}),
		{"resource": {"unknown": ["credit_specification.0.cpu_credits"]}},
	)
}
