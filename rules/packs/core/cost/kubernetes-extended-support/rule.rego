# METADATA
# title: Kubernetes version in paid extended support
# description: >-
#   When a version leaves standard support, EKS goes on running it for a year at six times the fee of
#   the control plane, without asking. AKS and GKE sell the same as a plan one chooses.
# related_resources:
# - ref: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
# - ref: https://learn.microsoft.com/azure/aks/long-term-support
# - ref: https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels
# custom:
#   code: COST-117
#   severity: high
#   saving: exact
#   since: aws 6.25, azurerm 4.80, google 7.45
#   types: [aws_eks_cluster, azurerm_kubernetes_cluster, google_container_cluster]
#   params:
#     type: object
#     properties:
#       warn_days:
#         type: integer
#         description: Days before the end of standard support from which a version is reported.
#         default: 90
#   remediation: >-
#     Upgrade one minor version at a time, or set upgrade_policy.support_type to STANDARD, so that EKS
#     upgrades the cluster by itself and the dearer fee never starts.
#   when_not: >-
#     A component that cannot be replaced yet does not run on a newer version.
package iaclint.cost.kubernetes_extended_support

import data.iaclint.lib.aks

findings contains {
	"path": "version",
	"message": sprintf("Kubernetes %s %s", [input.resource.values.version, standing]),
	"change": {"version": oldest_in_support},
	"rests_on": ["version", "upgrade_policy.support_type"],
} if {
	input.resource.type == "aws_eks_cluster"
	standing := standings[input.resource.values.version]
	not upgrades_by_itself
}

findings contains object.union(
	{
		"path": "support_plan",
		"message": concat("", ["the AKSLongTermSupport plan needs the premium tier of the control plane", first]),
		"rests_on": ["support_plan"],
	},
	ordinary,
) if {
	input.resource.values.support_plan == "AKSLongTermSupport"
}

default first := ""

first := sprintf("; upgrade from %s first, which no other plan supports", [input.resource.values.kubernetes_version]) if only_there

ordinary := {} if only_there

ordinary := {"change": {"support_plan": "KubernetesOfficial", "sku_tier": "Standard"}} if not only_there

only_there if days_left(aks.end(input.resource.values.kubernetes_version)) < 0

findings contains {
	"path": "release_channel.channel",
	"message": "the Extended channel keeps clusters past standard support, at an extra fee for each hour",
	"rests_on": ["release_channel.channel"],
} if {
	input.resource.values.release_channel[_].channel == "EXTENDED"
}

upgrades_by_itself if input.resource.values.upgrade_policy[_].support_type == "STANDARD"

# What there is to say of each version on the day: the same for every cluster.
standings[version] := standing(end) if some version, end in standard_support_ends

standing(end) := sprintf("left standard support on %s: the fee is that of extended support", [end]) if days_left(end) < 0

standing(end) := sprintf("leaves standard support on %s, in %d days; the fee of extended support follows", [end, days_left(end)]) if {
	days_left(end) >= 0
	days_left(end) <= input.params.warn_days
}

# Versions of the calendar sort as text while they have two digits.
oldest_in_support := min([version |
	some version, end in standard_support_ends
	days_left(end) > input.params.warn_days
])

days_left(end) := (date(end) - date(input.context.as_of)) / (((24 * 60) * 60) * 1000000000)

date(text) := time.parse_ns("2006-01-02", text)
