package iaclint.cost.api_cache_in_nonproduction_test

import data.iaclint.cost.api_cache_in_nonproduction as rule

stage(values, unknown) := {"resource": {
	"type": "aws_api_gateway_stage", "env": "nonprod",
	"values": values, "unknown": unknown,
}}

test_a_cache if {
	found := rule.findings with input as stage({"cache_cluster_enabled": true, "cache_cluster_size": "6.1"}, [])
	found == {{
		"path": "cache_cluster_enabled",
		"message": "cache of 6.1 GB in non-production",
		"change": {"cache_cluster_enabled": false},
		"rests_on": ["cache_cluster_enabled"],
	}}
}

test_a_cache_of_unknown_size if {
	found := rule.findings with input as stage({"cache_cluster_enabled": true}, ["cache_cluster_size"])
	[f.message | some f in found] == ["cache in non-production"]
}

test_no_cache if {
	count(rule.findings) == 0 with input as stage({"cache_cluster_enabled": false}, [])
	count(rule.findings) == 0 with input as stage({}, [])
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as stage({}, ["cache_cluster_enabled"])
}
