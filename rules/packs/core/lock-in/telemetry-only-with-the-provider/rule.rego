# METADATA
# title: Telemetry only in the provider's store
# description: |
#   Logs and metrics that nothing in the plan sends anywhere else can be asked
#   only in the provider's own query language, and their past stays behind. A
#   collector inside an image cannot be seen in a plan: say so in exported. Said
#   once for each cloud, from an amount of money on.
# related_resources:
# - ref: https://opentelemetry.io/docs/collector/
# - ref: https://prometheus.io/docs/practices/remote_write/
# custom:
#   code: LOCK-011
#   severity: info
#   scope: plan
#   remediation: Emit OpenTelemetry at the source, and let a collector write to the provider and to a store of your own.
#   params:
#     type: object
#     properties:
#       min_usd_month: {type: number, default: 100, minimum: 0, description: USD a month spent on the provider's stores from which on it is said.}
#       exported: {type: boolean, default: false, description: Collectors that the plan does not show send it elsewhere too.}
#   saving: advisory
#   since: 0.1.0
#   idea: OpenTelemetry
package iaclint.lock_in.telemetry_only_with_the_provider

import data.iaclint.lib
import data.iaclint.lib.figures
import data.iaclint.lib.plan

findings contains object.union(verdict, {
	"address": dearest(cloud)[0],
	"key": cloud,
	"message": sprintf("%s a month of telemetry in %s, and nothing in the plan sends it elsewhere", [
		lib.money(spend),
		figures.words(sort(names), "and"),
	]),
	"related": array.slice(dearest(cloud), 1, 20),
	"facts": {"monthly": spend},
}) if {
	not input.params.exported
	some cloud, types in stores
	spend := sum([input.by_type[type].monthly | some type, _ in types])
	spend >= input.params.min_usd_month
	not sent[cloud]
	names := {name | some type, name in types; input.by_type[type].monthly > 0}
}

# What sends it may stand in the part of the root that this plan leaves out.
default verdict := {}

verdict := {"verdict": "unknown"} if input.incomplete != ""

stores := {
	"aws": {"aws_cloudwatch_log_group": "CloudWatch Logs", "aws_cloudwatch_metric_alarm": "CloudWatch"},
	"azure": {"azurerm_application_insights": "Application Insights", "azurerm_log_analytics_workspace": "Log Analytics"},
	"gcp": {"google_logging_metric": "Cloud Logging", "google_logging_project_bucket_config": "Cloud Logging"},
}

dearest(cloud) := plan.dearest([input.by_type[type] | some type, _ in stores[cloud]])

sent[cloud] if {
	some cloud, types in exports
	some type in types
	input.counts[type] > 0
}

exports := {
	"aws": {"aws_cloudwatch_log_subscription_filter", "aws_cloudwatch_metric_stream", "aws_prometheus_workspace", "aws_prometheus_scraper"},
	"azure": {"azurerm_log_analytics_data_export_rule", "azurerm_monitor_workspace"},
	"gcp": {"google_logging_folder_sink", "google_logging_organization_sink", "google_logging_project_sink"},
}
