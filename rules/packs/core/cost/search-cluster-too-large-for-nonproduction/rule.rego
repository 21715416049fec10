# METADATA
# title: Search cluster with production topology in non-production
# description: >-
#   Masters of their own, several zones and a warm tier keep an index answering through the loss of a
#   machine. An index that can be built again from its source needs one node.
# related_resources:
# - ref: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html
# - ref: https://learn.microsoft.com/azure/search/search-capacity-planning
# custom:
#   code: COST-316
#   severity: medium
#   env: nonprod
#   saving: exact
#   since: aws 5.100, azurerm 4.80
#   types: [aws_elasticsearch_domain, aws_opensearch_domain, azurerm_search_service]
#   params:
#     type: object
#     properties:
#       nonprod_nodes:
#         type: integer
#         minimum: 1
#         description: Data nodes, replicas or partitions that are enough outside production.
#         default: 1
#   remediation: >-
#     Run one data node without dedicated masters, zones and warm nodes outside production.
#   when_not: >-
#     The environment is used to rehearse upgrades or the loss of a zone.
package iaclint.cost.search_cluster_too_large_for_nonproduction

import data.iaclint.lib.figures

findings contains {
	"path": surplus.path,
	"key": surplus.path,
	"message": sprintf("%s in non-production", [surplus.what]),
	"change": surplus.change,
	"rests_on": surplus.rests_on,
} if {
	some surplus in surpluses
}

surpluses contains {
	"path": "cluster_config.dedicated_master_enabled",
	"what": masters,
	"change": object.union(
		{"cluster_config.dedicated_master_enabled": false},
		without_standby,
	),
	"rests_on": ["cluster_config.dedicated_master_enabled"],
} if {
	input.resource.values.cluster_config[0].dedicated_master_enabled == true
}

default masters := "dedicated masters"

masters := sprintf("%d dedicated masters", [input.resource.values.cluster_config[0].dedicated_master_count]) if {
	input.resource.values.cluster_config[0].dedicated_master_count > 0
}

surpluses contains {
	"path": "cluster_config.instance_count",
	"what": sprintf("%d data nodes, where %d will do,", [nodes, input.params.nonprod_nodes]),
	"change": object.union_n([
		{"cluster_config.instance_count": input.params.nonprod_nodes},
		one_zone,
		without_standby,
	]),
	"rests_on": ["cluster_config.instance_count"],
} if {
	nodes := input.resource.values.cluster_config[0].instance_count
	nodes > input.params.nonprod_nodes
}

surpluses contains {
	"path": "cluster_config.warm_enabled",
	"what": "a warm tier",
	"change": {"cluster_config.warm_enabled": false},
	"rests_on": ["cluster_config.warm_enabled"],
} if {
	input.resource.values.cluster_config[0].warm_enabled == true
}

# Zones need nodes to stand in; a standby needs zones and masters.
default one_zone := {}

one_zone := {"cluster_config.zone_awareness_enabled": false} if {
	input.resource.values.cluster_config[0].zone_awareness_enabled == true
	input.params.nonprod_nodes == 1
}

default without_standby := {}

without_standby := {"cluster_config.multi_az_with_standby_enabled": false} if {
	input.resource.values.cluster_config[0].multi_az_with_standby_enabled == true
}

surpluses contains {
	"path": path,
	"what": sprintf("%s, where %d will do,", [figures.plural(amount.now, amount.of), input.params.nonprod_nodes]),
	"change": {path: input.params.nonprod_nodes},
	"rests_on": [path],
} if {
	some path, amount in azure_units
	amount.now > input.params.nonprod_nodes
}

azure_units["replica_count"] := {"now": input.resource.values.replica_count, "of": "replica"}

azure_units["partition_count"] := {"now": input.resource.values.partition_count, "of": "partition"}

surpluses contains {
	"path": "sku",
	"what": sprintf("the %s tier", [input.resource.values.sku]),
	"change": {"sku": "standard"},
	"rests_on": ["sku"],
} if {
	input.resource.values.sku in {"standard2", "standard3", "storage_optimized_l1", "storage_optimized_l2"}
}
