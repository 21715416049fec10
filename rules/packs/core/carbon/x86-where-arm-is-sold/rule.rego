# METADATA
# title: x86 where the same size is sold on Arm
# description: |
#   The Arm twin of the machine (same cloud, same vCPU and memory) does the same
#   work with less power and mostly for less money. For managed databases and
#   caches it is a change of one word; elsewhere images and binaries have to be
#   built for arm64. Engines that do not run there (Oracle, SQL Server) and
#   Windows are left out.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/sustainability-pillar/sus_sus_hardware_a3.html
# - ref: https://github.com/aws/aws-graviton-getting-started
# custom:
#   code: CARB-002
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
#   - azurerm_linux_virtual_machine_scale_set
#   - azurerm_kubernetes_cluster_node_pool
#   - google_compute_instance
#   - google_container_node_pool
#   remediation: Move managed databases and caches first; for the rest build an arm64 image, and for a node group take the matching ami_type.
#   params:
#     type: object
#     properties:
#       managed_only: {type: boolean, default: false, description: 'Only managed databases, caches and search.'}
#   saving: exact
#   saving_required: carbon
#   since: 0.1.0
#   idea: AWS Well-Architected SUS05
#   when_not: >-
#     The software exists for x86 only, or emulation would cost more than the change saves.
package iaclint.carbon.x86_where_arm_is_sold

import data.iaclint.lib.machine

findings contains {
	"path": path,
	"message": sprintf("%s runs on x86; %s is the same size on Arm", [input.resource.machine.type, input.resource.machine.arm_twin]),
	"change": change,
	"rests_on": array.concat([path], engine_path),
	"facts": {"twin": input.resource.machine.arm_twin},
} if {
	input.resource.machine.arch == "x86_64"
	change := machine.swap(input.resource.machine.arm_twin)
	some path, _ in change
	asked
	not bound_to_x86
}

managed := {
	"aws_db_instance", "aws_elasticache_cluster", "aws_elasticache_replication_group",
	"aws_opensearch_domain", "aws_rds_cluster_instance",
}

asked if not input.params.managed_only

asked if input.resource.type in managed

bound_to_x86 if {
	input.resource.type == "aws_db_instance"
	regex.match("^(custom-)?(oracle|sqlserver)-", input.resource.values.engine)
}

bound_to_x86 if {
	input.resource.type == "aws_eks_node_group"
	startswith(input.resource.values.ami_type, "WINDOWS")
}

bound_to_x86 if {
	input.resource.type == "azurerm_kubernetes_cluster_node_pool"
	input.resource.values.os_type == "Windows"
}

# A twin of a database rests on its engine too; that is written down, or taken
# from a snapshot.
default engine_path := []

engine_path := ["engine"] if input.resource.type == "aws_db_instance"
