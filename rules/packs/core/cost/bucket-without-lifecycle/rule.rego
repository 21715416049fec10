# METADATA
# title: Bucket without lifecycle rules
# description: >-
#   Objects stay in the class they were written to, and they stay for ever. Most data is read in its
#   first month; a rule that moves it to a colder class or deletes it is set once.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
# - ref: https://cloud.google.com/storage/docs/lifecycle
# - ref: https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-overview
# custom:
#   code: COST-208
#   severity: medium
#   saving: bounded
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types: [aws_s3_bucket, azurerm_storage_account, google_storage_bucket]
#   params:
#     type: object
#     properties:
#       exempt_names:
#         type: array
#         description: Globs of resource names that need no rules.
#         items: {type: string}
#         default: []
#   remediation: >-
#     Add rules that move objects to a colder class and expire them. Mind the smallest billed size and
#     the shortest billed time of the colder classes.
#   when_not: >-
#     Everything in the bucket is read often and kept for good, as with the assets of a web site.
package iaclint.cost.bucket_without_lifecycle

findings contains {
	"path": missing.path,
	"message": "no lifecycle rule: objects stay in their class, and stay for ever",
	"rests_on": missing.rests_on,
} if {
	not exempt
}

missing := {"path": "lifecycle_rule", "rests_on": ["lifecycle_rule", "referenced_by"]} if {
	input.resource.type == "aws_s3_bucket"
	not has_rule
	not pointed_at_by("aws_s3_bucket_lifecycle_configuration")
}

missing := {"path": "lifecycle_rule", "rests_on": ["lifecycle_rule", "autoclass.enabled"]} if {
	input.resource.type == "google_storage_bucket"
	not has_rule
	not automatic
}

missing := {"path": "", "rests_on": ["account_kind", "referenced_by"]} if {
	input.resource.type == "azurerm_storage_account"
	holds_blobs
	not pointed_at_by("azurerm_storage_management_policy")
}

has_rule if count(input.resource.values.lifecycle_rule) > 0

# Autoclass moves every object by itself.
automatic if input.resource.values.autoclass[_].enabled == true

default kind := "StorageV2"

kind := input.resource.values.account_kind if input.resource.values.account_kind != null

holds_blobs if kind in {"StorageV2", "BlobStorage", "BlockBlobStorage"}

pointed_at_by(type) if {
	some user in input.resource.referenced_by
	user.type == type
}

exempt if {
	some pattern in input.params.exempt_names
	glob.match(pattern, null, input.resource.name)
}
