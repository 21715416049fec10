package iaclint.lib.tagging_test

import data.iaclint.lib.tagging

# what a resource of the type with these tags lacks.
lacks(params, type, env, tags, hidden) := tagging.lacking(params, type, env, object.keys(tags), hidden)

test_defaults_accept_common_spellings if {
	lacks({}, "aws_instance", "prod", {}, []) == ["environment", "owner", "cost-center"]
	lacks({}, "aws_instance", "prod", {"Environment": "prod", "team": "payments"}, ["cost-center"]) == []
	lacks({}, "azurerm_managed_disk", "prod", {"ENVIRONMENT": "prod", "tEAM": "payments"}, ["Cost Centre"]) == []
}

test_case_counts_on_aws if {
	lacks({"required": ["Team"], "aliases": {}}, "aws_instance", "prod", {"team": "x"}, []) == ["Team"]
	lacks({"required": ["Team"], "aliases": {"Team": ["team"]}}, "aws_instance", "prod", {"team": "x"}, []) == []
}

test_case_can_be_set_not_to_count if {
	lacks({"required": ["Team"], "aliases": {}, "case_sensitive": false}, "aws_instance", "prod", {"team": "x"}, []) == []
}

test_case_does_not_count_on_azure if {
	lacks({"required": ["Team", "COST-CENTER"], "aliases": {}}, "azurerm_managed_disk", "prod", {"team": "x"}, ["cost-center"]) == []
}

test_keys_for_some_types_and_environments if {
	params := {"required": [{"key": "data-class", "applies_to": ["aws_s3_*"]}, {"key": "tier", "env": ["prod"]}], "aliases": {}}
	lacks(params, "aws_instance", "prod", {}, []) == ["tier"]
	lacks(params, "aws_instance", "nonprod", {}, []) == []
	lacks(params, "aws_s3_bucket", "unknown", {}, []) == ["data-class"]
}

test_set_once_for_all_tag_rules if {
	lacks({}, "aws_instance", "prod", {}, []) == ["project"] with data.iaclint.params as {"tag/missing-cost-tags": {"required": ["project"]}}
	lacks({"required": ["own"]}, "aws_instance", "prod", {}, []) == ["own"] with data.iaclint.params as {"tag/missing-cost-tags": {"required": ["project"]}}
	lacks({}, "aws_instance", "prod", {"who": "x", "env": "x", "team": "x"}, []) == ["environment", "cost-center"] with data.iaclint.params as {"tag/missing-cost-tags": {"aliases": {"owner": ["who"], "environment": []}}}
}

test_an_empty_value_is_held if lacks({"required": ["owner"]}, "aws_instance", "prod", {"owner": ""}, []) == []

# The tables that save work say what the settings say.
test_tables_agree if {
	tagging.common == [[key, tagging.spellings(key, {})] | some key in tagging.default_required]
	tagging.common_folded == [[key, {lower(spelling) | some spelling in spellings}] | some [key, spellings] in tagging.common]
}

test_attribute if {
	tagging.attribute("aws_instance") == "tags"
	tagging.attribute("aws_autoscaling_group") == "tag"
	tagging.attribute("google_compute_disk") == "labels"
	tagging.attribute("google_sql_database_instance") == "settings.user_labels"
}
