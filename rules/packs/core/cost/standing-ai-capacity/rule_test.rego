package iaclint.cost.standing_ai_capacity_test

import data.iaclint.cost.standing_ai_capacity as rule

resource(type, values) := {
	"resource": {
		"type": type, "address": sprintf("%s.chat", [type]), "values": values,
		"unknown": [], "cost": {"monthly": 14600},
	},
	"params": {"min_utilisation": 0.4, "allow": []},
}

messages(type, values) := {f.message | some f in found} if found := rule.findings with input as resource(type, values)

test_bedrock if {
	found := rule.findings with input as resource("aws_bedrock_provisioned_model_throughput", {"model_units": 1, "commitment_duration": "SixMonths"})
	found == {{
		"path": "model_units",
		"message": "1 model unit committed for six months round the clock, $14,600.00 a month: worth it from 40 % use on",
		"rests_on": ["model_units"],
	}}
}

test_bedrock_without_commitment if {
	messages("aws_bedrock_provisioned_model_throughput", {"model_units": 2}) == {"2 model units round the clock, $14,600.00 a month: worth it from 40 % use on"}
}

test_azure if {
	messages("azurerm_cognitive_deployment", {"sku": [{"name": "GlobalProvisionedManaged", "capacity": 100}]}) == {"100 throughput units provisioned round the clock, $14,600.00 a month: worth it from 40 % use on"}
	count(messages("azurerm_cognitive_deployment", {"sku": [{"name": "ProvisionedManaged"}]})) == 1
	count(messages("azurerm_cognitive_deployment", {"sku": [{"name": "GlobalStandard", "capacity": 100}]})) == 0
	count(messages("azurerm_cognitive_deployment", {"sku": [{"name": "GlobalBatch"}]})) == 0
}

variant(values) := messages("aws_sagemaker_endpoint_configuration", {"production_variants": [values]})

test_sagemaker if {
	variant({"instance_type": "ml.g5.2xlarge", "initial_instance_count": 2}) == {"2 x ml.g5.2xlarge round the clock, $14,600.00 a month: worth it from 40 % use on"}
	count(variant({"instance_type": "ml.inf2.xlarge"})) == 1
	count(variant({"instance_type": "ml.g5.2xlarge", "managed_instance_scaling": [{"min_instance_count": 0}]})) == 0
	count(variant({"instance_type": "ml.g5.2xlarge", "managed_instance_scaling": [{"min_instance_count": 1}]})) == 1
}

test_machines_without_accelerator if {
	count(variant({"instance_type": "ml.m5.large", "initial_instance_count": 2})) == 0
	count(variant({"serverless_config": [{"max_concurrency": 5}]})) == 0
}

replicas(n) := messages("google_vertex_ai_endpoint_with_model_garden_deployment", {"deploy_config": [{"dedicated_resources": [{"min_replica_count": n}]}]})

test_vertex if {
	replicas(1) == {"1 replica of a model round the clock, $14,600.00 a month: worth it from 40 % use on"}
	count(replicas(0)) == 0
}

test_allowed if {
	count(rule.findings) == 0 with input as resource("aws_bedrock_provisioned_model_throughput", {"model_units": 1})
		with input.params.allow as ["aws_bedrock_*.chat"]
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("azurerm_cognitive_deployment", {}),
		{"resource": {"unknown": ["sku"]}},
	)
}

test_what_is_allowed if {
	bedrock := resource("aws_bedrock_provisioned_model_throughput", {"model_units": 1})
	count(rule.findings) == 0 with input as bedrock with input.params.allow as ["*.chat"]
	count(rule.findings) == 1 with input as bedrock with input.params.allow as ["*.other"]
}

test_units_of_other_types if {
	messages("aws_sagemaker_model", {"model_units": 1}) == set()
	messages("aws_bedrock_provisioned_model_throughput", {"model_units": 0}) == set()
	messages("azurerm_storage_account", {"sku": [{"name": "ProvisionedManaged", "capacity": 10}]}) == set()
	messages("google_vertex_ai_endpoint", {"deploy_config": [{"dedicated_resources": [{"min_replica_count": 1}]}]}) == set()
}

test_capacity_of_nothing_is_not_told if {
	every said in messages("azurerm_cognitive_deployment", {"sku": [{"name": "ProvisionedManaged", "capacity": 0}]}) {
		not contains(said, "0 throughput")
	}
}

counted(more) := {"production_variants": [object.union({"instance_type": "ml.g5.xlarge"}, more)]}

test_a_variant_counts_once_at_least if {
	messages("aws_sagemaker_endpoint_configuration", counted({})) == messages("aws_sagemaker_endpoint_configuration", counted({"initial_instance_count": 1}))
	messages("aws_sagemaker_endpoint_configuration", counted({"initial_instance_count": 0})) == messages("aws_sagemaker_endpoint_configuration", counted({"initial_instance_count": 1}))
}
