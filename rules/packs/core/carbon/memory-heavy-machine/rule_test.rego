package iaclint.carbon.memory_heavy_machine_test

import data.iaclint.carbon.memory_heavy_machine

heavy := {"type": "x2gd.xlarge", "vcpu": 4, "memory_gib": 64, "gib_per_vcpu": 16, "gpu": 0}

found(machine, given) := findings if {
	findings := memory_heavy_machine.findings with input as {
		"params": {"gib_per_vcpu_cap": 8, "needed_tag": "memory-reason"},
		"resource": object.union({"type": "aws_instance", "values": {"instance_type": machine.type}, "tags": {}, "machine": machine}, given),
	}
}

test_fails if {
	found(heavy, {"carbon": {"total_kg": 11.66}}) == {{
		"path": "instance_type",
		"message": "x2gd.xlarge has 64 GiB for 4 vCPU, more than 8 GiB each; the machine emits 11.7 kg CO2e a month",
		"rests_on": ["instance_type", "tags"],
	}}
}

test_fails_without_a_figure if {
	{finding.message | some finding in found(heavy, {})} == {"x2gd.xlarge has 64 GiB for 4 vCPU, more than 8 GiB each"}
}

test_passes_at_the_cap if found({"type": "r7g.xlarge", "vcpu": 4, "memory_gib": 32, "gib_per_vcpu": 8, "gpu": 0}, {}) == set()

test_passes_accelerators if found(object.union(heavy, {"gpu": 1}), {}) == set()

test_passes_what_is_needed if found(heavy, {"tags": {"memory-reason": "index in memory"}}) == set()

# A type known only after apply is absent, and so is the machine: silence, which the engine makes unknown.
test_unknown_says_nothing if {
	findings := memory_heavy_machine.findings with input as {"params": {"gib_per_vcpu_cap": 8, "needed_tag": "x"}, "resource": {"type": "aws_instance", "values": {}, "tags": {}}}
	findings == set()
}

test_fails_with_a_figure_of_nothing if {
	{finding.message | some finding in found(heavy, {"carbon": {"total_kg": 0}})} == {"x2gd.xlarge has 64 GiB for 4 vCPU, more than 8 GiB each"}
}
