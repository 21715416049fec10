# METADATA
# title: Hot storage class for backups, archives or logs
# description: >-
#   What is written once and read in an emergency pays for quick reading every month. Colder classes
#   cost about half of that or less to keep, something to read, and a least time that is billed in any
#   case, so that nothing is said of data that goes again soon. What holds such data is told by its name.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
# - ref: https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview
# - ref: https://cloud.google.com/storage/docs/storage-classes
# - ref: https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
# custom:
#   code: COST-212
#   severity: low
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_backup_plan
#   - aws_s3_bucket_lifecycle_configuration
#   - azurerm_storage_account
#   - google_storage_bucket
#   params:
#     type: object
#     properties:
#       archive_name_patterns:
#         type: array
#         description: Globs of names, in small letters, of buckets and accounts that hold such data.
#         items: {type: string}
#         default: ["*backup*", "*archive*", "logs", "logs-*", "*-logs", "*-logs-*"]
#       min_kept_days:
#         type: integer
#         description: Data that goes before this many days stays where it is.
#         default: 90
#   remediation: >-
#     Take the cool, nearline or infrequent-access class, or archive, after looking at how much is read back.
#   when_not: >-
#     When what is stored is read back often, or consists of many small objects.
package iaclint.cost.hot_class_for_archives

import data.iaclint.lib.globs

findings contains {
	"path": "access_tier",
	"message": "hot access tier for data that is seldom read, by its name",
	"change": {"access_tier": "Cool"},
	"rests_on": ["name", "access_tier", "account_tier", "referenced_by"],
} if {
	input.resource.type == "azurerm_storage_account"
	input.resource.values.account_tier == "Standard"
	tier == "Hot"
	named_so(input.resource.values.name)
	not tiered_apart
}

findings contains {
	"path": "account_tier",
	"message": "premium storage for data that is seldom read, by its name",
	"rests_on": ["name", "account_tier"],
} if {
	input.resource.type == "azurerm_storage_account"
	input.resource.values.account_tier == "Premium"
	named_so(input.resource.values.name)
}

default tier := "Hot"

tier := input.resource.values.access_tier if input.resource.values.access_tier != null

tiered_apart if input.resource.referenced_by[_].type == "azurerm_storage_management_policy"

findings contains {
	"path": "storage_class",
	"message": "standard class for data that is seldom read, by its name",
	"change": {"storage_class": "NEARLINE"},
} if {
	input.resource.type == "google_storage_bucket"
	class == "STANDARD"
	named_so(input.resource.values.name)
	not moved_on_google
	not gone_soon
}

default class := "STANDARD"

class := input.resource.values.storage_class if input.resource.values.storage_class != null

moved_on_google if input.resource.values.autoclass[_].enabled == true

moved_on_google if input.resource.values.lifecycle_rule[_].action[_].type == "SetStorageClass"

gone_soon if {
	some i
	input.resource.values.lifecycle_rule[i].action[_].type == "Delete"
	input.resource.values.lifecycle_rule[i].condition[_].age < input.params.min_kept_days
}

# A bucket without any rule is told as such.
findings contains {
	"path": "rule",
	"message": sprintf("no rule moves the objects of %s to a colder class", [bucket.address]),
	"related": [bucket.address],
} if {
	input.resource.type == "aws_s3_bucket_lifecycle_configuration"
	some bucket in input.resource.refs.bucket
	named_so(bucket.values.bucket)
	not moved_on_aws
	not expires_soon
}

moved_on_aws if count(input.resource.values.rule[_].transition) > 0

expires_soon if input.resource.values.rule[_].expiration[_].days < input.params.min_kept_days

# Cold storage has a least time of 90 days, so that it pays for copies that are
# kept for twice that.
findings contains {
	"path": "rule.lifecycle.cold_storage_after",
	"key": sprintf("rule.%d", [i]),
	"message": sprintf("copies kept for %d days, and never moved to cold storage", [days]),
	"change": {nth(i): 30},
} if {
	some i
	days := input.resource.values.rule[i].lifecycle[0].delete_after
	days >= 2 * input.params.min_kept_days
	not input.resource.values.rule[i].lifecycle[0].cold_storage_after
}

nth(0) := "rule.lifecycle.cold_storage_after"

nth(i) := sprintf("rule.%d.lifecycle.cold_storage_after", [i]) if i > 0

named_so(name) if glob.match(globs.one(input.params.archive_name_patterns), null, lower(name))
