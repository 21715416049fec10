package iaclint.cost.accelerator_outside_scope_test

import data.iaclint.cost.accelerator_outside_scope as rule

resource(type, env, values, gpu) := {
	"resource": {
		"type": type, "env": env, "values": values, "unknown": [],
		"machine": {"gpu": gpu}, "cost": {"monthly": 384.3},
	},
	"params": {"allowed_env": ["prod"], "allowed_families": []},
}

test_a_gpu_host_in_test if {
	found := rule.findings with input as resource("aws_instance", "nonprod", {"instance_type": "g4dn.xlarge"}, 1)
	found == {{
		"path": "instance_type",
		"message": "g4dn.xlarge with 1 GPU in non-production, $384.30 a month",
		"rests_on": ["instance_type"],
	}}
}

test_an_attached_accelerator if {
	values := {
		"machine_type": "n1-standard-4",
		"guest_accelerator": [{"type": "nvidia-tesla-t4", "count": 2}],
	}
	found := rule.findings with input as resource("google_compute_instance", "nonprod", values, 0)
	[f.path | some f in found] == ["guest_accelerator"]
	[f.message | some f in found] == ["2 × nvidia-tesla-t4 in non-production, $384.30 a month"]
}

test_a_family_the_team_does_not_use if {
	found := rule.findings with input as resource("aws_instance", "prod", {"instance_type": "p5.48xlarge"}, 8)
		with input.params.allowed_families as ["g*"]
	[f.message | some f in found] == [
		"p5.48xlarge with 8 GPUs is of a family the team does not use, $384.30 a month",
	]
}

test_production_serves_with_it if {
	count(rule.findings) == 0 with input as resource("aws_instance", "prod", {"instance_type": "g4dn.xlarge"}, 1)
}

test_an_environment_nobody_named if {
	count(rule.findings) == 0 with input as resource("aws_instance", "unknown", {"instance_type": "g4dn.xlarge"}, 1)
}

test_a_machine_without_one if {
	count(rule.findings) == 0 with input as resource("aws_instance", "nonprod", {"instance_type": "m7i.large"}, 0)
}

test_a_type_known_only_after_apply if {
	count(rule.findings) == 0 with input as {
		"resource": {"type": "aws_instance", "env": "nonprod", "values": {}, "unknown": ["instance_type"]},
		"params": {"allowed_env": ["prod"], "allowed_families": []},
	}
}

hosts(env, families) := {f.message | some f in findings} if {
	findings := rule.findings with input as resource("aws_instance", env, {"instance_type": "g4dn.xlarge"}, 1)
		with input.params.allowed_families as families
}

test_families_of_the_team if {
	hosts("prod", ["g4dn.*", "g5.*"]) == set()
	count(hosts("prod", ["p5.*"])) == 1
	hosts("prod", []) == set()
	count(hosts("nonprod", ["p5.*"])) == 1
}

test_accelerators_of_no_number if {
	count(rule.findings) == 0 with input as resource("google_compute_instance", "nonprod", {"guest_accelerator": [{"type": "nvidia-l4", "count": 0}]}, 0)
}
