# METADATA
# title: Log or trace ingestion without a daily cap or sampling
# description: >-
#   Telemetry is charged by the GB that comes in. One debug flag or one loop can bring in a year's worth
#   in a weekend, and nothing stops it unless a cap was set.
# related_resources:
# - ref: https://learn.microsoft.com/azure/azure-monitor/logs/daily-cap
# - ref: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html
# custom:
#   code: COST-604
#   severity: high
#   saving: bounded
#   since: aws 6.25, azurerm 4.80
#   types: [azurerm_log_analytics_workspace, azurerm_application_insights, aws_xray_sampling_rule]
#   params:
#     type: object
#     properties:
#       max_gb_day:
#         type: object
#         description: GB a day that may come in, by environment.
#         properties:
#           prod: {type: number, default: 50}
#           nonprod: {type: number, default: 2}
#       max_trace_rate:
#         type: number
#         description: Share of requests that may be traced beyond the first of each second.
#         default: 0.25
#   remediation: >-
#     Set a daily cap well above an ordinary day, with an alert below it; sample traces; leave debug logs
#     out at the source.
package iaclint.cost.ingestion_without_cap

import data.iaclint.lib

cap := input.params.max_gb_day[lib.band]

findings contains {
	"path": "daily_quota_gb",
	"message": sprintf("no daily cap; in %s %v GB a day should do", [lib.band_name, cap]),
	"change": {"daily_quota_gb": cap},
	"rests_on": ["daily_quota_gb"],
} if {
	input.resource.type == "azurerm_log_analytics_workspace"
	not capped
}

capped if input.resource.values.daily_quota_gb >= 0

findings contains {
	"path": path,
	"message": sprintf("daily cap of %v GB; in %s %v should do", [gb, lib.band_name, cap]),
	"change": {path: cap},
	"rests_on": [path, "sampling_percentage"],
} if {
	some path, gb in caps
	gb > cap
	not sampled
}

caps["daily_quota_gb"] := input.resource.values.daily_quota_gb

caps["daily_data_cap_in_gb"] := insights_cap if input.resource.type == "azurerm_application_insights"

# What Application Insights takes in when nothing is said.
default insights_cap := 100

insights_cap := input.resource.values.daily_data_cap_in_gb if input.resource.values.daily_data_cap_in_gb >= 0

sampled if input.resource.values.sampling_percentage < 100

findings contains {
	"path": "fixed_rate",
	"message": sprintf("%d %% of all requests are traced; %d %% should do", [
		round(input.resource.values.fixed_rate * 100),
		round(input.params.max_trace_rate * 100),
	]),
	"change": {"fixed_rate": input.params.max_trace_rate},
	"rests_on": ["fixed_rate"],
} if {
	input.resource.values.fixed_rate > input.params.max_trace_rate
}
