# METADATA
# title: Previous-generation class of a database or cache
# description: >-
#   Managed databases are billed by the machine they run on, and the older machines cost as much or more
#   for less work. Changing the class is one setting and a failover.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html
# - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
# custom:
#   code: COST-301
#   severity: medium
#   saving: exact
#   saving_required: true
#   since: aws 6.25, azurerm 4.80
#   types:
#   - aws_db_instance
#   - aws_rds_cluster_instance
#   - aws_elasticache_cluster
#   - aws_elasticache_replication_group
#   - aws_redshift_cluster
#   - aws_opensearch_domain
#   - aws_docdb_cluster_instance
#   - aws_neptune_cluster_instance
#   - aws_memorydb_cluster
#   - azurerm_postgresql_flexible_server
#   - azurerm_mysql_flexible_server
#   params:
#     type: object
#     properties:
#       successors:
#         type: object
#         description: Class to move to, by the class used now; goes before the catalogue's choice.
#         additionalProperties:
#           type: string
#         default: {}
#   remediation: >-
#     Move to the successor class in a maintenance window: the change restarts the database or fails it
#     over to its standby.
#   when_not: >-
#     A reservation for the old class is still running; wait for its end.
package iaclint.cost.previous_generation_database

import data.iaclint.lib.machine

findings contains {
	"path": path,
	"message": sprintf("%s is of a previous generation; %s does the same work for less", [now, next]),
	"change": machine.swap(next),
	"rests_on": [path],
} if {
	replaceable
	some path, now in machine.named
	next := successor(now)
}

replaceable if input.resource.machine.successor

replaceable if input.params.successors[_]

successor(now) := input.params.successors[now]

successor(now) := input.resource.machine.successor if {
	not input.params.successors[now]
	not input.resource.machine.successor in {null, ""}
}
