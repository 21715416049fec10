# METADATA
# title: More replicas than non-production needs
# description: >-
#   Copies are kept for load and for the loss of one of them. An environment without users has neither
#   the load nor the promise of availability.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/manage-demand-and-supply-resources.html
# custom:
#   code: COST-107
#   severity: medium
#   env: nonprod
#   saving: exact
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_ecs_service
#   - aws_autoscaling_group
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_windows_virtual_machine_scale_set
#   - azurerm_service_plan
#   - google_compute_instance_group_manager
#   - google_compute_region_instance_group_manager
#   - kubernetes_deployment
#   - kubernetes_deployment_v1
#   params:
#     type: object
#     properties:
#       max_replicas_nonprod:
#         type: integer
#         description: Copies that are enough outside production.
#         default: 1
#   remediation: >-
#     Run one replica outside production, or scale to zero out of hours.
#   when_not: >-
#     The environment is used for load tests, or for tests of what happens when a replica is lost.
package iaclint.cost.replicas_in_nonproduction

findings contains {
	"path": path,
	"message": sprintf("%d replicas in non-production, where %d will do", [count, input.params.max_replicas_nonprod]),
	"change": {path: input.params.max_replicas_nonprod},
	"rests_on": [path],
} if {
	some path, count in replicas
	count > input.params.max_replicas_nonprod
}

replicas["desired_count"] := input.resource.values.desired_count

replicas["min_size"] := input.resource.values.min_size

replicas["instances"] := input.resource.values.instances

replicas["worker_count"] := input.resource.values.worker_count

replicas["target_size"] := input.resource.values.target_size

# The Kubernetes provider keeps the number as a string.
replicas["spec.replicas"] := to_number(input.resource.values.spec[0].replicas)
