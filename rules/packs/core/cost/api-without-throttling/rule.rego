# METADATA
# title: API without throttling or quota
# description: >-
#   An API without limits of its own accepts what the account accepts, 10,000 requests a second, and
#   hands each one on to what is behind it. That is 26 billion requests a month.
# related_resources:
# - ref: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
# - ref: https://learn.microsoft.com/azure/api-management/rate-limit-policy
# custom:
#   code: COST-506
#   severity: high
#   saving: bounded
#   since: aws 6.25, azurerm 4.80
#   types:
#   - aws_api_gateway_stage
#   - aws_api_gateway_method_settings
#   - aws_apigatewayv2_stage
#   - azurerm_api_management_api_policy
#   params:
#     type: object
#     properties:
#       max_rate:
#         type: object
#         description: Requests a second that an API may accept, by environment.
#         properties:
#           prod: {type: number, default: 1000}
#           nonprod: {type: number, default: 50}
#   remediation: >-
#     Set throttling on the stage or its methods, a usage plan for known callers, and a rate-based rule
#     of the firewall for the others.
package iaclint.cost.api_without_throttling

import data.iaclint.lib

findings contains {
	"path": open.path,
	"message": sprintf("no limit of requests: the cap in %s is %s a second", [
		lib.band_name,
		lib.grouped(input.params.max_rate[lib.band]),
	]),
	"rests_on": open.rests_on,
} if {
	some open in unlimited
}

findings contains {
	"path": path,
	"message": sprintf("accepts %s requests a second; the cap in %s is %s", [
		lib.grouped(rate),
		lib.band_name,
		lib.grouped(input.params.max_rate[lib.band]),
	]),
	"change": {path: input.params.max_rate[lib.band]},
	"rests_on": [path],
} if {
	some path, rate in rates
	rate > input.params.max_rate[lib.band]
}

rates["default_route_settings.throttling_rate_limit"] := input.resource.values.default_route_settings[0].throttling_rate_limit

rates["settings.throttling_rate_limit"] := input.resource.values.settings[0].throttling_rate_limit

unlimited contains {
	"path": "default_route_settings.throttling_rate_limit",
	"rests_on": ["default_route_settings.throttling_rate_limit", "referenced_by"],
} if {
	input.resource.type == "aws_apigatewayv2_stage"
	not positive("default_route_settings.throttling_rate_limit")
	not pointed_at_by({"aws_wafv2_web_acl_association"})
}

unlimited contains {
	"path": "settings.throttling_rate_limit",
	"rests_on": ["settings.throttling_rate_limit"],
} if {
	input.resource.type == "aws_api_gateway_method_settings"
	not positive("settings.throttling_rate_limit")
}

# The stage of a REST API is limited by resources that point to it.
unlimited contains {"path": "", "rests_on": ["referenced_by"]} if {
	input.resource.type == "aws_api_gateway_stage"
	not pointed_at_by({
		"aws_api_gateway_method_settings",
		"aws_api_gateway_usage_plan",
		"aws_wafregional_web_acl_association",
		"aws_wafv2_web_acl_association",
	})
}

unlimited contains {"path": "xml_content", "rests_on": ["xml_content"]} if {
	input.resource.type == "azurerm_api_management_api_policy"
	is_string(input.resource.values.xml_content)
	not contains(input.resource.values.xml_content, "<rate-limit")
	not contains(input.resource.values.xml_content, "<quota")
}

positive(path) if rates[path] > 0

pointed_at_by(types) if {
	some user in input.resource.referenced_by
	user.type in types
}
