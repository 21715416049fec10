package iaclint.carbon.old_hosts_test

import data.iaclint.carbon.old_hosts

found(type, values, machine) := findings if {
	findings := old_hosts.findings with input as {"resource": {"type": type, "values": values, "machine": machine}}
}

test_fails if {
	found("aws_instance", {"instance_type": "m4.large"}, {"type": "m4.large", "successor": "m7i.large"}) == {{
		"path": "instance_type", "message": "m4.large runs on older hosts than its successor m7i.large",
		"change": {"instance_type": "m7i.large"}, "rests_on": ["instance_type"],
	}}
	{finding.change | some finding in found("aws_elasticache_cluster", {"node_type": "cache.m4.large"}, {"type": "m4.large", "successor": "m7i.large"})} == {{"node_type": "cache.m7i.large"}}
}

test_passes_the_newest if found("aws_instance", {"instance_type": "m7i.large"}, {"type": "m7i.large"}) == set()

# A type known only after apply is absent, and so is the machine: silence, which the engine makes unknown.
test_silent_when_not_known if {
	findings := old_hosts.findings with input as {"resource": {"type": "aws_instance", "values": {}, "unknown": ["instance_type"]}}
	findings == set()
}
