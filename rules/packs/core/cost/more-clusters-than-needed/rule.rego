# METADATA
# title: More Kubernetes clusters than non-production needs
# description: >-
#   A control plane is paid for by the hour, and each cluster brings system pods, agents and spare nodes of
#   its own. Namespaces keep the teams of a test environment apart in one of them.
# related_resources:
# - ref: https://kubernetes.io/docs/concepts/security/multi-tenancy/
# custom:
#   code: COST-118
#   severity: low
#   scope: plan
#   saving: advisory
#   since: aws 6.25, azurerm 4.80, google 7.45
#   params:
#     type: object
#     properties:
#       max_clusters_nonprod:
#         type: integer
#         description: Clusters of a plan that non-production may have.
#         default: 1
#   remediation: >-
#     Share one cluster by namespaces outside production, on the tier of the control plane that is free.
#   when_not: >-
#     When versions or operators of the cluster itself are what is tested.
package iaclint.cost.more_clusters_than_needed

findings contains {
	"address": addresses[0],
	"message": sprintf("one of %d clusters in non-production, where %d will do", [
		count(addresses),
		input.params.max_clusters_nonprod,
	]),
	"related": array.slice(addresses, 1, count(addresses)),
} if {
	sum([group.count | some group in clusters]) > input.params.max_clusters_nonprod
	addresses := sort([address | some address in clusters[_].addresses])
}

clusters := [group |
	some group in input.groups
	group.type in types
	group.env == "nonprod"
]

types := {"aws_eks_cluster", "azurerm_kubernetes_cluster", "google_container_cluster"}
