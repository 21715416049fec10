# METADATA
# title: Engine version in paid extended support
# description: >-
#   When a major version leaves standard support, RDS and ElastiCache go on running it for a fee on each
#   vCPU or node, by default and without asking. The fee doubles in the third year.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support.html
# - ref: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/extended-support.html
# custom:
#   code: COST-305
#   severity: high
#   saving: exact
#   since: aws 6.25
#   types:
#   - aws_db_instance
#   - aws_rds_cluster
#   - aws_rds_global_cluster
#   - aws_elasticache_cluster
#   - aws_elasticache_replication_group
#   params:
#     type: object
#     properties:
#       warn_days:
#         type: integer
#         description: Days before the end of standard support from which a version is reported.
#         default: 180
#   remediation: >-
#     Upgrade to a major version in standard support. On RDS, engine_lifecycle_support =
#     "open-source-rds-extended-support-disabled" makes AWS upgrade instead of billing.
#   when_not: >-
#     An application that cannot be changed yet needs the old major version.
package iaclint.cost.database_extended_support

findings contains object.union(
	{
		"path": "engine_version",
		"message": sprintf("%s %s %s", [engine, input.resource.values.engine_version, standing]),
		"rests_on": ["engine", "engine_version", "engine_lifecycle_support"],
	},
	object.get(upgrades, engine, {}),
) if {
	standing := standings[engine][major]
	not upgraded_by_itself
}

upgraded_by_itself if {
	input.resource.values.engine_lifecycle_support == "open-source-rds-extended-support-disabled"
}

# The engine may be left out only where the provider has a default.
engine := input.resource.values.engine if input.resource.values.engine != null

engine := "redis" if {
	input.resource.type == "aws_elasticache_replication_group"
	not input.resource.values.engine
}

major := concat(".", array.slice(split(input.resource.values.engine_version, "."), 0, elements))

# 5.7 and 8.0 are major versions of MySQL; PostgreSQL and Redis have 13 and 6.
elements := 2 if engine in {"mysql", "aurora-mysql"}

elements := 1 if not engine in {"mysql", "aurora-mysql"}

# What there is to say of each version on the day, and where to go from each
# engine: the same for every resource, and one look where the engine is not known.
standings := {family: told |
	some family, versions in standard_support_ends
	told := {version: standing(end) | some version, end in versions}
}

standing(end) := sprintf("left standard support on %s: extended support is billed", [end]) if days_left(end) < 0

standing(end) := sprintf("leaves standard support on %s, in %d days; extended support is billed from then", [end, days_left(end)]) if {
	days_left(end) >= 0
	days_left(end) <= input.params.warn_days
}

# The next version that stays in standard support beyond the warning.
upgrades[family] := {"change": {"engine_version": first_to_end[1]}} if {
	some family, versions in standard_support_ends
	first_to_end := min([[end, version] | some version, end in versions; days_left(end) > input.params.warn_days])
}

days_left(end) := (date(end) - date(input.context.as_of)) / (((24 * 60) * 60) * 1000000000)

date(text) := time.parse_ns("2006-01-02", text)
