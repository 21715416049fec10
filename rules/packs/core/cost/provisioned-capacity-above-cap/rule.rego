# METADATA
# title: Provisioned database capacity above the cap
# description: >-
#   Capacity that is bought by the hour is paid for whether or not a request comes. A floor set for a
#   launch stays for years unless something asks about it.
# related_resources:
# - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html
# - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-capacity.html
# - ref: https://learn.microsoft.com/azure/cosmos-db/set-throughput
# - ref: https://cloud.google.com/spanner/docs/compute-capacity
# custom:
#   code: COST-307
#   severity: medium
#   saving: exact
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types:
#   - aws_appautoscaling_target
#   - aws_dynamodb_table
#   - aws_redshiftserverless_workgroup
#   - azurerm_cosmosdb_sql_container
#   - azurerm_cosmosdb_sql_database
#   - google_bigtable_instance
#   - google_spanner_instance
#   params:
#     type: object
#     properties:
#       max_units:
#         type: object
#         description: Most units that may be provisioned, by kind and environment.
#         properties:
#           dynamodb: {type: object, description: Read or write units of a table., properties: {prod: {type: number, default: 10000}, nonprod: {type: number, default: 50}}}
#           redshift: {type: object, description: RPUs a workgroup starts with., properties: {prod: {type: number, default: 256}, nonprod: {type: number, default: 32}}}
#           cosmos: {type: object, description: RU/s of a database or container., properties: {prod: {type: number, default: 100000}, nonprod: {type: number, default: 4000}}}
#           spanner: {type: object, description: Processing units; a node has 1000., properties: {prod: {type: number, default: 20000}, nonprod: {type: number, default: 1000}}}
#           bigtable: {type: object, description: Nodes of a cluster., properties: {prod: {type: number, default: 20}, nonprod: {type: number, default: 1}}}
#   remediation: >-
#     Lower the floor to what is used and let autoscaling follow the load above it, or raise the cap for
#     this address with a reason.
package iaclint.cost.provisioned_capacity_above_cap

import data.iaclint.lib

findings contains {
	"path": path,
	"key": path,
	"message": sprintf("%s %s; the cap in %s is %s", [
		lib.grouped(floor.amount),
		floor.unit,
		lib.band_name,
		lib.grouped(cap),
	]),
	"change": {path: cap},
	"rests_on": array.concat([path], floor.beside),
} if {
	some path, floor in floors
	cap := input.params.max_units[floor.kind][lib.band] / floor.each
	floor.amount > cap
}

floors["read_capacity"] := {"kind": "dynamodb", "each": 1, "unit": "read units", "beside": ["billing_mode"], "amount": amount} if {
	amount := input.resource.values.read_capacity
	billed_by_capacity
}

floors["write_capacity"] := {"kind": "dynamodb", "each": 1, "unit": "write units", "beside": ["billing_mode"], "amount": amount} if {
	amount := input.resource.values.write_capacity
	billed_by_capacity
}

# What a table billed by the request says of capacity has no effect.
billed_by_capacity if not input.resource.values.billing_mode == "PAY_PER_REQUEST"

floors["min_capacity"] := {"kind": "dynamodb", "each": 1, "unit": "units at least", "beside": ["service_namespace"], "amount": amount} if {
	amount := input.resource.values.min_capacity
	input.resource.values.service_namespace == "dynamodb"
}

floors["base_capacity"] := {"kind": "redshift", "each": 1, "unit": "RPUs to start with", "beside": [], "amount": base} if {
	input.resource.type == "aws_redshiftserverless_workgroup"
}

# What a workgroup starts with when nothing is said.
default base := 128

base := input.resource.values.base_capacity if input.resource.values.base_capacity > 0

floors["throughput"] := {"kind": "cosmos", "each": 1, "unit": "RU/s", "beside": [], "amount": amount} if {
	amount := input.resource.values.throughput
	not follows_the_load
}

follows_the_load if count(input.resource.values.autoscale_settings) > 0

floors["processing_units"] := {"kind": "spanner", "each": 1, "unit": "processing units", "beside": ["num_nodes"], "amount": amount} if {
	amount := input.resource.values.processing_units
	not counted_in_nodes
}

# Both figures are there once the instance stands; nodes are said then.
counted_in_nodes if input.resource.values.num_nodes > 0

floors["num_nodes"] := {"kind": "spanner", "each": 1000, "unit": "nodes", "beside": [], "amount": amount} if {
	amount := input.resource.values.num_nodes
}

floors["cluster.num_nodes"] := {"kind": "bigtable", "each": 1, "unit": "nodes", "beside": [], "amount": amount} if {
	amount := input.resource.values.cluster[0].num_nodes
}
