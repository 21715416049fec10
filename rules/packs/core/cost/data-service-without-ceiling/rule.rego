# METADATA
# title: Data service without a spending ceiling
# description: >-
#   A service that is billed by what a query reads has no largest bill. One query without a filter, or one
#   dashboard in a loop, reads a year of data, and the limit that would have stopped it is off by default.
# related_resources:
# - ref: https://docs.aws.amazon.com/athena/latest/ug/workgroups-setting-control-limits-cloudwatch.html
# - ref: https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroup-max-rpu.html
# - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode-max-throughput.html
# - ref: https://cloud.google.com/bigquery/docs/slots-autoscaling-intro
# - ref: https://learn.microsoft.com/azure/cosmos-db/limit-total-account-throughput
# custom:
#   code: COST-511
#   severity: high
#   saving: bounded
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types:
#   - aws_athena_workgroup
#   - aws_dynamodb_table
#   - aws_redshiftserverless_workgroup
#   - azurerm_cosmosdb_account
#   - google_bigquery_reservation
#   params:
#     type: object
#     properties:
#       max_tb_per_query:
#         type: number
#         exclusiveMinimum: 0
#         description: TB that one query of Athena may read.
#         default: 1
#       max_slots:
#         type: object
#         description: Slots that a BigQuery reservation may scale to, by environment.
#         properties:
#           prod: {type: integer, default: 2000}
#           nonprod: {type: integer, default: 200}
#       apply_to:
#         type: array
#         description: Services that should have a ceiling. Tables and accounts that only your own code asks can do without.
#         items: {enum: [athena, bigquery, cosmos, dynamodb, redshift]}
#         default: [athena, bigquery, redshift]
#   remediation: >-
#     Set the cutoff, the maximum or the usage limit well above an ordinary day, and an alarm below it.
package iaclint.cost.data_service_without_ceiling

import data.iaclint.lib

findings contains found if {
	some service, found in unbounded
	service in input.params.apply_to
}

terabyte := (1024 * 1024) * (1024 * 1024)

unbounded["athena"] := {
	"path": "configuration.bytes_scanned_cutoff_per_query",
	"message": sprintf("a query may read any amount; %v TB should do", [input.params.max_tb_per_query]),
	"change": {"configuration.bytes_scanned_cutoff_per_query": round(input.params.max_tb_per_query * terabyte)},
	"rests_on": ["configuration.bytes_scanned_cutoff_per_query", "state"],
} if {
	input.resource.type == "aws_athena_workgroup"
	not cut_off
	not input.resource.values.state == "DISABLED"
}

cut_off if input.resource.values.configuration[_].bytes_scanned_cutoff_per_query > 0

unbounded["athena"] := {
	"path": "configuration.bytes_scanned_cutoff_per_query",
	"message": sprintf("a query may read %v TB; %v should do", [round((bytes * 10) / terabyte) / 10, input.params.max_tb_per_query]),
	"change": {"configuration.bytes_scanned_cutoff_per_query": round(input.params.max_tb_per_query * terabyte)},
	"rests_on": ["configuration.bytes_scanned_cutoff_per_query"],
} if {
	bytes := input.resource.values.configuration[0].bytes_scanned_cutoff_per_query
	bytes > input.params.max_tb_per_query * terabyte
	not input.resource.values.state == "DISABLED"
}

unbounded["redshift"] := {
	"path": "max_capacity",
	"message": "neither a maximum of RPUs nor a usage limit: a bad query scales it as far as the service goes",
	"change": {"max_capacity": twice_the_base},
	"rests_on": ["max_capacity", "referenced_by"],
} if {
	input.resource.type == "aws_redshiftserverless_workgroup"
	not bounded
	not limited
}

bounded if input.resource.values.max_capacity > 0

limited if {
	some user in input.resource.referenced_by
	user.type == "aws_redshiftserverless_usage_limit"
}

default base := 128

base := input.resource.values.base_capacity if input.resource.values.base_capacity > 0

twice_the_base := base * 2

unbounded["bigquery"] := {
	"path": "autoscale.max_slots",
	"message": sprintf("scales to %s slots; the cap in %s is %s", [
		lib.grouped(slots),
		lib.band_name,
		lib.grouped(input.params.max_slots[lib.band]),
	]),
	"change": {"autoscale.max_slots": input.params.max_slots[lib.band]},
	"rests_on": ["autoscale.max_slots"],
} if {
	slots := input.resource.values.autoscale[0].max_slots
	slots > input.params.max_slots[lib.band]
}

unbounded["cosmos"] := {
	"path": "capacity.total_throughput_limit",
	"message": "no limit on the throughput that all databases of the account may have together",
	"rests_on": ["capacity.total_throughput_limit", "capabilities"],
} if {
	input.resource.type == "azurerm_cosmosdb_account"
	not throughput_limited
	not serverless
}

throughput_limited if input.resource.values.capacity[_].total_throughput_limit > 0

serverless if input.resource.values.capabilities[_].name == "EnableServerless"

unbounded["dynamodb"] := {
	"path": "on_demand_throughput",
	"message": "billed by the request, and nothing limits how many a second there may be",
	"rests_on": ["billing_mode", "on_demand_throughput"],
} if {
	input.resource.type == "aws_dynamodb_table"
	input.resource.values.billing_mode == "PAY_PER_REQUEST"
	not throughput_bounded
}

throughput_bounded if input.resource.values.on_demand_throughput[_].max_read_request_units > 0

throughput_bounded if input.resource.values.on_demand_throughput[_].max_write_request_units > 0
