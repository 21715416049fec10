package iaclint.cost.versioned_bucket_keeps_all_test

import data.iaclint.cost.versioned_bucket_keeps_all as rule

bucket(type, values, users) := {"resource": {
	"type": type, "values": values, "unknown": [],
	"referenced_by": [{"address": "x.y", "type": user} | some user in users],
}}

test_versioning_apart_and_no_rules if {
	found := rule.findings with input as bucket("aws_s3_bucket", {}, ["aws_s3_bucket_versioning"])
	found == {{
		"path": "versioning",
		"message": "versioned, and nothing expires versions that are no longer current",
		"rests_on": ["lifecycle_rule", "referenced_by"],
	}}
}

test_versioning_and_rules_apart if {
	count(rule.findings) == 0 with input as bucket(
		"aws_s3_bucket", {},
		["aws_s3_bucket_versioning", "aws_s3_bucket_lifecycle_configuration"],
	)
}

test_versioning_inside if {
	count(rule.findings) == 1 with input as bucket("aws_s3_bucket", {"versioning": [{"enabled": true}]}, [])
}

test_versions_expire_inside if {
	count(rule.findings) == 0 with input as bucket(
		"aws_s3_bucket", {
			"versioning": [{"enabled": true}],
			"lifecycle_rule": [{"noncurrent_version_expiration": [{"days": 30}]}],
		},
		[],
	)
}

test_not_versioned if {
	count(rule.findings) == 0 with input as bucket("aws_s3_bucket", {"versioning": [{"enabled": false}]}, [])
}

test_rules_known_only_after_apply if {
	found := rule.findings with input as object.union(
		bucket("aws_s3_bucket", {"versioning": [{"enabled": true}]}, []),
		{"resource": {"unknown": ["lifecycle_rule"]}},
	)
	every f in found {
		"lifecycle_rule" in f.rests_on
	}
}

rules_of_versioned(rules) := {"resource": {
	"type": "aws_s3_bucket_lifecycle_configuration",
	"values": {"rule": rules}, "unknown": [], "referenced_by": [],
	"refs": {"bucket": [{"type": "aws_s3_bucket", "values": {"versioning": [{"enabled": true}]}, "unknown": []}]},
}}

test_rules_apart_that_forget_versions if {
	found := rule.findings with input as rules_of_versioned([{"expiration": [{"days": 90}]}])
	[f.path | some f in found] == ["rule"]
}

test_rules_apart_that_expire_them if {
	count(rule.findings) == 0 with input as rules_of_versioned([
		{"expiration": [{"days": 90}]},
		{"noncurrent_version_expiration": [{"noncurrent_days": 30}]},
	])
}

test_a_google_bucket if {
	count(rule.findings) == 1 with input as bucket(
		"google_storage_bucket", {
			"versioning": [{"enabled": true}],
			"lifecycle_rule": [{"condition": [{"age": 30}]}],
		},
		[],
	)
}

test_a_google_bucket_that_keeps_three if {
	count(rule.findings) == 0 with input as bucket(
		"google_storage_bucket", {
			"versioning": [{"enabled": true}],
			"lifecycle_rule": [{"condition": [{"num_newer_versions": 3}]}],
		},
		[],
	)
}

test_a_storage_account if {
	count(rule.findings) == 1 with input as bucket(
		"azurerm_storage_account",
		{"blob_properties": [{"versioning_enabled": true}]}, [],
	)
}

test_a_storage_account_with_a_policy if {
	count(rule.findings) == 0 with input as bucket(
		"azurerm_storage_account",
		{"blob_properties": [{"versioning_enabled": true}]},
		["azurerm_storage_management_policy"],
	)
}

rules_apart(type, rules, versioned) := object.union(bucket(type, {"rule": rules}, []), {"resource": {"refs": {"bucket": [
	{"address": "aws_s3_bucket.a", "type": "aws_s3_bucket", "values": {"versioning": [{"enabled": versioned}]}},
]}}})

test_rules_apart_of_a_bucket_versioned_in_itself if {
	rules := [{"id": "expire", "expiration": [{"days": 30}]}]
	count(rule.findings) == 1 with input as rules_apart("aws_s3_bucket_lifecycle_configuration", rules, true)
	count(rule.findings) == 0 with input as rules_apart("aws_s3_bucket_lifecycle_configuration", rules, false)
	count(rule.findings) == 0 with input as rules_apart("aws_s3_bucket_lifecycle_configuration", [], true)
	count(rule.findings) == 0 with input as rules_apart("aws_s3_bucket_policy", rules, true)
}

test_buckets_of_google if {
	count(rule.findings) == 1 with input as bucket("google_storage_bucket", {"versioning": [{"enabled": true}]}, [])
	count(rule.findings) == 0 with input as bucket("google_storage_bucket", {"versioning": [{"enabled": false}]}, [])
}
