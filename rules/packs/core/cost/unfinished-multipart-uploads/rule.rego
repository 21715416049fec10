# METADATA
# title: Unfinished multipart uploads are never removed
# description: >-
#   The parts of an upload that was broken off are stored and paid for, and no listing of the bucket
#   shows them. One rule removes them.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html
# - ref: https://cloud.google.com/storage/docs/lifecycle#abort-mpu
# custom:
#   code: COST-210
#   severity: low
#   saving: advisory
#   since: aws 6.25, google 7.45
#   types: [aws_s3_bucket_lifecycle_configuration, google_storage_bucket]
#   params:
#     type: object
#     properties:
#       days:
#         type: integer
#         description: Age in days at which the advice is to remove them.
#         default: 7
#   remediation: >-
#     Add a rule for the whole bucket that aborts incomplete multipart uploads after a week.
#   when_not: >-
#     Uploads are paused and taken up again after more than a week.
package iaclint.cost.unfinished_multipart_uploads

findings contains {
	"path": path,
	"message": sprintf("no rule removes unfinished uploads; after %d days they can go", [input.params.days]),
} if {
	path := missing
}

missing := "rule" if {
	input.resource.type == "aws_s3_bucket_lifecycle_configuration"
	count(input.resource.values.rule) > 0
	not aborts
}

# A bucket without any rule is told so by bucket-without-lifecycle.
missing := "lifecycle_rule" if {
	input.resource.type == "google_storage_bucket"
	count(input.resource.values.lifecycle_rule) > 0
	not aborts_on_google
}

aborts if {
	some i
	count(input.resource.values.rule[i].abort_incomplete_multipart_upload) > 0
	input.resource.values.rule[i].status == "Enabled"
}

aborts_on_google if input.resource.values.lifecycle_rule[_].action[_].type == "AbortIncompleteMultipartUpload"
