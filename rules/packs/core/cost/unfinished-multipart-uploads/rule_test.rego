package iaclint.cost.unfinished_multipart_uploads_test

import data.iaclint.cost.unfinished_multipart_uploads as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"days": 7},
}

configuration(rules) := resource("aws_s3_bucket_lifecycle_configuration", {"rule": rules})

test_rules_that_forget_them if {
	found := rule.findings with input as configuration([{
		"status": "Enabled", "expiration": [{"days": 90}],
		"abort_incomplete_multipart_upload": [],
	}])
	found == {{
		"path": "rule",
		"message": "no rule removes unfinished uploads; after 7 days they can go",
	}}
}

test_a_rule_that_removes_them if {
	count(rule.findings) == 0 with input as configuration([
		{"status": "Enabled", "expiration": [{"days": 90}]},
		{"status": "Enabled", "abort_incomplete_multipart_upload": [{"days_after_initiation": 7}]},
	])
}

test_a_rule_that_is_off if {
	count(rule.findings) == 1 with input as configuration([{
		"status": "Disabled",
		"abort_incomplete_multipart_upload": [{"days_after_initiation": 7}],
	}])
}

test_a_google_bucket if {
	count(rule.findings) == 1 with input as resource(
		"google_storage_bucket",
		{"lifecycle_rule": [{"action": [{"type": "Delete"}]}]},
	)
}

test_a_google_bucket_that_removes_them if {
	count(rule.findings) == 0 with input as resource(
		"google_storage_bucket",
		{"lifecycle_rule": [{"action": [{"type": "AbortIncompleteMultipartUpload"}]}]},
	)
}

test_a_google_bucket_without_rules_is_told_elsewhere if {
	count(rule.findings) == 0 with input as resource("google_storage_bucket", {"lifecycle_rule": []})
}

test_rules_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_s3_bucket_lifecycle_configuration", {}),
		{"resource": {"unknown": ["rule"]}},
	)
}
