# METADATA
# title: Redis engine where Valkey costs less
# description: >-
#   Valkey is the open continuation of Redis and takes its place without a change to clients. AWS asks a
#   fifth less for its nodes and a third less for its serverless caches.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.HowTo.html
# custom:
#   code: COST-313
#   severity: low
#   saving: exact
#   saving_required: true
#   since: aws 6.25
#   types: [aws_elasticache_replication_group, aws_elasticache_serverless_cache, aws_memorydb_cluster]
#   remediation: >-
#     Set engine = "valkey" with engine_version 7.2 or later and a parameter group of its family, after
#     trying it outside production. The change is made in place and lowers the lock-in grade too.
#   when_not: >-
#     An application relies on modules or commands that Valkey does not have.
package iaclint.cost.redis_where_valkey_costs_less

findings contains {
	"path": "engine",
	"message": "redis engine; valkey does the same on the same nodes for less",
	"change": {"engine": "valkey"},
	"rests_on": ["engine"],
} if {
	lower(engine) == "redis"
}

default engine := "redis"

engine := input.resource.values.engine if input.resource.values.engine != null
