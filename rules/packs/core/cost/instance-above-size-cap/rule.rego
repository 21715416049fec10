# METADATA
# title: Instance above the size cap of its environment
# description: >-
#   A machine far larger than its neighbours is often a default that nobody went back to, most of all
#   outside production. The cap asks for a reason where one is used.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/select-the-correct-resource-type-size-and-number.html
# custom:
#   code: COST-102
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_instance
#   - aws_launch_template
#   - aws_launch_configuration
#   - aws_eks_node_group
#   - aws_emr_cluster
#   - azurerm_linux_virtual_machine
#   - azurerm_windows_virtual_machine
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_windows_virtual_machine_scale_set
#   - azurerm_kubernetes_cluster_node_pool
#   - google_compute_instance
#   - google_compute_instance_template
#   - google_compute_region_instance_template
#   - google_container_node_pool
#   params:
#     type: object
#     properties:
#       max_vcpu:
#         type: object
#         description: Most vCPUs of one machine, by environment.
#         properties:
#           prod: {type: number, default: 64}
#           nonprod: {type: number, default: 8}
#       max_memory_gib:
#         type: object
#         description: Most memory of one machine, in GiB, by environment.
#         properties:
#           prod: {type: number, default: 512}
#           nonprod: {type: number, default: 64}
#       allowed_types:
#         type: array
#         description: Globs of types that are never reported.
#         items: {type: string}
#         default: []
#       denied_types:
#         type: array
#         description: Globs of types that are reported whatever their size.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Use a size within the cap, or raise the cap for this address with a reason.
package iaclint.cost.instance_above_size_cap

import data.iaclint.lib
import data.iaclint.lib.machine

findings contains object.union(
	{
		"path": path,
		"message": sprintf("%s %s", [now, too_large(now)]),
		"rests_on": [path],
	},
	one_step_down,
) if {
	notable
	some path, now in machine.named
	not listed(now, input.params.allowed_types)
}

# Most machines are neither too large nor of a type anybody forbade.
notable if input.params.denied_types[0]

notable if over_vcpu

notable if over_memory

too_large(now) := "is a type the team does not allow" if listed(now, input.params.denied_types)

too_large(now) := sprintf("has %s; the cap in %s is %s", [
	concat(" and ", [size | some size in oversizes]),
	lib.band_name,
	concat(" and ", [cap | some cap in caps]),
]) if {
	not listed(now, input.params.denied_types)
	count(oversizes) > 0
}

oversizes contains sprintf("%v vCPUs", [input.resource.machine.vcpu]) if over_vcpu

oversizes contains sprintf("%v GiB of memory", [input.resource.machine.memory_gib]) if over_memory

caps contains sprintf("%v vCPUs", [input.params.max_vcpu[lib.band]]) if over_vcpu

caps contains sprintf("%v GiB of memory", [input.params.max_memory_gib[lib.band]]) if over_memory

over_vcpu if input.resource.machine.vcpu > input.params.max_vcpu[lib.band]

over_memory if input.resource.machine.memory_gib > input.params.max_memory_gib[lib.band]

listed(now, patterns) if {
	some pattern in patterns
	glob.match(pattern, null, now)
}

default one_step_down := {}

# The catalogue names the next smaller size of the family; how far below the
# cap to go is for the owner to say.
one_step_down := {"change": machine.swap(input.resource.machine.smaller)} if {
	not input.resource.machine.smaller in {null, ""}
}
