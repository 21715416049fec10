# METADATA
# title: High availability outside production
# description: >-
#   A standby doubles the bill of a database, for the hours in which the other half is lost. Outside
#   production those hours are a nuisance, not a breach.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html
# - ref: https://cloud.google.com/sql/docs/postgres/high-availability
# custom:
#   code: COST-303
#   severity: medium
#   env: nonprod
#   saving: exact
#   safe_fix: true
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_db_instance
#   - aws_rds_cluster
#   - aws_elasticache_replication_group
#   - azurerm_postgresql_flexible_server
#   - azurerm_mysql_flexible_server
#   - azurerm_mssql_database
#   - azurerm_redis_cache
#   - google_redis_instance
#   - google_sql_database_instance
#   params:
#     type: object
#     properties:
#       exempt_env:
#         type: array
#         description: Values of an environment tag, or workspaces, that keep their standby.
#         items: {type: string}
#         default: [staging]
#   remediation: >-
#     Run in a single zone outside production, and keep one environment like production to rehearse
#     a failover in.
#   when_not: >-
#     The environment is there to rehearse a failover, or others depend on it as they do on
#     production.
package iaclint.cost.high_availability_in_nonproduction

findings contains {
	"path": standby.path,
	"key": standby.path,
	"message": standby.message,
	"change": standby.change,
	"rests_on": [standby.path],
} if {
	some standby in standbys
	not exempt
}

# The members of a cluster are resources of their own; one of them is enough.
findings contains {
	"message": sprintf("cluster of %d instances in non-production", [count(members)]),
	"rests_on": ["referenced_by"],
	"related": sort([address | some address in members]),
} if {
	input.resource.type == "aws_rds_cluster"
	count(members) > 1
	not exempt
}

members contains user.address if {
	some user in input.resource.referenced_by
	user.type == "aws_rds_cluster_instance"
}

standbys contains {
	"path": "multi_az",
	"message": "standby in a second zone in non-production",
	"change": {"multi_az": false},
} if {
	input.resource.values.multi_az == true
}

standbys contains {
	"path": "num_cache_clusters",
	"message": sprintf("%d cache nodes in non-production", [input.resource.values.num_cache_clusters]),
	"change": {
		"num_cache_clusters": 1,
		"automatic_failover_enabled": false,
		"multi_az_enabled": false,
	},
} if {
	input.resource.values.num_cache_clusters > 1
}

standbys contains {
	"path": "replicas_per_node_group",
	"message": sprintf("%d replicas of each shard in non-production", [input.resource.values.replicas_per_node_group]),
	"change": {"replicas_per_node_group": 0, "multi_az_enabled": false},
} if {
	input.resource.values.replicas_per_node_group > 0
}

standbys contains {
	"path": "high_availability",
	"message": sprintf("%s standby in non-production", [input.resource.values.high_availability[0].mode]),
	"change": {"high_availability": []},
} if {
	input.resource.values.high_availability[0].mode in {"ZoneRedundant", "SameZone"}
}

standbys contains {
	"path": "zone_redundant",
	"message": "copies in several zones in non-production",
	"change": {"zone_redundant": false},
} if {
	input.resource.values.zone_redundant == true
}

standbys contains {
	"path": "sku_name",
	"message": sprintf("%s tier in non-production: every node has a replica", [input.resource.values.sku_name]),
	"change": smaller_redis,
} if {
	input.resource.type == "azurerm_redis_cache"
	input.resource.values.sku_name in {"Standard", "Premium"}
}

# Premium has sizes of its own, P1 to P5, so no size of Basic is proposed.
smaller_redis := {"sku_name": "Basic"} if input.resource.values.sku_name == "Standard"

smaller_redis := {"sku_name": "Basic", "family": "C"} if input.resource.values.sku_name == "Premium"

standbys contains {
	"path": "tier",
	"message": "STANDARD_HA tier in non-production",
	"change": {"tier": "BASIC"},
} if {
	input.resource.values.tier == "STANDARD_HA"
}

standbys contains {
	"path": "settings.availability_type",
	"message": "REGIONAL availability in non-production",
	"change": {"settings.availability_type": "ZONAL"},
} if {
	input.resource.values.settings[0].availability_type == "REGIONAL"
}

exempt if input.context.workspace in input.params.exempt_env

exempt if {
	some key in {"env", "environment", "stage"}
	lower(input.resource.tags[key]) in input.params.exempt_env
}
