package iaclint.cost.registry_without_clean_up_test

import data.iaclint.cost.registry_without_clean_up as rule

registry(type, values, users) := {
	"resource": {
		"type": type, "values": values, "unknown": [],
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
	},
	"params": {"builds_per_month": 60, "image_gb": 0.3, "keep": 30},
}

test_no_policy if {
	found := rule.findings with input as registry("aws_ecr_repository", {}, [])
	found == {{
		"message": concat("", [
			"nothing removes old images: at 60 builds a month of 0.3 GB ",
			"it grows to 216 GB in a year; keep the last 30",
		]),
		"rests_on": ["referenced_by"],
	}}
}

test_a_policy if {
	count(rule.findings) == 0 with input as registry("aws_ecr_repository", {}, ["aws_ecr_lifecycle_policy"])
}

test_a_google_repository if {
	count(rule.findings) == 1 with input as registry("google_artifact_registry_repository", {}, [])
}

test_a_google_repository_with_policies if {
	count(rule.findings) == 0 with input as registry(
		"google_artifact_registry_repository",
		{"cleanup_policies": [{"id": "old"}]}, [],
	)
}

test_a_virtual_repository_holds_nothing if {
	count(rule.findings) == 0 with input as registry(
		"google_artifact_registry_repository",
		{"mode": "VIRTUAL_REPOSITORY"}, [],
	)
}

test_a_premium_registry if {
	found := rule.findings with input as registry("azurerm_container_registry", {"sku": "Premium"}, [])
	[f.change | some f in found] == [{"retention_policy_in_days": 7}]
}

test_a_premium_registry_that_cleans_up if {
	count(rule.findings) == 0 with input as registry(
		"azurerm_container_registry",
		{"sku": "Premium", "retention_policy_in_days": 7}, [],
	)
}

test_a_basic_registry_cannot if {
	count(rule.findings) == 0 with input as registry("azurerm_container_registry", {"sku": "Basic"}, [])
}

test_policies_known_only_after_apply if {
	found := rule.findings with input as object.union(
		registry("google_artifact_registry_repository", {}, []),
		{"resource": {"unknown": ["cleanup_policies"]}},
	)
	every f in found {
		"cleanup_policies" in f.rests_on
	}
}

test_what_else_points_to_it if {
	count(rule.findings) == 1 with input as registry("aws_ecr_repository", {}, ["aws_ecr_repository_policy"])
	count(rule.findings) == 0 with input as registry("aws_ecr_repository", {}, ["aws_ecr_lifecycle_policy"])
}

test_a_mode_that_is_not_said if {
	count(rule.findings) == 1 with input as registry("google_artifact_registry_repository", {"mode": null}, [])
	count(rule.findings) == 0 with input as registry("google_artifact_registry_repository", {"mode": "REMOTE_REPOSITORY"}, [])
}
