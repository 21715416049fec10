package iaclint.resilience.data_deleted_too_soon_test

import data.iaclint.resilience.data_deleted_too_soon as rule

resource(type, values) := {
	"resource": {
		"type": type, "env": "prod", "values": values, "unknown": [], "refs": {},
		"tags": {"data-class": "audit"}, "tags_complete": true,
	},
	"params": {"class_tag": "data-class", "floors": {"audit": 2555, "orders": 90}},
}

messages(document) := {f.message | some f in found} if found := rule.findings with input as document

count_of(type, values) := count(messages(resource(type, values)))

test_a_log_group_below_the_floor if {
	found := rule.findings with input as resource("aws_cloudwatch_log_group", {"retention_in_days": 30})
	found == {{
		"path": "retention_in_days",
		"message": "audit data is deleted after 30 days; it has to be kept for 2,555 days",
		"change": {"retention_in_days": 2557},
		"rests_on": ["retention_in_days", "tags.data-class"],
	}}
}

test_kept_long_enough if {
	count_of("aws_cloudwatch_log_group", {"retention_in_days": 2557}) == 0
	count_of("aws_cloudtrail_event_data_store", {"retention_period": 2555}) == 0
}

test_kept_for_ever if {
	count_of("aws_cloudwatch_log_group", {"retention_in_days": 0}) == 0
	count_of("aws_cloudwatch_log_group", {}) == 0
}

test_data_of_no_class if {
	count(messages(object.union(resource("aws_cloudwatch_log_group", {"retention_in_days": 1}), {"resource": {"tags": {"data-class": "public"}}}))) == 0
	none := rule.findings with input as resource("aws_cloudwatch_log_group", {"retention_in_days": 1}) with input.resource.tags as {}
	count(none) == 0
}

test_another_environment if {
	count(messages(object.union(resource("aws_cloudwatch_log_group", {"retention_in_days": 1}), {"resource": {"env": "nonprod"}}))) == 0
	count(messages(object.union(resource("aws_cloudwatch_log_group", {"retention_in_days": 1}), {"resource": {"env": "unknown"}}))) == 1
}

test_changes_where_any_number_goes if {
	found := rule.findings with input as resource("azurerm_log_analytics_workspace", {"retention_in_days": 90})
	{f.change | some f in found} == {{"retention_in_days": 2555}}
}

test_backups if {
	messages(resource("aws_backup_plan", {"rule": [{"lifecycle": [{"delete_after": 1}]}]})) == {"audit data is deleted after 1 day; it has to be kept for 2,555 days"}
	count_of("aws_backup_plan", {"rule": [{"lifecycle": [{"cold_storage_after": 30}]}]}) == 0
}

deleted(condition) := count_of("google_storage_bucket", {"lifecycle_rule": [{"action": [{"type": "Delete"}], "condition": [condition]}]})

test_buckets_of_google if {
	deleted({"age": 30}) == 1
	deleted({"age": 3000}) == 0
	deleted({"age": 30, "with_state": "ARCHIVED"}) == 0
	deleted({"age": 30, "num_newer_versions": 3}) == 0
	deleted({"age": 0}) == 0
	count_of("google_storage_bucket", {"lifecycle_rule": [{"action": [{"type": "SetStorageClass"}], "condition": [{"age": 30}]}]}) == 0
}

owned(type, ref, class, rule_block) := {
	"resource": {
		"type": type, "env": "unknown", "values": {"rule": [rule_block]}, "unknown": [], "tags": {},
		"refs": {ref: [{"address": "the.owner", "type": "x", "values": {"tags": {"data-class": class}}}]},
	},
	"params": {"class_tag": "data-class", "floors": {"audit": 2555, "orders": 90}},
}

bucket(class, rule_block) := owned("aws_s3_bucket_lifecycle_configuration", "bucket", class, rule_block)

test_buckets_of_aws if {
	found := rule.findings with input as bucket("orders", {"status": "Enabled", "expiration": [{"days": 30}]})
	found == {{
		"path": "rule.expiration.days",
		"message": "orders data is deleted after 30 days; it has to be kept for 90 days",
		"rests_on": ["rule.expiration.days", "refs.bucket"],
		"related": ["the.owner"],
	}}
	count(messages(bucket("orders", {"status": "Enabled", "expiration": [{"days": 90}]}))) == 0
	count(messages(bucket("orders", {"status": "Disabled", "expiration": [{"days": 30}]}))) == 0
	count(messages(bucket("public", {"status": "Enabled", "expiration": [{"days": 30}]}))) == 0
	count(messages(bucket("orders", {"status": "Enabled", "transition": [{"days": 30}]}))) == 0
	count(messages(object.union(bucket("orders", {"status": "Enabled", "expiration": [{"days": 30}]}), {"resource": {"env": "nonprod"}}))) == 0
	count(messages(bucket("orders", {"status": "Enabled", "expiration": [{"days": 0, "expired_object_delete_marker": true}]}))) == 0
}

account(rule_block) := owned("azurerm_storage_management_policy", "storage_account_id", "audit", rule_block)

blobs(days) := [{"base_blob": [{"delete_after_days_since_modification_greater_than": days}]}]

test_accounts_of_azure if {
	count(messages(account({"enabled": true, "actions": blobs(30)}))) == 1
	count(messages(account({"enabled": true, "actions": blobs(2600)}))) == 0
	count(messages(account({"enabled": false, "actions": blobs(30)}))) == 0
	count(messages(account({"enabled": true, "actions": blobs(-1)}))) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_cloudwatch_log_group", {}),
		{"resource": {"unknown": ["retention_in_days"]}},
	)
}

test_periods_without_an_end if {
	count_of("google_logging_project_bucket_config", {"retention_days": 0}) == 0
	count_of("google_logging_project_bucket_config", {"retention_days": 30}) == 1
	count_of("aws_cloudwatch_log_group", {"retention_in_days": 0}) == 0
}

test_an_event_data_store if {
	count_of("aws_cloudtrail_event_data_store", {"retention_period": 90}) == 1
	count_of("aws_db_instance", {"retention_period": 90}) == 0
}

changes(type, values) := {change | some f in findings; change := object.get(f, "change", "none")} if {
	findings := rule.findings with input as resource(type, values)
}

# What has more than one place for a figure is told and not set.
test_what_is_proposed if {
	changes("azurerm_log_analytics_workspace", {"retention_in_days": 30}) == {{"retention_in_days": 2555}}
	changes("google_storage_bucket", {"lifecycle_rule": [{"action": [{"type": "Delete"}], "condition": [{"age": 30}]}]}) == {"none"}
	changes("aws_backup_plan", {"rule": [{"lifecycle": [{"delete_after": 30}]}]}) == {"none"}
}
