# METADATA
# title: Kubernetes node pool without autoscaling
# description: >-
#   A pool of a fixed size is paid for at its peak, day and night. With the cluster autoscaler, nodes
#   that no pod needs are given back; the parameter assumed_load says for how much of the size they are
#   needed on average. Node groups of EKS bring no autoscaler along, so nothing is said of those.
# related_resources:
# - ref: https://learn.microsoft.com/azure/aks/cluster-autoscaler-overview
# - ref: https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-autoscaler
# custom:
#   code: COST-109
#   severity: medium
#   saving: bounded
#   since: azurerm 4.80, google 7.45
#   types:
#   - azurerm_kubernetes_cluster
#   - azurerm_kubernetes_cluster_node_pool
#   - google_container_node_pool
#   params:
#     type: object
#     properties:
#       assumed_load:
#         type: number
#         description: Average share of its size that a pool needs.
#         default: 0.6
#       ignore_if_nodes_le:
#         type: integer
#         description: Pools of at most this size are not reported; on Google per zone.
#         default: 1
#   remediation: >-
#     Let the pool scale between a low minimum and the size it has now.
#   when_not: >-
#     When what runs on the pool needs all of it at all hours, or scales it by other means.
package iaclint.cost.node_pool_without_autoscaling

findings contains {
	"path": "auto_scaling_enabled",
	"message": fixed(nodes),
	"change": {
		"auto_scaling_enabled": true,
		"min_count": least(nodes),
		"max_count": nodes,
		"node_count": needed(nodes),
	},
	"rests_on": ["node_count", "auto_scaling_enabled", "enable_auto_scaling"],
} if {
	input.resource.type == "azurerm_kubernetes_cluster_node_pool"
	nodes := input.resource.values.node_count
	nodes > input.params.ignore_if_nodes_le
	not scales
}

findings contains {
	"path": "default_node_pool.auto_scaling_enabled",
	"message": fixed(nodes),
	"change": {
		"default_node_pool.auto_scaling_enabled": true,
		"default_node_pool.min_count": least(nodes),
		"default_node_pool.max_count": nodes,
		"default_node_pool.node_count": needed(nodes),
	},
} if {
	input.resource.type == "azurerm_kubernetes_cluster"
	nodes := input.resource.values.default_node_pool[0].node_count
	nodes > input.params.ignore_if_nodes_le
	not scales
}

findings contains {
	"path": "autoscaling",
	"message": fixed(nodes),
	"change": {
		"autoscaling": [{"min_node_count": least(nodes), "max_node_count": nodes}],
		"node_count": needed(nodes),
	},
	"rests_on": ["node_count", "autoscaling"],
} if {
	input.resource.type == "google_container_node_pool"
	nodes := input.resource.values.node_count
	nodes > input.params.ignore_if_nodes_le
	not scales
}

scales if input.resource.values.auto_scaling_enabled == true

scales if input.resource.values.default_node_pool[0].auto_scaling_enabled == true

scales if count(input.resource.values.autoscaling) > 0

# The name of the switch before azurerm 4.
scales if input.resource.values.enable_auto_scaling == true

scales if input.resource.values.default_node_pool[0].enable_auto_scaling == true

fixed(nodes) := sprintf("%d nodes at all hours: the pool does not scale", [nodes])

# At least one, and at least one less than now.
needed(nodes) := min([nodes - 1, max([1, round(nodes * input.params.assumed_load)])])

# Low, but not so low that the ceiling is many times the floor.
least(nodes) := min([needed(nodes), ceil(nodes / 4)])
