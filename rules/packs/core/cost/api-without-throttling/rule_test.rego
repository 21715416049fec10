package iaclint.cost.api_without_throttling_test

import data.iaclint.cost.api_without_throttling as rule

resource(type, env, values, users) := {
	"resource": {
		"type": type, "env": env, "values": values, "unknown": [],
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	},
	"params": {"max_rate": {"prod": 1000, "nonprod": 50}},
}

test_a_stage_without_settings if {
	found := rule.findings with input as resource("aws_apigatewayv2_stage", "prod", {"name": "$default"}, [])
	found == {{
		"path": "default_route_settings.throttling_rate_limit",
		"message": "no limit of requests: the cap in production is 1,000 a second",
		"rests_on": ["default_route_settings.throttling_rate_limit", "referenced_by"],
	}}
}

test_a_stage_within_the_cap if {
	count(rule.findings) == 0 with input as resource(
		"aws_apigatewayv2_stage", "prod",
		{"default_route_settings": [{"throttling_rate_limit": 100}]}, [],
	)
}

test_a_stage_above_the_cap if {
	found := rule.findings with input as resource(
		"aws_apigatewayv2_stage", "nonprod",
		{"default_route_settings": [{"throttling_rate_limit": 5000}]}, [],
	)
	found == {{
		"path": "default_route_settings.throttling_rate_limit",
		"message": "accepts 5,000 requests a second; the cap in non-production is 50",
		"change": {"default_route_settings.throttling_rate_limit": 50},
		"rests_on": ["default_route_settings.throttling_rate_limit"],
	}}
}

test_a_stage_behind_a_firewall if {
	count(rule.findings) == 0 with input as resource(
		"aws_apigatewayv2_stage", "prod", {},
		["aws_wafv2_web_acl_association"],
	)
}

test_settings_that_switch_throttling_off if {
	found := rule.findings with input as resource(
		"aws_api_gateway_method_settings", "prod",
		{"settings": [{"throttling_rate_limit": -1}]}, [],
	)
	[f.path | some f in found] == ["settings.throttling_rate_limit"]
}

test_a_stage_of_a_rest_api if {
	count(rule.findings) == 1 with input as resource("aws_api_gateway_stage", "prod", {}, [])
	count(rule.findings) == 0 with input as resource(
		"aws_api_gateway_stage", "prod", {},
		["aws_api_gateway_method_settings"],
	)
	count(rule.findings) == 0 with input as resource(
		"aws_api_gateway_stage", "prod", {},
		["aws_api_gateway_usage_plan"],
	)
}

test_a_policy_on_azure if {
	open := "<policies><inbound><base /></inbound></policies>"
	count(rule.findings) == 1 with input as resource(
		"azurerm_api_management_api_policy", "prod",
		{"xml_content": open}, [],
	)
	limited := `<policies><inbound><rate-limit calls="20" renewal-period="90" /></inbound></policies>`
	count(rule.findings) == 0 with input as resource(
		"azurerm_api_management_api_policy", "prod",
		{"xml_content": limited}, [],
	)
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		resource("aws_apigatewayv2_stage", "prod", {}, []),
		{"resource": {"unknown": ["default_route_settings"]}},
	)
	every f in found {
		"default_route_settings.throttling_rate_limit" in f.rests_on
	}
}

settings(rate) := {f.message | some f in findings} if {
	findings := rule.findings with input as resource("aws_api_gateway_method_settings", "prod", {"settings": [{"throttling_rate_limit": rate}]}, [])
}

test_settings_of_a_method if {
	settings(-1) == {"no limit of requests: the cap in production is 1,000 a second"}
	settings(500) == set()
	count(settings(2000)) == 1
}

policy(text) := count(findings) if {
	findings := rule.findings with input as resource("azurerm_api_management_api_policy", "prod", {"xml_content": text}, [])
}

test_policies_of_azure if {
	policy("<policies/>") == 1
	policy("<policies><rate-limit calls='5'/></policies>") == 0
	policy("<policies><quota calls='5'/></policies>") == 0
	count(rule.findings) == 0 with input as resource("azurerm_api_management_api_policy", "prod", {}, [])
}

test_what_else_points_to_a_stage if {
	count(rule.findings) == 1 with input as resource("aws_api_gateway_stage", "prod", {}, ["aws_api_gateway_base_path_mapping"])
	count(rule.findings) == 0 with input as resource("aws_api_gateway_stage", "prod", {}, ["aws_api_gateway_usage_plan"])
}
