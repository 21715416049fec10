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
#   when_not: >-
#     So much traffic leaves that what crosses zones costs more than the gateways that are spared.
package iaclint.cost.nat_gateway_per_zone_in_nonproduction

import data.iaclint.lib
import data.iaclint.lib.plan

findings contains {
	"address": gateways[0],
	"key": concat(" ", [type, module, region]),
	"message": sprintf("one of %d NAT gateways of this network in non-production; %s will do%s", [
		count(gateways),
		number(input.params.max_gateways),
		spared(sum([dollars | some [_, _, dollars] in array.slice(ranked, input.params.max_gateways, count(ranked))])),
	]),
	"related": array.slice(gateways, 1, count(gateways)),
} if {
	some [type, module, region], network in networks
	count(network) > input.params.max_gateways
	ranked := sort(network)
	gateways := [address | some [_, address, _] in ranked]
}

# One that stands for a number nobody knows may be all that is needed, or not.
findings contains {
	"address": gateways[0],
	"key": concat(" ", [type, module, region]),
	"verdict": "unknown",
	"message": "cannot tell whether this network has a NAT gateway for each zone in non-production: their number is not known",
	"related": array.slice(gateways, 1, count(gateways)),
} if {
	some [type, module, region], network in networks
	count(network) <= input.params.max_gateways
	gateways := [address | some [_, address, _] in sort(network)]
	some address in gateways
	address in uncounted
}

uncounted contains gateway.address if {
	some type in ["aws_nat_gateway", "azurerm_nat_gateway", "google_compute_router_nat"]
	some gateway in object.get(input.by_type, [type, "resources"], [])
	gateway.number_unknown
}

# The plan document has no attributes; what one module call makes in one region
# is taken for one network: [place in the plan, address, USD a month] of each.
networks[[type, module, region]] contains [i, gateway.address, plan.monthly(gateway)] if {
	some type, of in {
		"aws_nat_gateway": object.get(input.by_type, ["aws_nat_gateway", "resources"], []),
		"azurerm_nat_gateway": object.get(input.by_type, ["azurerm_nat_gateway", "resources"], []),
		"google_compute_router_nat": object.get(input.by_type, ["google_compute_router_nat", "resources"], []),
	}
	some i, gateway in of
	gateway.env == "nonprod"
	module := object.get(gateway, "module", "")
	region := object.get(gateway, "region", "")
}

number(1) := "one"

number(n) := sprintf("%d", [n]) if n != 1

spared(dollars) := sprintf(", and spare %s a month", [lib.money(dollars)]) if dollars > 0

spared(0) := ""
