# METADATA
# title: Lifecycle rule that costs more than it saves
# description: >-
#   A colder class bills each object for a least time (30 days to a year), and every move is a request. An
#   object that is deleted sooner than that after its move is paid for as if it had stayed.
# related_resources:
# - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
# - ref: https://cloud.google.com/storage/docs/storage-classes
# - ref: https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview
# custom:
#   code: COST-211
#   severity: medium
#   saving: advisory
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types:
#   - aws_s3_bucket_lifecycle_configuration
#   - azurerm_storage_management_policy
#   - google_storage_bucket
#   remediation: >-
#     Leave that class out, move earlier, or keep the objects for the class's least time.
#   when_not: >-
#     When objects are moved to be out of reach rather than to be cheap.
package iaclint.cost.transition_costs_more_than_it_saves

findings contains {
	"path": path,
	"key": key,
	"message": sprintf("moved to %s after %d days and deleted after %d: %d days there are billed in any case", [
		move.class,
		move.after,
		move.deleted,
		least_days[move.class],
	]),
} if {
	some [path, key], move in moves
	move.deleted > move.after
	move.deleted - move.after < least_days[move.class]
}

# Days that a class bills at least, as its cloud calls it.
least_days := {
	"STANDARD_IA": 30, "ONEZONE_IA": 30, "GLACIER_IR": 90, "GLACIER": 90, "DEEP_ARCHIVE": 180,
	"NEARLINE": 30, "COLDLINE": 90, "ARCHIVE": 365,
	"cool": 30, "cold": 90, "archive": 180,
}

moves[["rule.transition", sprintf("rule.%d.%s", [i, class])]] := {"class": class, "after": after, "deleted": deleted} if {
	input.resource.type == "aws_s3_bucket_lifecycle_configuration"
	class := input.resource.values.rule[i].transition[j].storage_class
	after := input.resource.values.rule[i].transition[j].days
	deleted := input.resource.values.rule[i].expiration[0].days
}

# Here moving and deleting are rules of their own; those with conditions other
# than an age are about other objects.
moves[["lifecycle_rule", class]] := {"class": class, "after": after, "deleted": deleted} if {
	input.resource.type == "google_storage_bucket"
	class := input.resource.values.lifecycle_rule[i].action[0].storage_class
	after := input.resource.values.lifecycle_rule[i].condition[0].age
	whole(input.resource.values.lifecycle_rule[i].condition[0])
	input.resource.values.lifecycle_rule[j].action[0].type == "Delete"
	deleted := input.resource.values.lifecycle_rule[j].condition[0].age
	whole(input.resource.values.lifecycle_rule[j].condition[0])
}

whole(condition) if not narrowed(condition)

narrowed(condition) if count(condition.matches_prefix) > 0

narrowed(condition) if count(condition.matches_suffix) > 0

narrowed(condition) if count(condition.matches_storage_class) > 0

narrowed(condition) if condition.num_newer_versions > 0

narrowed(condition) if condition.with_state in {"ARCHIVED", "LIVE"}

moves[["rule.actions.base_blob", sprintf("rule.%d.%s", [i, class])]] := {"class": class, "after": after, "deleted": deleted} if {
	input.resource.type == "azurerm_storage_management_policy"
	some class in ["cool", "cold", "archive"]
	blob := input.resource.values.rule[i].actions[0].base_blob[0]
	after := blob[tier_after[class]]
	after >= 0
	deleted := blob.delete_after_days_since_modification_greater_than
}

tier_after := {
	"cool": "tier_to_cool_after_days_since_modification_greater_than",
	"cold": "tier_to_cold_after_days_since_modification_greater_than",
	"archive": "tier_to_archive_after_days_since_modification_greater_than",
}
