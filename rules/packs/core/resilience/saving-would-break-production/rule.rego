# METADATA
# title: Saving advice would break production
# description: |
#   A note, not a complaint: this production resource is marked critical and
#   pays for a second copy, zone or replica. Rules that save money by giving
#   those up keep silent about it.
# related_resources:
# - ref: https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/welcome.html
# custom:
#   code: RES-001
#   severity: info
#   env: prod
#   types:
#   - aws_db_instance
#   - aws_elasticache_replication_group
#   - google_sql_database_instance
#   - google_redis_instance
#   - azurerm_postgresql_flexible_server
#   - azurerm_mysql_flexible_server
#   remediation: Nothing to do; take the mark off when the second copy is no longer needed.
#   params:
#     type: object
#     properties:
#       critical_tag: {type: string, default: tier, description: Tag that marks what must stay up.}
#       critical_values: {type: array, default: [critical], description: 'Its values that say so, in any case.', items: {type: string}}
#   since: 0.1.0
#   idea: cost rules must not argue with availability
package iaclint.resilience.saving_would_break_production

import data.iaclint.lib

findings contains {
	"path": path,
	"message": sprintf("%s = %s%s: no saving by giving up %s is proposed", [
		input.params.critical_tag,
		input.resource.tags[input.params.critical_tag],
		lib.a_month,
		what,
	]),
	"rests_on": [path, sprintf("tags.%s", [input.params.critical_tag])],
} if {
	lower(input.resource.tags[input.params.critical_tag]) in input.params.critical_values
	some path, what in redundant
}

redundant["multi_az"] := "its standby" if input.resource.values.multi_az == true

redundant["automatic_failover_enabled"] := "its replicas" if input.resource.values.automatic_failover_enabled == true

redundant["settings.availability_type"] := "its standby" if input.resource.values.settings[_].availability_type == "REGIONAL"

redundant["tier"] := "its standby" if {
	input.resource.type == "google_redis_instance"
	input.resource.values.tier == "STANDARD_HA"
}

redundant["high_availability.mode"] := "its standby" if input.resource.values.high_availability[_].mode
