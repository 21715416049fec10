package iaclint.cost.service_plan_empty_or_premium_test

import data.iaclint.cost.service_plan_empty_or_premium as rule

plan(env, sku, users) := {
	"resource": {
		"type": "azurerm_service_plan", "env": env, "values": {"sku_name": sku}, "unknown": [],
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
		"cost": {"monthly": 129.94},
	},
	"params": {"nonprod_max_tier": "B2"},
}

test_no_app if {
	found := rule.findings with input as plan("prod", "P1v3", [])
	found == {{
		"message": "no app in the plan runs on it, $129.94 a month",
		"remove": true,
		"rests_on": ["referenced_by"],
	}}
}

test_a_setting_is_no_app if {
	count(rule.findings) == 1 with input as plan("prod", "P1v3", ["azurerm_monitor_autoscale_setting"])
}

test_an_app if {
	count(rule.findings) == 0 with input as plan("prod", "P1v3", ["azurerm_linux_web_app"])
}

test_premium_outside_production if {
	found := rule.findings with input as plan("nonprod", "P1v3", ["azurerm_windows_web_app"])
	found == {{
		"path": "sku_name",
		"message": "P1v3 in non-production, where B2 will do",
		"change": {"sku_name": "B2"},
		"rests_on": ["sku_name", "referenced_by"],
	}}
	count(rule.findings) == 1 with input as plan("nonprod", "I1v2", ["azurerm_windows_web_app"])
}

# One that goes need not be made smaller first.
test_empty_and_premium_is_told_once if {
	found := rule.findings with input as plan("nonprod", "P1v3", [])
	[f.remove | some f in found] == [true]
}

test_other_tiers if {
	count(rule.findings) == 0 with input as plan("nonprod", "B1", ["azurerm_linux_web_app"])
	count(rule.findings) == 0 with input as plan("nonprod", "S1", ["azurerm_linux_web_app"])
	count(rule.findings) == 0 with input as plan("nonprod", "EP1", ["azurerm_linux_function_app"])
	count(rule.findings) == 0 with input as plan("unknown", "P1v3", ["azurerm_linux_web_app"])
}

test_a_tier_of_choice if {
	found := rule.findings with input as plan("nonprod", "P1v3", ["azurerm_linux_web_app"])
		with input.params.nonprod_max_tier as "S1"
	[f.change | some f in found] == [{"sku_name": "S1"}]
}

test_a_tier_known_only_after_apply if {
	count(rule.findings) == 0 with input as {
		"resource": {
			"type": "azurerm_service_plan", "env": "nonprod", "values": {}, "unknown": ["sku_name"],
			"referenced_by": [{"address": "x.y", "type": "azurerm_linux_web_app"}],
		},
		"params": {"nonprod_max_tier": "B2"},
	}
}

test_an_empty_plan_is_told_once if {
	paths := {object.get(f, "path", "") | some f in found}
	count(paths) == 1
}

found := findings if findings := rule.findings with input as {
	"resource": {"type": "azurerm_service_plan", "env": "nonprod", "values": {"sku_name": "P1v3", "worker_count": 1}, "unknown": [], "tags": {}, "refs": {}, "referenced_by": [], "cost": {"monthly": 100}},
	"params": {"nonprod_max_tier": "B1", "assume_external_use": false},
}
