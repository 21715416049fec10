package iaclint.cost.transition_costs_more_than_it_saves_test

import data.iaclint.cost.transition_costs_more_than_it_saves as rule

resource(type, values) := {"resource": {"type": type, "values": values, "unknown": []}}

rules_of(class, after, deleted) := resource("aws_s3_bucket_lifecycle_configuration", {"rule": [{
	"transition": [{"storage_class": class, "days": after}],
	"expiration": [{"days": deleted}],
}]})

test_deleted_too_soon if {
	found := rule.findings with input as rules_of("GLACIER", 30, 60)
	found == {{
		"path": "rule.transition",
		"key": "rule.0.GLACIER",
		"message": "moved to GLACIER after 30 days and deleted after 60: 90 days there are billed in any case",
	}}
	count(rule.findings) == 1 with input as rules_of("DEEP_ARCHIVE", 30, 200)
}

test_kept_long_enough if {
	count(rule.findings) == 0 with input as rules_of("GLACIER", 30, 120)
	count(rule.findings) == 0 with input as rules_of("STANDARD_IA", 30, 60)
	count(rule.findings) == 0 with input as rules_of("INTELLIGENT_TIERING", 0, 10)
}

test_never_moved_before_it_goes if {
	count(rule.findings) == 0 with input as rules_of("GLACIER", 90, 60)
}

test_without_an_end if {
	count(rule.findings) == 0 with input as resource("aws_s3_bucket_lifecycle_configuration", {"rule": [{"transition": [{"storage_class": "GLACIER", "days": 30}]}]})
}

bucket(class, after, deleted, more) := resource("google_storage_bucket", {"lifecycle_rule": [
	{"action": [{"type": "SetStorageClass", "storage_class": class}], "condition": [object.union({"age": after}, more)]},
	{"action": [{"type": "Delete"}], "condition": [{"age": deleted}]},
]})

test_on_google if {
	found := rule.findings with input as bucket("ARCHIVE", 30, 365, {})
	[f.key | some f in found] == ["ARCHIVE"]
	count(rule.findings) == 0 with input as bucket("ARCHIVE", 30, 395, {})
	count(rule.findings) == 0 with input as bucket("ARCHIVE", 30, 365, {"matches_prefix": ["tax/"]})
	count(rule.findings) == 0 with input as bucket("ARCHIVE", 30, 365, {"with_state": "ARCHIVED"})
	count(rule.findings) == 0 with input as bucket("ARCHIVE", 30, 365, {"matches_suffix": [".log"]})
	count(rule.findings) == 0 with input as bucket("ARCHIVE", 30, 365, {"matches_storage_class": ["STANDARD"]})
	count(rule.findings) == 0 with input as bucket("ARCHIVE", 30, 365, {"num_newer_versions": 3})
}

policy(blob) := resource("azurerm_storage_management_policy", {"rule": [{"actions": [{"base_blob": [blob]}]}]})

test_on_azure if {
	found := rule.findings with input as policy({
		"tier_to_cool_after_days_since_modification_greater_than": 10,
		"tier_to_archive_after_days_since_modification_greater_than": 30,
		"delete_after_days_since_modification_greater_than": 90,
	})
	[f.key | some f in found] == ["rule.0.archive"]

	# The provider writes -1 for what is not set.
	count(rule.findings) == 0 with input as policy({
		"tier_to_archive_after_days_since_modification_greater_than": -1,
		"delete_after_days_since_modification_greater_than": 90,
	})
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_s3_bucket_lifecycle_configuration", {"rule": [{"transition": [{"storage_class": "GLACIER"}], "expiration": [{"days": 60}]}]}),
		{"resource": {"unknown": ["rule.0.transition.0.days"]}},
	)
}

test_rules_of_other_types if {
	of_aws := {"rule": [{"transition": [{"storage_class": "GLACIER", "days": 30}], "expiration": [{"days": 60}]}]}
	count(rule.findings) == 0 with input as resource("azurerm_storage_management_policy", of_aws)
	of_azure := {"rule": [{"actions": [{"base_blob": [{"tier_to_archive_after_days_since_modification_greater_than": 30, "delete_after_days_since_modification_greater_than": 60}]}]}]}
	count(rule.findings) == 1 with input as resource("azurerm_storage_management_policy", of_azure)
	count(rule.findings) == 0 with input as resource("aws_s3_bucket_lifecycle_configuration", of_azure)
}

deleting(condition) := {"lifecycle_rule": [
	{"action": [{"type": "SetStorageClass", "storage_class": "COLDLINE"}], "condition": [{"age": 30}]},
	{"action": [{"type": "Delete"}], "condition": [condition]},
]}

test_deletion_of_some_objects_only if {
	count(rule.findings) == 1 with input as resource("google_storage_bucket", deleting({"age": 60}))
	count(rule.findings) == 0 with input as resource("google_storage_bucket", deleting({"age": 60, "matches_prefix": ["tmp/"]}))
}
