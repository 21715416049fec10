package iaclint.lock_in.edge_code_in_a_dialect_test

import data.iaclint.lock_in.edge_code_in_a_dialect

messages(type, values) := found if {
	found := {finding.message | some finding in edge_code_in_a_dialect.findings} with input as {"params": {"max_associations": 2}, "resource": {"type": type, "values": values}}
}

test_fails if {
	messages("aws_cloudfront_function", {}) == {"JavaScript against the events of CloudFront, which only this edge runs"}
	messages("cloudflare_workers_script", {}) == {"a script with bindings of Workers, which only this edge runs"}
}

test_fails_a_distribution_with_many if {
	behaviours := {
		"default_cache_behavior": [{"lambda_function_association": [{}], "function_association": [{}]}],
		"ordered_cache_behavior": [{"lambda_function_association": [{}]}, {"function_association": [{}]}],
	}
	messages("aws_cloudfront_distribution", behaviours) == {"4 functions on the way of a request or answer, at most 2"}
}

test_passes_a_few if {
	messages("aws_cloudfront_distribution", {"default_cache_behavior": [{"function_association": [{}, {}]}]}) == set()
	messages("aws_cloudfront_distribution", {}) == set()
}

# Associations known only after apply are absent, and the engine asks whether they would be too many.
test_unknown_says_nothing if messages("aws_cloudfront_distribution", {"default_cache_behavior": [{}]}) == set()

test_passes_other_types if {
	calls := {"default_cache_behavior": [{"lambda_function_association": [{}, {}, {}]}]}
	messages("aws_cloudfront_cache_policy", calls) == set()
	count(messages("aws_cloudfront_distribution", calls)) == 1
}
