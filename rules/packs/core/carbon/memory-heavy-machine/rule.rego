# METADATA
# title: Memory-heavy machine
# description: |
#   Memory draws power whether it holds anything or not, and making it is a good
#   part of what a server emits before its first hour. A machine with more
#   memory for each vCPU than the cap is worth a look at what is used of it;
#   how much that is, a plan does not say. Machines with accelerators are left
#   out, and those whose tag says that the memory is needed.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_hardware_a2.html
# - ref: https://boavizta.org/en/blog/empreinte-de-la-fabrication-d-un-serveur
# custom:
#   code: CARB-006
#   severity: low
#   types:
#   - aws_instance
#   - aws_launch_template
#   - aws_db_instance
#   - aws_rds_cluster_instance
#   - azurerm_linux_virtual_machine
#   - azurerm_windows_virtual_machine
#   - azurerm_kubernetes_cluster_node_pool
#   - google_compute_instance
#   - google_container_node_pool
#   remediation: Look at the memory in use over a month, and take a family with less for each vCPU, or say in the tag that it is needed.
#   params:
#     type: object
#     properties:
#       gib_per_vcpu_cap: {type: number, default: 8, exclusiveMinimum: 0, description: GiB for each vCPU up to which nothing is said.}
#       needed_tag: {type: string, default: memory-reason, description: 'Tag ("key" or "key=value") that says why.'}
#   saving: bounded
#   since: 0.1.0
#   idea: AWS Well-Architected SUS05
package iaclint.carbon.memory_heavy_machine

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.machine

findings contains {
	"path": path,
	"message": sprintf("%s has %v GiB for %v vCPU, more than %v GiB each%s", [
		now,
		input.resource.machine.memory_gib,
		input.resource.machine.vcpu,
		input.params.gib_per_vcpu_cap,
		emits,
	]),
	"rests_on": [path, "tags"],
} if {
	input.resource.machine.gib_per_vcpu > input.params.gib_per_vcpu_cap
	not input.resource.machine.gpu > 0
	some path, now in machine.named
	not lib.tagged(input.params.needed_tag)
}

default emits := ""

emits := sprintf("; the machine emits %s kg CO2e a month", [figures.kg(input.resource.carbon.total_kg)]) if input.resource.carbon.total_kg > 0
