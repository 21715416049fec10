package iaclint.lib.tagging_test

import data.iaclint.lib.tagging

server := {"type": "aws_instance", "env": "prod", "tags": {"Environment": "prod", "team": "payments"}, "tags_hidden": ["cost-center"]}

test_defaults_accept_common_spellings if {
	tagging.required(server, {}) == ["environment", "owner", "cost-center"]
	tagging.missing(server, {}) == []
	tagging.spelled(server, "owner", {}) == "team"
}

test_case_counts_on_aws if {
	tagging.missing(server, {"required": ["Team"], "aliases": {}}) == ["Team"]
	tagging.missing(server, {"required": ["Team"], "aliases": {}, "case_sensitive": false}) == []
}

test_case_does_not_count_on_azure if {
	disk := object.union(server, {"type": "azurerm_managed_disk"})
	tagging.missing(disk, {"required": ["Team", "COST-CENTER"], "aliases": {}}) == []
	tagging.spelled(disk, "Team", {"aliases": {}}) == "team"
}

test_keys_for_some_types_and_environments if {
	params := {"required": [{"key": "data-class", "applies_to": ["aws_s3_*"]}, {"key": "tier", "env": ["prod"]}], "aliases": {}}
	tagging.missing(server, params) == ["tier"]
	tagging.missing(object.union(server, {"env": "nonprod"}), params) == []
	tagging.missing({"type": "aws_s3_bucket", "tags": {}}, params) == ["data-class"]
}

test_set_once_for_all_tag_rules if {
	tagging.required(server, {}) == ["project"] with data.iaclint.params as {"tag/missing-cost-tags": {"required": ["project"]}}
	tagging.required(server, {"required": ["own"]}) == ["own"] with data.iaclint.params as {"tag/missing-cost-tags": {"required": ["project"]}}
}

test_an_empty_value_is_carried if tagging.carries({"type": "aws_instance", "tags": {"owner": ""}}, "owner", {})

test_attribute if {
	tagging.attribute("aws_instance") == "tags"
	tagging.attribute("aws_autoscaling_group") == "tag"
	tagging.attribute("google_compute_disk") == "labels"
	tagging.attribute("google_sql_database_instance") == "settings.user_labels"
}

test_stake if {
	tagging.stake == ": $70.08 a month cannot be allocated" with input as {"resource": {"cost": {"monthly": 70.08}}}
	tagging.stake == "" with input as {"resource": {"cost": {"status": "usage"}}}
	tagging.stake == "" with input as {"resource": {"cost": {"monthly": 0}}}
}

test_subject if {
	tagging.subject == {"type": "t", "env": "unknown", "tags": {"a": "b"}, "tags_hidden": []} with input as {"resource": {"type": "t", "tags": {"a": "b"}, "tags_hidden": [], "cost": {"monthly": 1}}}
}
