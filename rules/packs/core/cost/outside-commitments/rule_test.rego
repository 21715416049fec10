package iaclint.cost.outside_commitments_test

import data.iaclint.cost.outside_commitments as rule

machine(type, region, values) := {
	"resource": {"type": type, "region": region, "values": values, "unknown": []},
	"params": {"preferred": ["eu-west-1:m7g.*", "eu-west-1:r7g.*", "europe-*:n2-*"]},
}

test_another_family if {
	found := rule.findings with input as machine("aws_instance", "eu-west-1", {"instance_type": "c6i.large"})
	found == {{
		"path": "instance_type",
		"message": "c6i.large in eu-west-1 is outside the commitments, which are for m7g.* and r7g.*",
	}}
}

test_a_family_that_was_bought if {
	count(rule.findings) == 0 with input as machine("aws_instance", "eu-west-1", {"instance_type": "m7g.large"})
	count(rule.findings) == 0 with input as machine("google_compute_instance", "europe-west4", {"machine_type": "n2-standard-4"})
}

test_a_region_without_commitments if {
	count(rule.findings) == 0 with input as machine("aws_instance", "us-east-1", {"instance_type": "c6i.large"})
}

test_regions_by_glob if {
	found := rule.findings with input as machine("google_compute_instance", "europe-west4", {"machine_type": "c3-standard-4"})
	[f.path | some f in found] == ["machine_type"]
}

test_nothing_was_bought if {
	count(rule.findings) == 0 with input as machine("aws_instance", "eu-west-1", {"instance_type": "c6i.large"})
		with input.params.preferred as []
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		machine("aws_instance", "eu-west-1", {}),
		{"resource": {"unknown": ["instance_type"]}},
	)
}
