# METADATA
# title: Standing AI capacity
# description: >-
#   Capacity for a model that is bought by the hour costs hundreds to tens of thousands a month, in use
#   or not, and some of it is committed for months. Below some utilisation paying by the token costs less.
# related_resources:
# - ref: https://docs.aws.amazon.com/bedrock/latest/userguide/prov-throughput.html
# - ref: https://docs.aws.amazon.com/sagemaker/latest/dg/realtime-endpoints.html
# - ref: https://learn.microsoft.com/azure/ai-services/openai/concepts/provisioned-throughput
# - ref: https://cloud.google.com/vertex-ai/docs/general/deployment
# custom:
#   code: COST-514
#   severity: critical
#   saving: exact
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types:
#   - aws_bedrock_provisioned_model_throughput
#   - aws_sagemaker_endpoint_configuration
#   - azurerm_cognitive_deployment
#   - google_vertex_ai_endpoint_with_model_garden_deployment
#   params:
#     type: object
#     properties:
#       min_utilisation:
#         type: number
#         minimum: 0
#         maximum: 1
#         description: Share of the capacity that has to be used before buying it pays.
#         default: 0.4
#       allow:
#         type: array
#         description: Globs of addresses whose use has been measured.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Pay by the token, or run batches, until the use has been measured; let endpoints scale to none.
package iaclint.cost.standing_ai_capacity

import data.iaclint.lib
import data.iaclint.lib.figures

findings contains object.union(standing, {"message": sprintf(
	"%s round the clock%s: worth it from %s use on",
	[standing.message, lib.a_month, figures.percent(input.params.min_utilisation)],
)}) if {
	some standing in capacities
	not allowed
}

allowed if {
	some pattern in input.params.allow
	glob.match(pattern, null, input.resource.address)
}

capacities contains {
	"path": "model_units",
	"message": sprintf("%s%s", [figures.plural(input.resource.values.model_units, "model unit"), commitment]),
	"rests_on": ["model_units"],
} if {
	input.resource.type == "aws_bedrock_provisioned_model_throughput"
	input.resource.values.model_units > 0
}

default commitment := ""

commitment := sprintf(" committed for %s", [terms[input.resource.values.commitment_duration]])

terms := {"OneMonth": "a month", "SixMonths": "six months"}

# GlobalProvisionedManaged, DataZoneProvisionedManaged and ProvisionedManaged.
capacities contains {
	"path": "sku.name",
	"message": sprintf("%s provisioned", [figures.plural(capacity, "throughput unit")]),
	"rests_on": ["sku.name"],
} if {
	input.resource.type == "azurerm_cognitive_deployment"
	contains(input.resource.values.sku[_].name, "Provisioned")
}

default capacity := 1

capacity := input.resource.values.sku[0].capacity if input.resource.values.sku[0].capacity > 0

capacities contains {
	"path": "production_variants.instance_type",
	"message": sprintf("%d x %s", [machines(variant), variant.instance_type]),
	"rests_on": ["production_variants"],
} if {
	some variant in input.resource.values.production_variants
	accelerated(variant.instance_type)
	not scales_to_none(variant)
}

machines(variant) := variant.initial_instance_count if {
	variant.initial_instance_count > 0
} else := 1

# ml.p5.48xlarge, ml.g5.xlarge, ml.inf2.xlarge and ml.trn1.2xlarge.
accelerated(name) if regex.match(`^ml\.(p|g|inf|trn)[0-9]`, name)

scales_to_none(variant) if variant.managed_instance_scaling[_].min_instance_count == 0

capacities contains {
	"path": "deploy_config.dedicated_resources.min_replica_count",
	"message": sprintf("%s of a model", [figures.plural(replicas, "replica")]),
	"rests_on": ["deploy_config.dedicated_resources.min_replica_count"],
} if {
	input.resource.type == "google_vertex_ai_endpoint_with_model_garden_deployment"
	replicas := input.resource.values.deploy_config[_].dedicated_resources[_].min_replica_count
	replicas > 0
}
