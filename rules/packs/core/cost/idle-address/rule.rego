# METADATA
# title: Address reserved but not in use
# description: >-
#   A public IPv4 address is charged by the hour from the moment it is reserved, whether anything answers
#   at it or not.
# related_resources:
# - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-eips.html
# - ref: https://cloud.google.com/vpc/network-pricing#ipaddress
# custom:
#   code: COST-405
#   severity: low
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types: [aws_eip, azurerm_public_ip, google_compute_address, google_compute_global_address]
#   remediation: >-
#     Release it. When something outside this plan uses it, ignore the finding with that reason.
#   when_not: >-
#     The address is held on purpose, as one that customers have put into their firewalls.
package iaclint.cost.idle_address

import data.iaclint.lib

findings contains {
	"message": sprintf("nothing in the plan uses it%s", [lib.a_month]),
	"remove": true,
	"rests_on": ["instance", "network_interface", "address_type", "referenced_by"],
} if {
	not used
	not private
	not attached
}

# What the plan itself shows to be in use is so whatever the address of it
# will be.
used if count(input.resource.refs.instance) > 0

used if count(input.resource.refs.network_interface) > 0

used if {
	some user in input.resource.referenced_by
	not user.type in only_naming
}

attached if input.resource.values.instance != null

attached if input.resource.values.network_interface != null

# These know the address, but do not make it answer.
only_naming := {
	"aws_route53_record",
	"aws_security_group",
	"aws_security_group_rule",
	"aws_shield_protection",
	"aws_ssm_parameter",
	"aws_vpc_security_group_egress_rule",
	"aws_vpc_security_group_ingress_rule",
	"azurerm_dns_a_record",
	"azurerm_key_vault_secret",
	"azurerm_management_lock",
	"azurerm_monitor_diagnostic_setting",
	"azurerm_network_security_rule",
	"azurerm_private_dns_a_record",
	"azurerm_role_assignment",
	"google_compute_firewall",
	"google_dns_record_set",
	"google_secret_manager_secret_version",
}

# Addresses inside a network are free.
private if input.resource.values.address_type == "INTERNAL"
