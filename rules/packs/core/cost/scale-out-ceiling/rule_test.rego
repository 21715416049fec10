package iaclint.cost.scale_out_ceiling_test

import data.iaclint.cost.scale_out_ceiling as rule

resource(type, env, values, monthly) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": [], "cost": {"monthly": monthly}},
	"params": {
		"max_exposure_usd": {"prod": 20000, "nonprod": 1000},
		"max_ratio": 10,
		"max_vcpu": {"prod": 1024, "nonprod": 256},
	},
}

test_more_than_the_team_could_pay if {
	found := rule.findings with input as resource(
		"aws_autoscaling_group", "nonprod",
		{"min_size": 2, "max_size": 60, "desired_capacity": 2}, 140.16,
	)
	found == {{
		"path": "max_size",
		"message": concat("", [
			"ceiling of 60: $4,204.80 a month if it stays there, ",
			"above the $1,000.00 set for non-production",
		]),
		"exposure": 4204.8,
		"rests_on": ["max_size"],
	}}
}

test_far_above_the_floor if {
	found := rule.findings with input as resource(
		"aws_appautoscaling_target", "prod",
		{"min_capacity": 1, "max_capacity": 100}, 0,
	)
	found == {{
		"path": "max_capacity",
		"message": "ceiling of 100, 100 times the floor of 1",
		"rests_on": ["max_capacity", "min_capacity"],
	}}
}

test_a_modest_group if {
	count(rule.findings) == 0 with input as resource(
		"aws_autoscaling_group", "nonprod",
		{"min_size": 1, "max_size": 4}, 70.08,
	)
}

# What stands at nothing has no floor to compare with.
test_scaled_to_nothing if {
	count(rule.findings) == 0 with input as resource(
		"aws_autoscaling_group", "prod",
		{"min_size": 0, "max_size": 40, "desired_capacity": 0}, 0,
	)
	count(rule.findings) == 0 with input as resource(
		"azurerm_kubernetes_cluster_node_pool", "prod",
		{"min_count": 0, "max_count": 40, "node_count": 0}, 0,
	)
}

test_a_node_group if {
	found := rule.findings with input as resource(
		"aws_eks_node_group", "prod",
		{"scaling_config": [{"min_size": 1, "max_size": 30, "desired_size": 3}]}, 300,
	)
	[f.path | some f in found] == ["scaling_config.max_size"]
}

test_a_pool_on_azure if {
	found := rule.findings with input as resource(
		"azurerm_kubernetes_cluster_node_pool", "nonprod",
		{"min_count": 3, "max_count": 20, "node_count": 3}, 300,
	)
	[f.exposure | some f in found] == [2000]
}

test_a_pool_on_google if {
	found := rule.findings with input as resource(
		"google_container_node_pool", "prod",
		{"autoscaling": [{"min_node_count": 0, "max_node_count": 50}]}, 0,
	)
	[f.message | some f in found] == ["ceiling of 50, 50 times the floor of 0"]
}

test_a_batch_environment if {
	found := rule.findings with input as resource(
		"aws_batch_compute_environment", "nonprod",
		{"compute_resources": [{"max_vcpus": 512}]}, null,
	)
	[f.message | some f in found] == ["ceiling of 512 vCPUs; the cap in non-production is 256"]
}

test_a_cluster_that_makes_its_own_pools if {
	found := rule.findings with input as resource(
		"google_container_cluster", "prod", {"cluster_autoscaling": [{"resource_limits": [
			{"resource_type": "memory", "maximum": 8192},
			{"resource_type": "cpu", "maximum": 2048},
		]}]},
		null,
	)
	[f.path | some f in found] == ["cluster_autoscaling.resource_limits"]
}

test_karpenter if {
	unbounded := {"manifest": {"apiVersion": "karpenter.sh/v1", "kind": "NodePool", "spec": {"template": {}}}}
	count(rule.findings) == 1 with input as resource("kubernetes_manifest", "prod", unbounded, null)
	bounded := object.union(unbounded, {"manifest": {"spec": {"limits": {"cpu": 100}}}})
	count(rule.findings) == 0 with input as resource("kubernetes_manifest", "prod", bounded, null)
}

test_a_ceiling_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_autoscaling_group", "nonprod", {"min_size": 1}, 70.08),
		{"resource": {"unknown": ["max_size"]}},
	)
}

limits(kind, most) := {"cluster_autoscaling": [{"resource_limits": [{"resource_type": kind, "maximum": most}]}]}

test_processors_of_a_cluster if {
	found := rule.findings with input as resource("google_container_cluster", "nonprod", limits("cpu", 257), 0)
	[f.message | some f in found] == ["ceiling of 257 vCPUs; the cap in non-production is 256"]
	count(rule.findings) == 0 with input as resource("google_container_cluster", "nonprod", limits("cpu", 256), 0)
	count(rule.findings) == 0 with input as resource("google_container_cluster", "nonprod", limits("memory", 4096), 0)
}

manifest(kind, version) := {"manifest": {"kind": kind, "apiVersion": version, "spec": {}}}

test_a_pool_of_karpenter if {
	count(rule.findings) == 1 with input as resource("kubernetes_manifest", "prod", manifest("NodePool", "karpenter.sh/v1"), 0)
	count(rule.findings) == 0 with input as resource("kubernetes_manifest", "prod", manifest("Deployment", "karpenter.sh/v1"), 0)
	count(rule.findings) == 0 with input as resource("kubernetes_manifest", "prod", manifest("NodePool", "acme.io/v1"), 0)
}

exposures(values) := {f.exposure | some f in findings} if {
	findings := rule.findings with input as resource("aws_autoscaling_group", "nonprod", values, 140)
}

pools(values) := {f.exposure | some f in findings} if {
	findings := rule.findings with input as resource("azurerm_kubernetes_cluster_node_pool", "nonprod", values, 140)
}

# What runs now is what is wanted, else the minimum.
test_what_runs_now if {
	exposures({"min_size": 1, "max_size": 60, "desired_capacity": 2}) == {4200}
	exposures({"min_size": 4, "max_size": 60}) == {2100}
	pools({"min_count": 1, "max_count": 60, "node_count": 2}) == {4200}
	pools({"min_count": 4, "max_count": 60}) == {2100}
}
