package iaclint.cost.bucket_without_lifecycle_test

import data.iaclint.cost.bucket_without_lifecycle as rule

bucket(type, values, users) := {
	"resource": {
		"type": type, "name": "logs", "values": values, "unknown": [],
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	},
	"params": {"exempt_names": []},
}

test_no_rules_at_all if {
	found := rule.findings with input as bucket("aws_s3_bucket", {"bucket": "logs"}, ["aws_s3_bucket_policy"])
	found == {{
		"path": "lifecycle_rule",
		"message": "no lifecycle rule: objects stay in their class, and stay for ever",
		"rests_on": ["lifecycle_rule", "referenced_by"],
	}}
}

test_rules_of_their_own if {
	count(rule.findings) == 0 with input as bucket(
		"aws_s3_bucket", {},
		["aws_s3_bucket_lifecycle_configuration"],
	)
}

test_rules_inside_the_bucket if {
	count(rule.findings) == 0 with input as bucket("aws_s3_bucket", {"lifecycle_rule": [{"enabled": true}]}, [])
}

test_rules_known_only_after_apply if {
	found := rule.findings with input as object.union(
		bucket("aws_s3_bucket", {}, []),
		{"resource": {"unknown": ["lifecycle_rule"]}},
	)
	every f in found {
		"lifecycle_rule" in f.rests_on
	}
}

test_an_exempt_name if {
	count(rule.findings) == 0 with input as bucket("aws_s3_bucket", {}, []) with input.params.exempt_names as ["lo*"]
}

test_a_google_bucket if {
	count(rule.findings) == 1 with input as bucket("google_storage_bucket", {"lifecycle_rule": []}, [])
}

test_autoclass if {
	count(rule.findings) == 0 with input as bucket("google_storage_bucket", {"autoclass": [{"enabled": true}]}, [])
}

test_a_storage_account if {
	count(rule.findings) == 1 with input as bucket("azurerm_storage_account", {"account_kind": "StorageV2"}, [])
}

test_a_storage_account_with_a_policy if {
	count(rule.findings) == 0 with input as bucket(
		"azurerm_storage_account", {},
		["azurerm_storage_management_policy"],
	)
}

test_an_account_for_files if {
	count(rule.findings) == 0 with input as bucket("azurerm_storage_account", {"account_kind": "FileStorage"}, [])
}

test_buckets_of_google_by_what_they_have if {
	bucket_with := {"resource": {"type": "google_storage_bucket", "name": "b", "values": {"lifecycle_rule": [{}]}, "unknown": [], "referenced_by": []}, "params": {"exempt_names": []}}
	count(rule.findings) == 0 with input as bucket_with
	bare := object.union(bucket_with, {"resource": {"values": {"lifecycle_rule": []}}})
	count(rule.findings) == 1 with input as bare
	count(rule.findings) == 1 with input as bare with input.params.exempt_names as ["other"]
	count(rule.findings) == 0 with input as bare with input.params.exempt_names as ["b*"]
}
