# METADATA
# title: Hub appliance of its own in non-production
# description: >-
#   Transit attachments, firewalls, private circuits, bastions and DDoS plans are charged by the hour or
#   the month whatever passes through them. Environments without users can share the hub's.
# related_resources:
# - ref: https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/welcome.html
# - ref: https://learn.microsoft.com/azure/architecture/networking/architecture/hub-spoke
# custom:
#   code: COST-409
#   severity: high
#   env: nonprod
#   saving: exact
#   types:
#   - aws_dx_connection
#   - aws_ec2_client_vpn_endpoint
#   - aws_ec2_transit_gateway_vpc_attachment
#   - aws_networkfirewall_firewall
#   - aws_shield_protection
#   - aws_vpn_connection
#   - azurerm_bastion_host
#   - azurerm_express_route_circuit
#   - azurerm_firewall
#   - azurerm_network_ddos_protection_plan
#   - azurerm_virtual_hub
#   - azurerm_virtual_network_gateway
#   - azurerm_vpn_gateway
#   - google_compute_ha_vpn_gateway
#   - google_compute_interconnect_attachment
#   - google_compute_vpn_gateway
#   params:
#     type: object
#     properties:
#       allow:
#         type: array
#         description: Globs of types or addresses that this environment may have.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Share the appliance of the hub, take a smaller SKU, or do without it outside production.
package iaclint.cost.hub_appliance_in_nonproduction

import data.iaclint.lib

findings contains {
	"message": sprintf("%s of its own in non-production%s", [what[input.resource.type], lib.a_month]),
	"remove": true,
	"rests_on": [],
} if {
	not allowed
}

what := {
	"aws_dx_connection": "private circuit",
	"aws_ec2_client_vpn_endpoint": "client VPN",
	"aws_ec2_transit_gateway_vpc_attachment": "transit gateway attachment",
	"aws_networkfirewall_firewall": "network firewall",
	"aws_shield_protection": "advanced DDoS protection",
	"aws_vpn_connection": "VPN connection",
	"azurerm_bastion_host": "bastion",
	"azurerm_express_route_circuit": "private circuit",
	"azurerm_firewall": "firewall",
	"azurerm_network_ddos_protection_plan": "DDoS protection plan",
	"azurerm_virtual_hub": "virtual hub",
	"azurerm_virtual_network_gateway": "network gateway",
	"azurerm_vpn_gateway": "VPN gateway",
	"google_compute_ha_vpn_gateway": "VPN gateway",
	"google_compute_interconnect_attachment": "private circuit",
	"google_compute_vpn_gateway": "VPN gateway",
}

allowed if {
	some pattern in input.params.allow
	glob.match(pattern, null, input.resource.type)
}

allowed if {
	some pattern in input.params.allow
	glob.match(pattern, null, input.resource.address)
}
