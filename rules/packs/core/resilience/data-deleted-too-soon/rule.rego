# METADATA
# title: Data is deleted too soon
# description: |
#   Rules that save storage shorten what is kept; some data has to be kept
#   whatever it costs. The classes of data, by a tag, and their least days are
#   the team's to set; without them nothing is said. The rules that shorten a
#   retention respect these floors. Silent where the environment is known not
#   to be production.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html
# - ref: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
# custom:
#   code: RES-004
#   severity: high
#   types:
#   - aws_backup_plan
#   - aws_cloudtrail_event_data_store
#   - aws_cloudwatch_log_group
#   - aws_s3_bucket_lifecycle_configuration
#   - azurerm_log_analytics_workspace
#   - azurerm_storage_management_policy
#   - google_logging_project_bucket_config
#   - google_storage_bucket
#   saving: advisory
#   remediation: Raise the retention to the floor of the class, or correct the tag.
#   only_with: [floors]
#   params:
#     type: object
#     properties:
#       class_tag: {type: string, default: data-class, description: Tag that names the class of data.}
#       floors: {type: object, description: 'Days that data is kept at least, by its class. No default.', additionalProperties: {type: integer, minimum: 1}}
#   since: 0.1.0
#   idea: counterpart of the rules that shorten retention
package iaclint.resilience.data_deleted_too_soon

import data.iaclint.lib
import data.iaclint.lib.retention

findings contains object.union(
	{
		"path": path,
		"message": sprintf("%s data is deleted after %s; it has to be kept for %s", [
			class,
			days_of(kept),
			days_of(floor),
		]),
		"rests_on": [path, sprintf("tags.%s", [input.params.class_tag])],
	},
	raised(path, floor),
) if {
	not input.resource.env == "nonprod"
	some [path, kept] in periods
	class := input.resource.tags[input.params.class_tag]
	floor := input.params.floors[class]
	kept < floor
}

days_of(n) := sprintf("%s days", [lib.grouped(n)]) if n != 1

days_of(n) := "1 day" if n == 1

# 0 and less is for ever.
periods contains ["retention_in_days", days] if {
	days := input.resource.values.retention_in_days
	days > 0
}

periods contains ["retention_days", days] if {
	days := input.resource.values.retention_days
	days > 0
}

periods contains ["retention_period", days] if {
	input.resource.type == "aws_cloudtrail_event_data_store"
	days := input.resource.values.retention_period
}

periods contains ["rule.lifecycle.delete_after", days] if {
	days := input.resource.values.rule[_].lifecycle[_].delete_after
}

periods contains ["lifecycle_rule.condition.age", days] if {
	some rule in input.resource.values.lifecycle_rule
	rule.action[_].type == "Delete"
	some condition in rule.condition
	days := condition.age
	days > 0
	not old_versions_only(condition)
}

old_versions_only(condition) if condition.with_state == "ARCHIVED"

old_versions_only(condition) if condition.num_newer_versions > 0

# Lifecycle rules cannot be tagged; the bucket or the account they are of is.
findings contains {
	"path": period.path,
	"message": sprintf("%s data is deleted after %s; it has to be kept for %s", [period.class, days_of(period.days), days_of(floor)]),
	"rests_on": [period.path, period.rests_on],
	"related": [period.owner],
} if {
	not input.resource.env == "nonprod"
	some period in periods_of_owner
	floor := input.params.floors[period.class]
	period.days < floor
}

periods_of_owner contains {
	"path": "rule.expiration.days",
	"days": days,
	"class": class,
	"owner": owner.address,
	"rests_on": "refs.bucket",
} if {
	input.resource.type == "aws_s3_bucket_lifecycle_configuration"
	some rule in input.resource.values.rule
	not rule.status == "Disabled"
	days := rule.expiration[_].days
	days > 0
	some owner in input.resource.refs.bucket
	class := owner.values.tags[input.params.class_tag]
}

periods_of_owner contains {
	"path": "rule.actions.base_blob.delete_after_days_since_modification_greater_than",
	"days": days,
	"class": class,
	"owner": owner.address,
	"rests_on": "refs.storage_account_id",
} if {
	input.resource.type == "azurerm_storage_management_policy"
	some rule in input.resource.values.rule
	not rule.enabled == false
	days := rule.actions[_].base_blob[_].delete_after_days_since_modification_greater_than
	days > 0
	some owner in input.resource.refs.storage_account_id
	class := owner.values.tags[input.params.class_tag]
}

raised(path, floor) := {"change": {path: floor}} if {
	path in {"retention_in_days", "retention_days", "retention_period"}
	input.resource.type != "aws_cloudwatch_log_group"
} else := {"change": {path: enough}} if {
	input.resource.type == "aws_cloudwatch_log_group"
	enough := retention.log_period(floor)
} else := {}
