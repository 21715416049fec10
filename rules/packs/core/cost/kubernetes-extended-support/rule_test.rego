package iaclint.cost.kubernetes_extended_support_test

import data.iaclint.cost.kubernetes_extended_support as rule

cluster(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"context": {"as_of": "2026-03-01"},
	"params": {"warn_days": 90},
}

eks(values) := cluster("aws_eks_cluster", values)

test_past_standard_support if {
	found := rule.findings with input as eks({"version": "1.30"})
	found == {{
		"path": "version",
		"message": "Kubernetes 1.30 left standard support on 2025-07-23: the fee is that of extended support",
		"change": {"version": "1.33"},
		"rests_on": ["version", "upgrade_policy.support_type"],
	}}
}

test_soon_past_it if {
	found := rule.findings with input as eks({"version": "1.32"})
	[f.message | some f in found] == [concat("", [
		"Kubernetes 1.32 leaves standard support on 2026-03-23, in 22 days; ",
		"the fee of extended support follows",
	])]
}

test_well_inside_it if {
	count(rule.findings) == 0 with input as eks({"version": "1.34"})
}

test_a_version_newer_than_the_calendar if {
	count(rule.findings) == 0 with input as eks({"version": "1.40"})
}

test_upgraded_by_itself if {
	count(rule.findings) == 0 with input as eks({
		"version": "1.30",
		"upgrade_policy": [{"support_type": "STANDARD"}],
	})
}

test_no_version_means_the_newest if {
	count(rule.findings) == 0 with input as eks({"version": null})
}

test_a_version_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(eks({}), {"resource": {"unknown": ["version"]}})
}

test_long_term_support_of_aks if {
	found := rule.findings with input as cluster(
		"azurerm_kubernetes_cluster",
		{"support_plan": "AKSLongTermSupport", "sku_tier": "Premium"},
	)
	[f.path | some f in found] == ["support_plan"]
	[f.change | some f in found] == [{"support_plan": "KubernetesOfficial", "sku_tier": "Standard"}]
}

# Without the plan there would be no support at all for the version.
test_long_term_support_of_a_version_that_needs_it if {
	aged := {"support_plan": "AKSLongTermSupport", "sku_tier": "Premium", "kubernetes_version": "1.31.4"}
	found := rule.findings with input as cluster("azurerm_kubernetes_cluster", aged)
	found == {{
		"path": "support_plan", "rests_on": ["support_plan"],
		"message": concat("", [
			"the AKSLongTermSupport plan needs the premium tier of the control plane; ",
			"upgrade from 1.31.4 first, which no other plan supports",
		]),
	}}
	later := rule.findings with input as cluster("azurerm_kubernetes_cluster", object.union(aged, {"kubernetes_version": "1.34"}))
	count([f | some f in later; f.change]) == 1
}

test_ordinary_aks if {
	count(rule.findings) == 0 with input as cluster(
		"azurerm_kubernetes_cluster",
		{"support_plan": "KubernetesOfficial"},
	)
}

test_the_extended_channel_of_gke if {
	found := rule.findings with input as cluster(
		"google_container_cluster",
		{"release_channel": [{"channel": "EXTENDED"}]},
	)
	[f.path | some f in found] == ["release_channel.channel"]
}

test_the_regular_channel_of_gke if {
	count(rule.findings) == 0 with input as cluster(
		"google_container_cluster",
		{"release_channel": [{"channel": "REGULAR"}]},
	)
}

test_what_other_plans_support_needs_no_upgrade_first if {
	found := rule.findings with input as cluster(
		"azurerm_kubernetes_cluster",
		{"support_plan": "AKSLongTermSupport", "kubernetes_version": "1.36"},
	)
	[f.message | some f in found] == ["the AKSLongTermSupport plan needs the premium tier of the control plane"]
}
