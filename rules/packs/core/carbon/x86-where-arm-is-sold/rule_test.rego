package iaclint.carbon.x86_where_arm_is_sold_test

import data.iaclint.carbon.x86_where_arm_is_sold

x86 := {"type": "m5.large", "arch": "x86_64", "arm_twin": "m7g.large"}

found(type, values, machine, params) := findings if {
	findings := x86_where_arm_is_sold.findings with input as {"params": params, "resource": {"type": type, "values": values, "machine": machine}}
}

any := {"managed_only": false}

test_fails if {
	found("aws_instance", {"instance_type": "m5.large"}, x86, any) == {{
		"path": "instance_type", "message": "m5.large runs on x86; m7g.large is the same size on Arm",
		"change": {"instance_type": "m7g.large"}, "rests_on": ["instance_type"], "facts": {"twin": "m7g.large"},
	}}
}

test_fails_on_a_database if {
	{finding.change | some finding in found("aws_db_instance", {"instance_class": "db.m5.large", "engine": "postgres"}, x86, any)} == {{"instance_class": "db.m7g.large"}}
}

test_passes_engines_that_run_on_x86_only if {
	found("aws_db_instance", {"instance_class": "db.m5.large", "engine": "sqlserver-se"}, x86, any) == set()
	found("aws_db_instance", {"instance_class": "db.m5.large", "engine": "oracle-ee"}, x86, any) == set()
}

test_passes_windows if {
	found("aws_eks_node_group", {"instance_types": ["m5.large"], "ami_type": "WINDOWS_CORE_2022_x86_64"}, x86, any) == set()
	found("azurerm_kubernetes_cluster_node_pool", {"vm_size": "Standard_D4s_v5", "os_type": "Windows"}, x86, any) == set()
}

test_passes_on_arm_and_without_a_twin if {
	found("aws_instance", {"instance_type": "m7g.large"}, {"type": "m7g.large", "arch": "arm64"}, any) == set()
	found("aws_instance", {"instance_type": "x1e.xlarge"}, {"type": "x1e.xlarge", "arch": "x86_64"}, any) == set()
}

test_managed_only if {
	found("aws_instance", {"instance_type": "m5.large"}, x86, {"managed_only": true}) == set()
	count(found("aws_elasticache_cluster", {"node_type": "cache.m5.large"}, x86, {"managed_only": true})) == 1
}

# A type known only after apply is absent, and so is the machine: silence, which the engine makes unknown.
test_silent_when_not_known if {
	findings := x86_where_arm_is_sold.findings with input as {"params": any, "resource": {"type": "aws_instance", "values": {}, "unknown": ["instance_type"]}}
	findings == set()
}

test_passes_another_architecture if {
	found("aws_instance", {"instance_type": "m7g.large"}, object.union(x86, {"arch": "arm64"}), any) == set()
}

test_fails_on_linux if {
	count(found("aws_eks_node_group", {"instance_types": ["m5.large"], "ami_type": "AL2023_x86_64_STANDARD"}, x86, any)) == 1
	count(found("azurerm_kubernetes_cluster_node_pool", {"vm_size": "Standard_D4s_v5", "os_type": "Linux"}, x86, any)) == 1
}

# A replication group has no engine of that kind; its attribute says Valkey or Redis.
test_engines_count_for_databases if {
	count(found("aws_elasticache_cluster", {"node_type": "cache.m5.large", "engine": "oracle-ee"}, x86, any)) == 1
}

test_passes_what_is_on_arm_with_another_twin if {
	found("aws_instance", {"instance_type": "m6g.large"}, {"type": "m6g.large", "arch": "arm64", "arm_twin": "m7g.large"}, any) == set()
}
