package iaclint.cost.more_clusters_than_needed_test

import data.iaclint.cost.more_clusters_than_needed as rule
import data.iaclint.lib.plan_test

row(type, name, env) := {
	"address": sprintf("%s.%s", [type, name]), "type": type, "env": env,
	"actions": ["create"], "cost": {"monthly": 73},
}

document(rows) := object.union(plan_test.made(rows), {"params": {"max_clusters_nonprod": 1}})

test_two_in_a_test_environment if {
	found := rule.findings with input as document([
		row("google_container_cluster", "b", "nonprod"),
		row("aws_eks_cluster", "a", "nonprod"),
	])
	found == {{
		"address": "aws_eks_cluster.a",
		"message": "one of 2 clusters in non-production, where 1 will do",
		"related": ["google_container_cluster.b"],
	}}
}

test_one_is_fine if {
	count(rule.findings) == 0 with input as document([row("aws_eks_cluster", "a", "nonprod"), row("aws_eks_cluster", "b", "prod")])
}

test_more_by_choice if {
	count(rule.findings) == 0 with input as document([row("aws_eks_cluster", "a", "nonprod"), row("aws_eks_cluster", "b", "nonprod")])
		with input.params.max_clusters_nonprod as 2
}

# Of an environment that is not known nothing is said.
test_environment_not_known if {
	count(rule.findings) == 0 with input as document([row("aws_eks_cluster", name, "unknown") | some name in ["a", "b"]])
}

test_clusters_only if {
	count(rule.clusters) == 0 with input.groups as [{"type": "aws_instance", "env": "nonprod"}]
}
