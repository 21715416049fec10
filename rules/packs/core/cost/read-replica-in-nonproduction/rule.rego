# METADATA
# title: Read replica in non-production
# description: >-
#   A replica takes the reads that one database cannot answer. Outside production one can, unless it is
#   the replica itself that is tested.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
# - ref: https://cloud.google.com/sql/docs/postgres/replication
# custom:
#   code: COST-304
#   severity: medium
#   env: nonprod
#   saving: exact
#   since: aws 5.100, azurerm 4.80, google 7.45
#   types:
#   - aws_db_instance
#   - azurerm_mysql_flexible_server
#   - azurerm_postgresql_flexible_server
#   - google_sql_database_instance
#   remediation: >-
#     Leave it out outside production, or keep the smallest one and say why.
package iaclint.cost.read_replica_in_nonproduction

import data.iaclint.lib

findings contains {
	"message": sprintf("a read replica in non-production%s", [lib.a_month]),
	"remove": true,
	"rests_on": [of],
} if {
	some of in replica_of
}

# A name known only after apply points to something all the same.
replica_of contains "refs.replicate_source_db" if input.resource.refs.replicate_source_db[_].type

replica_of contains "replicate_source_db" if {
	input.resource.values.replicate_source_db != ""
	not input.resource.refs.replicate_source_db[0]
}

replica_of contains "create_mode" if input.resource.values.create_mode == "Replica"

replica_of contains "refs.master_instance_name" if input.resource.refs.master_instance_name[_].type

replica_of contains "master_instance_name" if {
	input.resource.values.master_instance_name != ""
	not input.resource.refs.master_instance_name[0]
}
