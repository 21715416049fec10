# METADATA
# title: Data crosses regions
# description: >-
#   What goes from one region to another is billed by the GB, at the price of the region it leaves, and
#   what is replicated is stored in both. Some of it is wanted; all of it should be known.
# related_resources:
# - ref: https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html
# - ref: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html
# - ref: https://learn.microsoft.com/azure/virtual-network/virtual-network-peering-overview
# custom:
#   code: COST-411
#   severity: low
#   saving: advisory
#   since: aws 6.25, azurerm 4.80
#   types:
#   - aws_dynamodb_table
#   - aws_ec2_transit_gateway_peering_attachment
#   - aws_rds_global_cluster
#   - aws_vpc_peering_connection
#   - azurerm_virtual_network_peering
#   params:
#     type: object
#     properties:
#       allowed_pairs:
#         type: array
#         description: Pairs of regions, in either order and with globs, that may exchange data ("eu-west-1:eu-*").
#         items: {type: string}
#         default: []
#   remediation: >-
#     Keep what talks to each other in one region, or send less of it; allow the pair where it is meant so.
#   when_not: >-
#     When the second region is there to outlive the first, or to be near its readers.
package iaclint.cost.data_crosses_regions

import data.iaclint.lib.figures

findings contains {
	"path": "peer_region",
	"message": sprintf("connects %s with %s: each GB between them is billed", [input.resource.region, input.resource.values.peer_region]),
	"rests_on": ["peer_region"],
} if {
	input.resource.values.peer_region != input.resource.region
	not allowed(input.resource.region, input.resource.values.peer_region)
}

findings contains {
	"path": "replica",
	"message": sprintf("every write goes to %s too, and is stored there", [figures.words(sort(replicas), "and")]),
	"rests_on": ["replica.region_name"],
} if {
	count(replicas) > 0
}

replicas contains place if {
	place := input.resource.values.replica[_].region_name
	place != input.resource.region
	not allowed(input.resource.region, place)
}

# A global database has one cluster in each of its regions.
findings contains {
	"message": sprintf("%d clusters, each in a region of its own: every write goes to all of them", [count(clusters)]),
	"related": sort([address | some address in clusters]),
	"rests_on": ["referenced_by"],
} if {
	input.resource.type == "aws_rds_global_cluster"
	count(clusters) > 1
	count(input.params.allowed_pairs) == 0
}

clusters contains cluster.address if {
	some cluster in input.resource.referenced_by
	cluster.type == "aws_rds_cluster"
}

findings contains {
	"path": "remote_virtual_network_id",
	"message": sprintf("connects %s with %s: each GB between them is billed on both sides", [here, there]),
	"rests_on": ["remote_virtual_network_id", "virtual_network_name"],
} if {
	some own in input.resource.refs.virtual_network_name
	some other in input.resource.refs.remote_virtual_network_id
	here := spelt(own.values.location)
	there := spelt(other.values.location)
	here != there
	not allowed(here, there)
}

# "West Europe" and "westeurope" are one place.
spelt(location) := lower(replace(location, " ", ""))

allowed(one, other) if {
	some pair in input.params.allowed_pairs
	[left, right] := split(pair, ":")
	matched(left, right, one, other)
}

matched(left, right, one, other) if {
	glob.match(left, null, one)
	glob.match(right, null, other)
}

matched(left, right, one, other) if {
	glob.match(left, null, other)
	glob.match(right, null, one)
}
