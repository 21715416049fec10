# METADATA
# title: Old hosts do less work for the power
# description: |
#   The successor of the machine, same vCPU and at least the memory, emits less
#   even where it costs the same. Said only where it does by the figures of the
#   catalogue; where it is cheaper too, the cost rule on previous generations
#   says so.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_hardware_a3.html
# custom:
#   code: CARB-004
#   severity: low
#   types:
#   - aws_instance
#   - aws_launch_template
#   - aws_db_instance
#   - aws_rds_cluster_instance
#   - aws_elasticache_cluster
#   - aws_elasticache_replication_group
#   - aws_opensearch_domain
#   - aws_eks_node_group
#   - azurerm_linux_virtual_machine
#   - azurerm_windows_virtual_machine
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_windows_virtual_machine_scale_set
#   - azurerm_kubernetes_cluster_node_pool
#   - google_compute_instance
#   - google_container_node_pool
#   remediation: Move to the successor; check drivers of the image (NVMe, ENA) first.
#   saving: exact
#   saving_required: carbon
#   since: 0.1.0
#   idea: AWS Well-Architected SUS05
#   when_not: >-
#     The image has no drivers for the newer family, or a licence is tied to the type.
package iaclint.carbon.old_hosts

import data.iaclint.lib.machine

findings contains {
	"path": path,
	"message": sprintf("%s runs on older hosts than its successor %s", [input.resource.machine.type, input.resource.machine.successor]),
	"change": change,
	"rests_on": [path],
} if {
	change := machine.swap(input.resource.machine.successor)
	some path, _ in change
}
