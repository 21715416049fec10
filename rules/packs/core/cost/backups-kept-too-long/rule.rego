# METADATA
# title: Backups kept too long, or for ever
# description: >-
#   A daily copy that nothing removes is paid for each month from then on, and so is the next day's.
#   Copies made weekly or less often are few, so that of those only a missing end is told.
# related_resources:
# - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
# - ref: https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html
# - ref: https://learn.microsoft.com/azure/backup/backup-azure-vms-introduction
# - ref: https://cloud.google.com/compute/docs/disks/about-snapshot-schedules
# custom:
#   code: COST-214
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_backup_plan
#   - aws_db_instance
#   - aws_dlm_lifecycle_policy
#   - aws_docdb_cluster
#   - aws_neptune_cluster
#   - aws_rds_cluster
#   - azurerm_backup_policy_vm
#   - google_compute_resource_policy
#   - google_sql_database_instance
#   params:
#     type: object
#     properties:
#       max_days:
#         type: object
#         description: Days that a daily copy is kept, by environment.
#         properties:
#           prod: {type: integer, default: 35}
#           nonprod: {type: integer, default: 7}
#       compliance_tag:
#         type: string
#         description: Tag ("key" or "key=value") of what has to be kept longer.
#         default: compliance
#   remediation: >-
#     Give every copy an end; keep daily ones for some weeks, and weekly or monthly ones for longer.
#   when_not: >-
#     When a law, a contract or an auditor asks for daily copies of that age.
package iaclint.cost.backups_kept_too_long

import data.iaclint.lib
import data.iaclint.lib.retention

findings contains {
	"path": copies.path,
	"key": copies.place,
	"message": sprintf("daily copies kept for %s days; the cap in %s is %d", [
		lib.grouped(copies.days),
		lib.band_name,
		input.params.max_days[lib.band],
	]),
	"change": {copies.place: input.params.max_days[lib.band]},
} if {
	some copies in too_long
	not lib.tagged(input.params.compliance_tag)
	retention.floor(input.resource.tags) <= input.params.max_days[lib.band]
}

# Data Lifecycle Manager counts copies, or says their age in a unit of its own.
findings contains {
	"path": "policy_details.schedule.retain_rule",
	"key": sprintf("schedule.%d", [i]),
	"message": sprintf("daily copies kept for %d days; the cap in %s is %d", [
		days,
		lib.band_name,
		input.params.max_days[lib.band],
	]),
} if {
	input.resource.type == "aws_dlm_lifecycle_policy"
	some i
	days := kept(input.resource.values.policy_details[0].schedule[i])
	days > input.params.max_days[lib.band]
	not lib.tagged(input.params.compliance_tag)
	retention.floor(input.resource.tags) <= input.params.max_days[lib.band]
}

findings contains {
	"path": "rule.lifecycle.delete_after",
	"key": sprintf("rule.%d", [i]),
	"message": "nothing deletes the copies: they are kept for ever",
} if {
	input.resource.type == "aws_backup_plan"
	some i
	input.resource.values.rule[i].rule_name
	not ends(i)
	not lib.tagged(input.params.compliance_tag)
}

ends(i) if input.resource.values.rule[i].lifecycle[0].delete_after > 0

findings contains {
	"path": "snapshot_schedule_policy.retention_policy",
	"message": "nothing deletes the snapshots: they are kept for ever",
} if {
	count(input.resource.values.snapshot_schedule_policy) > 0
	not input.resource.values.snapshot_schedule_policy[0].retention_policy[0].max_retention_days
}

too_long contains {
	"path": "rule.lifecycle.delete_after",
	"place": nth("rule", i, "lifecycle.delete_after"),
	"days": input.resource.values.rule[i].lifecycle[0].delete_after,
} if {
	input.resource.values.rule[i].lifecycle[0].delete_after > input.params.max_days[lib.band]
	every_day(input.resource.values.rule[i].schedule)
}

too_long contains {
	"path": "backup_retention_period",
	"place": "backup_retention_period",
	"days": input.resource.values.backup_retention_period,
} if {
	input.resource.values.backup_retention_period > input.params.max_days[lib.band]
}

too_long contains {
	"path": "retention_daily.count",
	"place": "retention_daily.count",
	"days": input.resource.values.retention_daily[0].count,
} if {
	input.resource.values.retention_daily[0].count > input.params.max_days[lib.band]
}

too_long contains {
	"path": "snapshot_schedule_policy.retention_policy.max_retention_days",
	"place": "snapshot_schedule_policy.retention_policy.max_retention_days",
	"days": input.resource.values.snapshot_schedule_policy[0].retention_policy[0].max_retention_days,
} if {
	input.resource.values.snapshot_schedule_policy[0].retention_policy[0].max_retention_days > input.params.max_days[lib.band]
	not input.resource.values.snapshot_schedule_policy[0].schedule[0].weekly_schedule[0]
}

too_long contains {
	"path": "settings.backup_configuration.backup_retention_settings.retained_backups",
	"place": "settings.backup_configuration.backup_retention_settings.retained_backups",
	"days": input.resource.values.settings[0].backup_configuration[0].backup_retention_settings[0].retained_backups,
} if {
	input.resource.values.settings[0].backup_configuration[0].enabled == true
	input.resource.values.settings[0].backup_configuration[0].backup_retention_settings[0].retained_backups > input.params.max_days[lib.band]
}

# A cron expression that names no day, of the month or of the week: minutes,
# hours, day of the month, month, day of the week, year.
every_day(schedule) if {
	[_, _, month_day, _, week_day, _] := split(trim_suffix(trim_prefix(schedule, "cron("), ")"), " ")
	month_day in {"*", "?"}
	week_day in {"*", "?"}
}

every_day(schedule) if startswith(schedule, "rate(1 ")

# So many copies of so many hours each.
kept(schedule) := floor((schedule.retain_rule[0].count * schedule.create_rule[0].interval) / 24) if {
	schedule.retain_rule[0].count > 0
	schedule.create_rule[0].interval <= 24
}

kept(schedule) := schedule.retain_rule[0].interval * unit_days[schedule.retain_rule[0].interval_unit] if {
	schedule.retain_rule[0].interval > 0
	schedule.create_rule[0].interval <= 24
}

unit_days := {"DAYS": 1, "WEEKS": 7, "MONTHS": 30, "YEARS": 365}

# A path without an index means the first of a list.
nth(block, 0, attribute) := sprintf("%s.%s", [block, attribute])

nth(block, i, attribute) := sprintf("%s.%d.%s", [block, i, attribute]) if i > 0
