# METADATA
# title: Disaster recovery in non-production
# description: >-
#   A second region holds a copy of everything and is paid for as such, and so is the way there. What can
#   be built again from code and test data needs none.
# related_resources:
# - ref: https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html
# custom:
#   code: COST-704
#   severity: medium
#   env: nonprod
#   saving: bounded
#   since: aws 5.100, azurerm 4.80
#   types:
#   - aws_backup_plan
#   - aws_db_instance_automated_backups_replication
#   - aws_rds_global_cluster
#   - azurerm_mssql_failover_group
#   - azurerm_site_recovery_replicated_vm
#   remediation: >-
#     Leave it out outside production, and keep one environment in which the failover is rehearsed.
package iaclint.cost.disaster_recovery_in_nonproduction

findings contains {
	"message": sprintf("%s in non-production", [what]),
	"remove": true,
	"rests_on": [],
} if {
	what := {
		"aws_db_instance_automated_backups_replication": "backups copied to another region",
		"aws_rds_global_cluster": "a cluster that spans regions",
		"azurerm_mssql_failover_group": "a failover group",
		"azurerm_site_recovery_replicated_vm": "a machine replicated to another site",
	}[input.resource.type]
}

findings contains {
	"path": "rule.copy_action",
	"message": "backups copied to another vault in non-production",
	"rests_on": ["rule"],
} if {
	input.resource.type == "aws_backup_plan"
	count(input.resource.values.rule[_].copy_action) > 0
}
