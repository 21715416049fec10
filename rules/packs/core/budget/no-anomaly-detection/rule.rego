# METADATA
# title: No anomaly detection, or none that tells anybody
# description: |
#   A budget tells that a month has become too dear; detection of anomalies
#   tells after a day that something is not as it was. It is set up once for an
#   account, in a root of its own more often than not: say in required_in which
#   roots should have it. A monitor without a subscription is told anywhere.
# related_resources:
# - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html
# - ref: https://learn.microsoft.com/azure/cost-management-billing/understand/analyze-unexpected-charges
# custom:
#   code: COST-804
#   severity: low
#   scope: plan
#   saving: advisory
#   remediation: Add a monitor of services, and a subscription that tells whoever can act on it.
#   params:
#     type: object
#     properties:
#       required_in: {type: array, default: [], description: 'Patterns of the paths of projects that should set it up, as in environment and guardrail.', items: {type: string}}
#   since: 0.1.0
#   idea: AWS Well-Architected COST03
package iaclint.budget.no_anomaly_detection

import data.iaclint.lib.projects

findings contains {
	"address": "plan",
	"verdict": verdict,
	"key": cloud,
	"message": sprintf("nothing watches %s for anomalies of its cost: %s", [of.name, of.what]),
} if {
	projects.among(input.params.required_in, input.project)
	some cloud, of in watchers
	input.by_provider[of.provider].monthly > 0
	not watched[cloud]
}

watchers := {
	"aws": {"provider": "aws", "name": "AWS", "what": "add aws_ce_anomaly_monitor and aws_ce_anomaly_subscription"},
	"azure": {"provider": "azurerm", "name": "Azure", "what": "add azurerm_cost_anomaly_alert"},
}

watched["aws"] if input.counts.aws_ce_anomaly_monitor > 0

watched["azure"] if input.counts.azurerm_cost_anomaly_alert > 0

findings contains {
	"address": monitors[0],
	"verdict": verdict,
	"key": "subscription",
	"message": "anomalies are found and told nobody: no aws_ce_anomaly_subscription in this plan",
	"related": array.slice(monitors, 1, count(monitors)),
} if {
	input.counts.aws_ce_anomaly_monitor > 0
	not subscribed
}

monitors := input.by_type.aws_ce_anomaly_monitor.addresses

subscribed if input.counts.aws_ce_anomaly_subscription > 0

# What is missing may stand in the part of the root that this plan leaves out.
default verdict := "fail"

verdict := "unknown" if input.incomplete != ""
