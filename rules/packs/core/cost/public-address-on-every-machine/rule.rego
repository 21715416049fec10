# METADATA
# title: Public IPv4 address on every machine
# description: >-
#   Each public IPv4 address is billed by the hour, and each is a door to guard. Machines behind a load
#   balancer, or that only go out, need none of their own: one balancer and one way out serve all. Said of
#   templates, and of the machines of one block from the third on, so that a bastion is left alone.
# related_resources:
# - ref: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
# - ref: https://cloud.google.com/vpc/network-pricing#ipaddress
# custom:
#   code: COST-406
#   severity: low
#   saving: bounded
#   since: aws 6.25, google 7.45
#   types:
#   - aws_instance
#   - aws_launch_configuration
#   - aws_launch_template
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_compute_region_instance_template
#   params:
#     type: object
#     properties:
#       max_public_ips:
#         type: integer
#         description: Machines of one block with count that may have a public address each.
#         default: 2
#   remediation: >-
#     Put the machines into private subnets behind a load balancer, and let them go out by NAT or IPv6.
#   when_not: >-
#     When each machine is reached from outside by its own address, as peers and game servers are.
package iaclint.cost.public_address_on_every_machine

findings contains {
	"path": "associate_public_ip_address",
	"message": numbered,
	"change": {"associate_public_ip_address": false},
	"rests_on": ["associate_public_ip_address"],
} if {
	input.resource.type == "aws_instance"
	input.resource.values.associate_public_ip_address == true
	one_of_many
}

findings contains {
	"path": "associate_public_ip_address",
	"message": templated,
	"change": {"associate_public_ip_address": false},
	"rests_on": ["associate_public_ip_address"],
} if {
	input.resource.type == "aws_launch_configuration"
	input.resource.values.associate_public_ip_address == true
}

# The provider keeps this one as a string, whatever was written.
findings contains {
	"path": "network_interfaces.associate_public_ip_address",
	"message": templated,
	"change": {"network_interfaces.associate_public_ip_address": false},
} if {
	input.resource.values.network_interfaces[0].associate_public_ip_address in {true, "true"}
}

findings contains {
	"path": "network_interface.access_config",
	"message": numbered,
	"change": {"network_interface.access_config": []},
} if {
	input.resource.type == "google_compute_instance"
	count(input.resource.values.network_interface[0].access_config) > 0
	one_of_many
}

findings contains {
	"path": "network_interface.access_config",
	"message": templated,
	"change": {"network_interface.access_config": []},
} if {
	input.resource.type in {"google_compute_instance_template", "google_compute_region_instance_template"}
	count(input.resource.values.network_interface[0].access_config) > 0
}

templated := "every machine made from this has a public IPv4 address of its own"

numbered := sprintf("one of more than %d machines of this block, each with a public IPv4 address of its own", [input.params.max_public_ips])

# Instances count from 0; those that have names are not counted.
one_of_many if {
	is_number(input.resource.index)
	input.resource.index >= input.params.max_public_ips
}
