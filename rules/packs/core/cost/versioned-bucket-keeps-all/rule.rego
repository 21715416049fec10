# METADATA
# title: Versioned bucket keeps every old version
# description: >-
#   With versioning, an overwritten or deleted object goes on being stored and paid for. Without a rule
#   that expires what is no longer current, a bucket only grows.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html
# - ref: https://cloud.google.com/storage/docs/object-versioning
# custom:
#   code: COST-209
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_s3_bucket
#   - aws_s3_bucket_lifecycle_configuration
#   - azurerm_storage_account
#   - google_storage_bucket
#   remediation: >-
#     Expire versions that are no longer current after some days, or keep a fixed number of them.
#   when_not: >-
#     Every version has to be kept, as in a bucket of audit records.
package iaclint.cost.versioned_bucket_keeps_all

findings contains {
	"path": endless.path,
	"message": "versioned, and nothing expires versions that are no longer current",
	"rests_on": endless.rests_on,
}

# Rules apart from the bucket come on the rules' own resource, below.
endless := {"path": "versioning", "rests_on": ["lifecycle_rule", "referenced_by"]} if {
	input.resource.type == "aws_s3_bucket"
	versioned
	not expires_inside
	not ruled_apart
}

endless := {"path": "rule", "rests_on": ["rule.noncurrent_version_expiration"]} if {
	input.resource.type == "aws_s3_bucket_lifecycle_configuration"
	input.resource.refs.bucket[_].values.versioning[_].enabled == true
	count(input.resource.values.rule) > 0
	not expires_apart
}

endless := {"path": "lifecycle_rule", "rests_on": ["lifecycle_rule"]} if {
	input.resource.type == "google_storage_bucket"
	versioned
	not expires_on_google
}

endless := {"path": "blob_properties.versioning_enabled", "rests_on": ["referenced_by"]} if {
	input.resource.values.blob_properties[_].versioning_enabled == true
	not managed_apart
}

versioned if input.resource.values.versioning[_].enabled == true

versioned if input.resource.referenced_by[_].type == "aws_s3_bucket_versioning"

ruled_apart if input.resource.referenced_by[_].type == "aws_s3_bucket_lifecycle_configuration"

managed_apart if input.resource.referenced_by[_].type == "azurerm_storage_management_policy"

expires_inside if count(input.resource.values.lifecycle_rule[_].noncurrent_version_expiration) > 0

expires_apart if count(input.resource.values.rule[_].noncurrent_version_expiration) > 0

expires_on_google if input.resource.values.lifecycle_rule[_].condition[_].num_newer_versions > 0

expires_on_google if input.resource.values.lifecycle_rule[_].condition[_].days_since_noncurrent_time > 0

expires_on_google if input.resource.values.lifecycle_rule[_].condition[_].with_state == "ARCHIVED"
