# METADATA
# title: Provisioned capacity without autoscaling
# description: >-
#   Capacity bought for the peak is idle the rest of the time. Autoscaling follows the load; below some
#   utilisation, paying by the request costs less still.
# related_resources:
# - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
# - ref: https://learn.microsoft.com/azure/cosmos-db/provision-throughput-autoscale
# - ref: https://cloud.google.com/spanner/docs/managed-autoscaler
# custom:
#   code: COST-306
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_dynamodb_table
#   - azurerm_cosmosdb_sql_container
#   - azurerm_cosmosdb_sql_database
#   - google_bigtable_instance
#   - google_spanner_instance
#   params:
#     type: object
#     properties:
#       assumed_utilisation:
#         type: number
#         description: Average share of the provisioned capacity that is used.
#         default: 0.3
#   remediation: >-
#     Let capacity follow the load, aiming at 70 % use, or pay by the request where use is below about
#     a seventh of what is provisioned.
#   when_not: >-
#     The load is even all day and the capacity was set to it.
package iaclint.cost.provisioned_table_without_autoscaling

import data.iaclint.lib

findings contains {
	"path": fixed.path,
	"message": sprintf("%s, fixed; at %d %% use, %s would do", [
		fixed.what,
		round(input.params.assumed_utilisation * 100),
		lib.grouped(followed(fixed)),
	]),
	"change": {path: value |
		some path, amount in fixed.amounts
		value := scaled(amount, fixed.step)
	},
	"rests_on": fixed.rests_on,
} if {
	some fixed in capacities
}

# Autoscaling aims at 70 % use.
scaled(amount, step) := max([step, ceil(((amount * input.params.assumed_utilisation) / 0.7) / step) * step])

followed(fixed) := sum([scaled(amount, fixed.step) | some amount in fixed.amounts])

capacities contains {
	"path": "read_capacity",
	"what": sprintf("%s read and %s write units", [lib.grouped(read), lib.grouped(write)]),
	"amounts": {"read_capacity": read, "write_capacity": write},
	"rests_on": ["billing_mode", "read_capacity", "write_capacity", "referenced_by"],
	"step": 1,
} if {
	input.resource.type == "aws_dynamodb_table"
	billing_mode == "PROVISIONED"
	read := input.resource.values.read_capacity
	write := input.resource.values.write_capacity
	max([read, write]) > 1
	not scaled_apart
}

default billing_mode := "PROVISIONED"

billing_mode := input.resource.values.billing_mode if input.resource.values.billing_mode != null

scaled_apart if {
	some user in input.resource.referenced_by
	user.type == "aws_appautoscaling_target"
}

capacities contains {
	"path": "throughput",
	"what": sprintf("%s RU/s", [lib.grouped(throughput)]),
	"amounts": {"throughput": throughput},
	"rests_on": ["throughput", "autoscale_settings"],
	"step": 100,
} if {
	throughput := input.resource.values.throughput
	throughput > 400 # the least there is
	not cosmos_scales
}

cosmos_scales if count(input.resource.values.autoscale_settings) > 0

capacities contains {
	"path": "cluster.num_nodes",
	"what": sprintf("%d nodes", [nodes]),
	"amounts": {"cluster.num_nodes": nodes},
	"rests_on": ["cluster.num_nodes", "cluster.autoscaling_config"],
	"step": 1,
} if {
	nodes := input.resource.values.cluster[0].num_nodes
	nodes > 1
	not bigtable_scales
}

bigtable_scales if count(input.resource.values.cluster[0].autoscaling_config) > 0

capacities contains {
	"path": "num_nodes",
	"what": sprintf("%d nodes", [nodes]),
	"amounts": {"num_nodes": nodes},
	"rests_on": ["num_nodes", "autoscaling_config"],
	"step": 1,
} if {
	nodes := input.resource.values.num_nodes
	nodes > 1
	not spanner_scales
}

capacities contains {
	"path": "processing_units",
	"what": sprintf("%s processing units", [lib.grouped(units)]),
	"amounts": {"processing_units": units},
	"rests_on": ["processing_units", "num_nodes", "autoscaling_config"],
	"step": 1000,
} if {
	units := input.resource.values.processing_units
	units > 1000 # the least that can scale
	not counted_in_nodes
	not spanner_scales
}

# Spanner shows both figures where it knows either.
counted_in_nodes if input.resource.values.num_nodes > 1

spanner_scales if count(input.resource.values.autoscaling_config) > 0
