# METADATA
# title: Whole host for one customer
# description: |
#   Of a shared host a machine carries its share of what making it emitted; a
#   bare-metal machine carries all of it, and all of the power it draws idle,
#   whatever part is used. Dedicated hosts and tenancy, whose hardware a plan does
#   not name, are left to cost/dedicated-hardware.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_hardware_a2.html
# - ref: https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-nitro-instances.html
# custom:
#   code: CARB-010
#   severity: low
#   types: [aws_instance, aws_launch_template, aws_eks_node_group, google_compute_instance, google_container_node_pool]
#   remediation: Take a virtual machine of the size that is used, unless a hypervisor, a licence or a regulator asks for the host; then say so in the tag.
#   params:
#     type: object
#     properties:
#       allow_tag: {type: string, default: dedicated-reason, description: 'Tag ("key" or "key=value") that says why.'}
#   saving: exact
#   since: 0.1.0
#   idea: AWS Well-Architected SUS05
package iaclint.carbon.whole_host_for_one

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.machine

findings contains {
	"path": path,
	"message": sprintf("%s is a whole host, however much of it is used%s", [now, emits]),
	"rests_on": [path, "tags"],
} if {
	contains(input.resource.machine.type, "metal")
	some path, now in machine.named
	not lib.tagged(input.params.allow_tag)
}

default emits := ""

emits := sprintf(": %s of its %s kg CO2e a month come from making it", [
	figures.kg(input.resource.carbon.embodied_kg),
	figures.kg(input.resource.carbon.total_kg),
]) if {
	input.resource.carbon.total_kg > 0
}
