package iaclint.cost.premium_network_in_nonproduction_test

import data.iaclint.cost.premium_network_in_nonproduction as rule

resource(type, values) := {"resource": {"type": type, "values": values, "unknown": []}}

test_an_address if {
	found := rule.findings with input as resource("google_compute_address", {"network_tier": "PREMIUM"})
	found == {{
		"path": "network_tier",
		"message": "premium network tier in non-production",
		"change": {"network_tier": "STANDARD"},
		"rests_on": ["network_tier", "address_type"],
	}}
	count(rule.findings) == 1 with input as resource("google_compute_project_default_network_tier", {"network_tier": "PREMIUM"})
}

test_others if {
	count(rule.findings) == 0 with input as resource("google_compute_address", {"network_tier": "STANDARD"})
	count(rule.findings) == 0 with input as resource("google_compute_address", {})
	count(rule.findings) == 0 with input as resource("google_compute_address", {"network_tier": "PREMIUM", "address_type": "INTERNAL"})
}

test_a_machine if {
	found := rule.findings with input as resource("google_compute_instance", {"network_interface": [{"access_config": [{"network_tier": "PREMIUM"}]}]})
	[f.change | some f in found] == [{"network_interface.access_config.network_tier": "STANDARD"}]
	count(rule.findings) == 0 with input as resource("google_compute_instance", {"network_interface": [{"access_config": [{"network_tier": "STANDARD"}]}]})
	count(rule.findings) == 0 with input as resource("google_compute_instance", {"network_interface": [{"access_config": [{}]}]})
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("google_compute_address", {}),
		{"resource": {"unknown": ["network_tier"]}},
	)
}
