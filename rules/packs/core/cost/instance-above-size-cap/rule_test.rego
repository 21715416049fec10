package iaclint.cost.instance_above_size_cap_test

import data.iaclint.cost.instance_above_size_cap as rule

params := {
	"max_vcpu": {"prod": 64, "nonprod": 8},
	"max_memory_gib": {"prod": 512, "nonprod": 64},
	"allowed_types": [],
	"denied_types": [],
}

instance(env, instance_type, machine) := {
	"resource": {
		"type": "aws_instance",
		"env": env,
		"values": {"instance_type": instance_type},
		"unknown": [],
		"machine": machine,
	},
	"params": params,
}

large := {"vcpu": 16, "memory_gib": 64, "smaller": "m7i.2xlarge"}

test_above_the_cap if {
	found := rule.findings with input as instance("nonprod", "m7i.4xlarge", large)
	found == {{
		"path": "instance_type",
		"message": "m7i.4xlarge has 16 vCPUs; the cap in non-production is 8 vCPUs",
		"change": {"instance_type": "m7i.2xlarge"},
		"rests_on": ["instance_type"],
	}}
}

test_memory_counts_too if {
	found := rule.findings with input as instance("nonprod", "r7i.2xlarge", {"vcpu": 8, "memory_gib": 128})
	found == {{
		"path": "instance_type",
		"message": "r7i.2xlarge has 128 GiB of memory; the cap in non-production is 64 GiB of memory",
		"rests_on": ["instance_type"],
	}}
}

test_production_has_a_wider_cap if {
	count(rule.findings) == 0 with input as instance("prod", "m7i.4xlarge", large)
}

test_so_has_an_environment_nobody_named if {
	count(rule.findings) == 0 with input as instance("unknown", "m7i.4xlarge", large)
}

test_an_allowed_type if {
	count(rule.findings) == 0 with input as instance("nonprod", "m7i.4xlarge", large)
		with input.params.allowed_types as ["m7i.*"]
}

test_a_denied_type if {
	found := rule.findings with input as instance("prod", "x2idn.large", {"vcpu": 2, "memory_gib": 32})
		with input.params.denied_types as ["x2*"]
	[f.message | some f in found] == ["x2idn.large is a type the team does not allow"]
}

test_a_type_known_only_after_apply if {
	count(rule.findings) == 0 with input as {
		"resource": {"type": "aws_instance", "env": "nonprod", "values": {}, "unknown": ["instance_type"]},
		"params": params,
	}
}

test_forbidden_and_too_large if {
	found := rule.findings with input as instance("nonprod", "p5.48xlarge", {"vcpu": 192, "memory_gib": 2048, "smaller": ""})
		with input.params.denied_types as ["p5.*"]
	count(found) == 1
	[f | some f in found; contains(f.message, "the cap in")] == []
	[f | some f in found; f.change] == []
}

test_no_smaller_one if {
	every smaller in [null, ""] {
		found := rule.findings with input as instance("nonprod", "m7i.4xlarge", object.union(large, {"smaller": smaller}))
		[object.get(f, "change", "none") | some f in found] == ["none"]
	}
}

test_another_type_is_forbidden if {
	count(rule.findings) == 0 with input as instance("nonprod", "m7i.large", {"vcpu": 2, "memory_gib": 8})
		with input.params.denied_types as ["p5.*"]
}

test_another_type_is_allowed if {
	count(rule.findings) == 1 with input as instance("nonprod", "m7i.4xlarge", large) with input.params.allowed_types as ["p5.*"]
	count(rule.findings) == 0 with input as instance("nonprod", "m7i.4xlarge", large) with input.params.allowed_types as ["m7i.*"]
}
