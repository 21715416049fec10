package iaclint.lock_in.provider_only_silicon_test

import data.iaclint.lock_in.provider_only_silicon

found(type, values) := findings if {
	findings := provider_only_silicon.findings with input as {
		"params": {"prefixes": ["inf", "trn", "ml.inf", "ct5lp"]},
		"resource": {"type": type, "values": values, "cost": {"monthly": 277.4}},
	}
}

messages(type, values) := {finding.message | some finding in found(type, values)}

test_fails if {
	found("aws_instance", {"instance_type": "inf2.xlarge"}) == {{
		"path": "instance_type",
		"message": "inf2.xlarge has chips only this provider sells, $277.40 a month",
		"rests_on": ["instance_type"],
	}}
	messages("aws_eks_node_group", {"instance_types": ["trn1.2xlarge"]}) == {"trn1.2xlarge has chips only this provider sells, $277.40 a month"}
	messages("aws_sagemaker_endpoint_configuration", {"production_variants": [{"instance_type": "ml.inf2.xlarge"}]}) == {"ml.inf2.xlarge has chips only this provider sells, $277.40 a month"}
	messages("google_container_node_pool", {"node_config": [{"machine_type": "ct5lp-hightpu-4t"}]}) == {"ct5lp-hightpu-4t has chips only this provider sells, $277.40 a month"}
	messages("google_tpu_v2_vm", {}) == {"TPUs are sold by this provider only, $277.40 a month"}
}

test_passes_gpus_and_cpus if {
	messages("aws_instance", {"instance_type": "g5.xlarge"}) == set()
	messages("aws_eks_node_group", {"instance_types": ["g5.xlarge"]}) == set()
	messages("google_container_node_pool", {"node_config": [{"machine_type": "a2-highgpu-1g"}]}) == set()
	messages("aws_sagemaker_endpoint_configuration", {"production_variants": [{"instance_type": "ml.g5.xlarge"}]}) == set()
}

# A type known only after apply is absent, and the engine makes the silence unknown.
test_unknown_says_nothing if messages("aws_instance", {}) == set()
