# METADATA
# title: Image registry without clean-up
# description: >-
#   Every build adds an image and nothing takes one away. Nearly all of them are never pulled again.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
# - ref: https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy
# - ref: https://learn.microsoft.com/azure/container-registry/container-registry-retention-policy
# custom:
#   code: COST-215
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types: [aws_ecr_repository, azurerm_container_registry, google_artifact_registry_repository]
#   params:
#     type: object
#     properties:
#       builds_per_month:
#         type: number
#         description: Images pushed a month.
#         default: 60
#       image_gb:
#         type: number
#         description: New layers of one image, in GB.
#         default: 0.3
#       keep:
#         type: integer
#         description: Tagged images that the advice keeps.
#         default: 30
#   remediation: >-
#     Keep the last tagged images and drop untagged ones after a few days.
#   when_not: >-
#     Every image has to be kept, as where releases may be asked for years later.
package iaclint.cost.registry_without_clean_up

findings contains object.union(
	{"message": sprintf(
		"nothing removes old images: at %v builds a month of %v GB it grows to %v GB in a year; keep the last %d",
		[
			input.params.builds_per_month,
			input.params.image_gb,
			round((12 * input.params.builds_per_month) * input.params.image_gb),
			input.params.keep,
		],
	)},
	where,
) if {
	where := uncleaned
}

uncleaned := {"rests_on": ["referenced_by"]} if {
	input.resource.type == "aws_ecr_repository"
	not has_policy
}

uncleaned := {"path": "cleanup_policies", "rests_on": ["cleanup_policies", "mode"]} if {
	input.resource.type == "google_artifact_registry_repository"
	mode == "STANDARD_REPOSITORY"
	not cleans_on_google
}

# Only the premium tier can remove images by itself.
uncleaned := {
	"path": "retention_policy_in_days",
	"change": {"retention_policy_in_days": 7},
	"rests_on": ["sku", "retention_policy_in_days", "retention_policy"],
} if {
	input.resource.type == "azurerm_container_registry"
	input.resource.values.sku == "Premium"
	not cleans_on_azure
}

has_policy if {
	some user in input.resource.referenced_by
	user.type == "aws_ecr_lifecycle_policy"
}

default mode := "STANDARD_REPOSITORY"

mode := input.resource.values.mode if input.resource.values.mode != null

cleans_on_google if count(input.resource.values.cleanup_policies) > 0

cleans_on_azure if input.resource.values.retention_policy_in_days > 0

# Before azurerm 4 it was a block.
cleans_on_azure if input.resource.values.retention_policy[_].enabled == true
