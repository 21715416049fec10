# METADATA
# title: Runtime or version near its forced upgrade
# description: |
#   A function on a runtime that is no longer supported can soon be changed no
#   more, a cluster behind the last supported version is upgraded when the
#   cloud finds the time. Either is dearer in a hurry. Engines and clusters
#   whose support goes on for a fee have rules of their own.
# related_resources:
# - ref: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
# - ref: https://learn.microsoft.com/azure/aks/supported-kubernetes-versions
# custom:
#   code: RES-006
#   severity: medium
#   types: [aws_lambda_function, azurerm_kubernetes_cluster]
#   saving: advisory
#   remediation: Upgrade in a week of your own choosing, and let the channel of a cluster follow minor versions.
#   params:
#     type: object
#     properties:
#       warn_days: {type: integer, default: 90, minimum: 0, description: Days before the end from which on it is said.}
#   since: 0.1.0
#   idea: an upgrade costs least while it can wait
package iaclint.resilience.runtime_near_forced_upgrade

import data.iaclint.lib.aks

findings contains {
	"path": "runtime",
	"message": sprintf("runtime %s %s", [input.resource.values.runtime, standing]),
	"rests_on": ["runtime"],
} if {
	input.resource.type == "aws_lambda_function"
	standing := told(runtime_ends[input.resource.values.runtime])
}

findings contains {
	"path": "kubernetes_version",
	"message": sprintf("Kubernetes %s %s", [input.resource.values.kubernetes_version, standing]),
	"rests_on": ["kubernetes_version", "automatic_upgrade_channel", "support_plan"],
} if {
	input.resource.type == "azurerm_kubernetes_cluster"
	not follows
	not input.resource.values.support_plan == "AKSLongTermSupport"
	standing := told(aks.end(input.resource.values.kubernetes_version))
}

# These channels move on to the next minor version by themselves.
follows if input.resource.values.automatic_upgrade_channel in {"rapid", "stable"}

# Its name before azurerm 4.
follows if input.resource.values.automatic_channel_upgrade in {"rapid", "stable"}

told(end) := sprintf("went out of support on %s", [end]) if days_to(end) < 0

told(end) := sprintf("goes out of support on %s, in %d days", [end, days_to(end)]) if {
	days_to(end) >= 0
	days_to(end) <= input.params.warn_days
}

days_to(end) := (date(end) - date(input.context.as_of)) / (((24 * 60) * 60) * 1000000000)

date(text) := time.parse_ns("2006-01-02", text)
