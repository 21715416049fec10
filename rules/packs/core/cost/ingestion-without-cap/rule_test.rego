package iaclint.cost.ingestion_without_cap_test

import data.iaclint.cost.ingestion_without_cap as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {"max_gb_day": {"prod": 50, "nonprod": 2}, "max_trace_rate": 0.25},
}

workspace(env, values) := resource("azurerm_log_analytics_workspace", env, values)

test_no_cap if {
	found := rule.findings with input as workspace("prod", {"sku": "PerGB2018"})
	found == {{
		"path": "daily_quota_gb",
		"message": "no daily cap; in production 50 GB a day should do",
		"change": {"daily_quota_gb": 50},
		"rests_on": ["daily_quota_gb"],
	}}
}

test_minus_one_is_no_cap if {
	count(rule.findings) == 1 with input as workspace("prod", {"daily_quota_gb": -1})
}

test_a_cap if {
	count(rule.findings) == 0 with input as workspace("prod", {"daily_quota_gb": 20})
}

test_a_cap_too_high_for_test if {
	found := rule.findings with input as workspace("nonprod", {"daily_quota_gb": 20})
	[f.message | some f in found] == ["daily cap of 20 GB; in non-production 2 should do"]
}

test_insights_take_in_a_hundred if {
	found := rule.findings with input as resource("azurerm_application_insights", "prod", {})
	[f.message | some f in found] == ["daily cap of 100 GB; in production 50 should do"]
}

test_sampled_insights if {
	count(rule.findings) == 0 with input as resource(
		"azurerm_application_insights", "prod",
		{"sampling_percentage": 20},
	)
}

test_all_requests_traced if {
	found := rule.findings with input as resource("aws_xray_sampling_rule", "prod", {"fixed_rate": 1})
	[f.message | some f in found] == ["100 % of all requests are traced; 25 % should do"]
}

test_some_requests_traced if {
	count(rule.findings) == 0 with input as resource("aws_xray_sampling_rule", "prod", {"fixed_rate": 0.05})
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		workspace("prod", {}),
		{"resource": {"unknown": ["daily_quota_gb"]}},
	)
	every f in found {
		"daily_quota_gb" in f.rests_on
	}
}

test_a_cap_of_insights if {
	count(rule.findings) == 0 with input as resource("azurerm_application_insights", "prod", {"daily_data_cap_in_gb": 20})
	high := rule.findings with input as resource("azurerm_application_insights", "prod", {"daily_data_cap_in_gb": 60})
	[f.message | some f in high] == ["daily cap of 60 GB; in production 50 should do"]
	none := rule.findings with input as resource("azurerm_application_insights", "prod", {"daily_data_cap_in_gb": -1})
	[f.message | some f in none] == ["daily cap of 100 GB; in production 50 should do"]
}
