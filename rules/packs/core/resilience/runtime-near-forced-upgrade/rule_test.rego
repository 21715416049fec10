package iaclint.resilience.runtime_near_forced_upgrade_test

import data.iaclint.resilience.runtime_near_forced_upgrade as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"warn_days": 90},
	"context": {"as_of": "2026-11-21"},
}

messages(type, values) := {f.message | some f in found} if found := rule.findings with input as resource(type, values)

runtime(name) := messages("aws_lambda_function", {"runtime": name})

aks(values) := messages("azurerm_kubernetes_cluster", values)

test_out_of_support if {
	runtime("python3.9") == {"runtime python3.9 went out of support on 2025-12-15"}
	runtime("dotnet8") == {"runtime dotnet8 went out of support on 2026-11-10"}
}

test_in_support if {
	count(runtime("nodejs24.x")) == 0
	count(runtime("nodejs22.x")) == 0
}

test_soon if {
	found := rule.findings with input as resource("aws_lambda_function", {"runtime": "nodejs22.x"}) with input.params.warn_days as 160
	found == {{
		"path": "runtime",
		"message": "runtime nodejs22.x goes out of support on 2027-04-30, in 160 days",
		"rests_on": ["runtime"],
	}}
	none := rule.findings with input as resource("aws_lambda_function", {"runtime": "nodejs22.x"}) with input.params.warn_days as 159
	count(none) == 0
}

test_a_runtime_not_in_the_calendar if count(runtime("python9.9")) == 0

test_images_have_no_runtime if count(messages("aws_lambda_function", {"package_type": "Image"})) == 0

test_clusters if {
	aks({"kubernetes_version": "1.32.6"}) == {"Kubernetes 1.32.6 went out of support on 2026-03-31"}
	aks({"kubernetes_version": "1.34"}) == {"Kubernetes 1.34 goes out of support on 2026-11-30, in 9 days"}
	count(aks({"kubernetes_version": "1.36"})) == 0
	count(aks({})) == 0
}

test_clusters_that_follow if {
	count(aks({"kubernetes_version": "1.32", "automatic_upgrade_channel": "stable"})) == 0
	count(aks({"kubernetes_version": "1.32", "automatic_channel_upgrade": "rapid"})) == 0
	count(aks({"kubernetes_version": "1.32", "automatic_upgrade_channel": "patch"})) == 1
	count(aks({"kubernetes_version": "1.32", "support_plan": "AKSLongTermSupport"})) == 0
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_lambda_function", {}),
		{"resource": {"unknown": ["runtime"]}},
	)
}
