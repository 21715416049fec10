# METADATA
# title: NAT gateway per zone in non-production
# description: >-
#   One gateway in each zone keeps the way out open when a zone is lost. Outside production one gateway
#   serves all zones, for the price of a little traffic between them.
# related_resources:
# - ref: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
# custom:
#   code: COST-401
#   severity: medium
#   scope: plan
#   env: nonprod
#   saving: bounded
#   params:
#     type: object
#     properties:
#       max_gateways:
#         type: integer
#         description: Gateways that one network needs outside production.
#         default: 1
#   remediation: >-
#     Keep one gateway and let the route tables of all private subnets point to it. With the VPC module
#     of the registry that is single_nat_gateway = true.
package iaclint.cost.nat_gateway_per_zone_in_nonproduction

import data.iaclint.lib
import data.iaclint.lib.plan

findings contains {
	"address": gateways[0].address,
	"key": concat(" ", [type, module, region]),
	"message": sprintf("one of %d NAT gateways of this network in non-production; %s will do%s", [
		count(gateways),
		number(input.params.max_gateways),
		spared(extra),
	]),
	"related": [gateway.address | some gateway in array.slice(gateways, 1, count(gateways))],
} if {
	some [type, module, region], gateways in networks
	count(gateways) > input.params.max_gateways
	extra := array.slice(gateways, input.params.max_gateways, count(gateways))
}

# The plan document has no attributes; what one module call makes in one region
# is taken for one network.
networks[[type, module, region]] := [gateway |
	some gateway in outside_production
	gateway.type == type
	object.get(gateway, "module", "") == module
	object.get(gateway, "region", "") == region
] if {
	some one in outside_production
	type := one.type
	module := object.get(one, "module", "")
	region := object.get(one, "region", "")
}

outside_production := [resource |
	some resource in input.resources
	resource.env == "nonprod"
	resource.type in {"aws_nat_gateway", "azurerm_nat_gateway", "google_compute_router_nat"}
	resource.actions != ["delete"]
]

number(1) := "one"

number(n) := sprintf("%d", [n]) if n != 1

spared(extra) := sprintf(", and spare %s a month", [lib.money(total)]) if {
	total := sum([plan.monthly(gateway) | some gateway in extra])
	total > 0
}

spared(extra) := "" if sum([plan.monthly(gateway) | some gateway in extra]) == 0
