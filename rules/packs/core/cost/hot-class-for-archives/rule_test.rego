package iaclint.cost.hot_class_for_archives_test

import data.iaclint.cost.hot_class_for_archives as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": [], "refs": {}, "referenced_by": []},
	"params": {
		"archive_name_patterns": ["*backup*", "*archive*", "logs", "logs-*", "*-logs", "*-logs-*"],
		"min_kept_days": 90,
	},
}

account(name, more) := resource("azurerm_storage_account", object.union({"name": name, "account_tier": "Standard"}, more))

test_an_account_for_backups if {
	found := rule.findings with input as account("stbackupprod", {})
	found == {{
		"path": "access_tier",
		"message": "hot access tier for data that is seldom read, by its name",
		"change": {"access_tier": "Cool"},
		"rests_on": ["name", "access_tier", "account_tier", "referenced_by"],
	}}
	count(rule.findings) == 1 with input as account("stbackupprod", {"access_tier": "Hot"})
}

test_accounts_that_are_right if {
	count(rule.findings) == 0 with input as account("stbackupprod", {"access_tier": "Cool"})
	count(rule.findings) == 0 with input as account("stshopprod", {})
	count(rule.findings) == 0 with input as account("stbackupprod", {})
		with input.resource.referenced_by as [{"address": "a.b", "type": "azurerm_storage_management_policy"}]
}

test_premium_for_backups if {
	found := rule.findings with input as account("stbackupprod", {"account_tier": "Premium"})
	[f.path | some f in found] == ["account_tier"]
}

bucket(name, more) := resource("google_storage_bucket", object.union({"name": name}, more))

delete_after(days) := {"lifecycle_rule": [{"action": [{"type": "Delete"}], "condition": [{"age": days}]}]}

test_a_bucket_on_google if {
	found := rule.findings with input as bucket("shop-archive", {})
	[f.change | some f in found] == [{"storage_class": "NEARLINE"}]
	count(rule.findings) == 1 with input as bucket("shop-archive", delete_after(365))
}

test_buckets_on_google_that_are_right if {
	count(rule.findings) == 0 with input as bucket("shop-archive", {"storage_class": "ARCHIVE"})
	count(rule.findings) == 0 with input as bucket("shop-archive", {"autoclass": [{"enabled": true}]})
	count(rule.findings) == 0 with input as bucket("shop-archive", {"lifecycle_rule": [{"action": [{"type": "SetStorageClass"}]}]})
	count(rule.findings) == 0 with input as bucket("shop-images", {})
}

test_what_goes_soon_stays_where_it_is if {
	count(rule.findings) == 0 with input as bucket("shop-logs", delete_after(30))
}

# A name may hold the word by chance.
test_catalogs_are_no_logs if {
	count(rule.findings) == 0 with input as bucket("shop-catalogs", {})
	count(rule.findings) == 1 with input as bucket("shop-logs", {})
	count(rule.findings) == 1 with input as bucket("shop-logs-eu", {})
}

rules_of(name, rules) := object.union(
	resource("aws_s3_bucket_lifecycle_configuration", {"rule": rules}),
	{"resource": {"refs": {"bucket": [{"address": "aws_s3_bucket.a", "type": "aws_s3_bucket", "values": {"bucket": name}}]}}},
)

test_rules_on_aws if {
	found := rule.findings with input as rules_of("shop-backup", [{"expiration": [{"days": 400}]}])
	found == {{
		"path": "rule",
		"message": "no rule moves the objects of aws_s3_bucket.a to a colder class",
		"related": ["aws_s3_bucket.a"],
	}}
}

test_rules_on_aws_that_are_right if {
	count(rule.findings) == 0 with input as rules_of("shop-backup", [{"transition": [{"storage_class": "GLACIER_IR", "days": 1}]}])
	count(rule.findings) == 0 with input as rules_of("shop-backup", [{"expiration": [{"days": 30}]}])
	count(rule.findings) == 0 with input as rules_of("shop-images", [{"expiration": [{"days": 400}]}])
}

test_a_backup_plan if {
	found := rule.findings with input as resource("aws_backup_plan", {"rule": [
		{"lifecycle": [{"delete_after": 35}]},
		{"lifecycle": [{"delete_after": 365}]},
		{"lifecycle": [{"delete_after": 365, "cold_storage_after": 30}]},
	]})
	found == {{
		"path": "rule.lifecycle.cold_storage_after",
		"key": "rule.1",
		"message": "copies kept for 365 days, and never moved to cold storage",
		"change": {"rule.1.lifecycle.cold_storage_after": 30},
	}}
}

test_a_tier_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("azurerm_storage_account", {"name": "stbackupprod"}),
		{"resource": {"unknown": ["account_tier"]}},
	)
}

test_accounts_by_their_name if {
	premium := {"account_tier": "Premium"}
	paths := {f.path | some f in rule.findings} with input as account("stbackupprod", premium)
	paths == {"account_tier"}
	count(rule.findings) == 0 with input as account("stshopprod", premium)
	count(rule.findings) == 1 with input as account("stbackupprod", {"access_tier": null})
	count(rule.findings) == 0 with input as account("stbackupprod", {"access_tier": "Cool"})
}

vessel(more) := resource("google_storage_bucket", object.union({"name": "shop-backup"}, more))

test_classes_of_google if {
	count(rule.findings) == 1 with input as vessel({})
	count(rule.findings) == 1 with input as vessel({"storage_class": null})
	count(rule.findings) == 0 with input as vessel({"storage_class": "ARCHIVE"})
}

age(kind, days) := [{"action": [{"type": kind}], "condition": [{"age": days}]}]

test_gone_before_it_would_pay if {
	count(rule.findings) == 0 with input as vessel({"lifecycle_rule": age("Delete", 30)})
	count(rule.findings) == 1 with input as vessel({"lifecycle_rule": age("Delete", 90)})
	count(rule.findings) == 1 with input as vessel({"lifecycle_rule": age("AbortIncompleteMultipartUpload", 7)})
}

test_places_of_rules if {
	rule.nth(0) == "rule.lifecycle.cold_storage_after"
	rule.nth(2) == "rule.2.lifecycle.cold_storage_after"
}
