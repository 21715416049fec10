# METADATA
# title: Hardware of one's own
# description: >-
#   Dedicated instances have a dearer hour and a fee for each region that has any; a dedicated host or a
#   sole-tenant node is paid for whole, and built for one customer, whatever runs on it. Few licences
#   and fewer regulators ask for that.
# related_resources:
# - ref: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html
# - ref: https://learn.microsoft.com/azure/virtual-machines/dedicated-hosts
# - ref: https://cloud.google.com/compute/docs/nodes/sole-tenant-nodes
# custom:
#   code: COST-110
#   severity: high
#   saving: exact
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_ec2_host
#   - aws_instance
#   - aws_launch_configuration
#   - aws_launch_template
#   - aws_vpc
#   - azurerm_dedicated_host
#   - google_compute_node_group
#   params:
#     type: object
#     properties:
#       allow_tag:
#         type: string
#         description: Tag ("key" or "key=value") that says why the hardware has to be one's own.
#         default: dedicated-reason
#   remediation: >-
#     Take the default tenancy, unless a licence or a regulator asks for the host; then say so in the tag.
#   when_not: >-
#     When a licence is counted by socket or core, or a regulator asks for hardware of one's own.
package iaclint.cost.dedicated_hardware

import data.iaclint.lib

findings contains {
	"path": "tenancy",
	"message": "dedicated instance: a dearer hour, and a fee for the region",
	"change": {"tenancy": "default"},
	"rests_on": ["tenancy", "tags"],
} if {
	input.resource.values.tenancy == "dedicated"
	not allowed
}

findings contains {
	"path": "placement.tenancy",
	"message": "the template starts dedicated instances",
	"change": {"placement.tenancy": "default"},
} if {
	input.resource.values.placement[0].tenancy == "dedicated"
	not allowed
}

findings contains {
	"path": "placement_tenancy",
	"message": "the launch configuration starts dedicated instances",
	"change": {"placement_tenancy": "default"},
	"rests_on": ["placement_tenancy"],
} if {
	input.resource.values.placement_tenancy == "dedicated"
}

findings contains {
	"path": "instance_tenancy",
	"message": "every instance in this network is dedicated, whatever it asks for itself",
	"change": {"instance_tenancy": "default"},
	"rests_on": ["instance_tenancy", "tags"],
} if {
	input.resource.values.instance_tenancy == "dedicated"
	not allowed
}

findings contains {
	"message": sprintf("%s of one's own%s", [hosts[input.resource.type], lib.a_month]),
	"rests_on": ["tags"],
} if {
	input.resource.type in {"aws_ec2_host", "azurerm_dedicated_host", "google_compute_node_group"}
	not allowed
}

hosts := {
	"aws_ec2_host": "dedicated host",
	"azurerm_dedicated_host": "dedicated host",
	"google_compute_node_group": "group of sole-tenant nodes",
}

allowed if lib.tagged(input.params.allow_tag)
