package iaclint.lock_in.function_bound_to_runtime_test

import data.iaclint.lock_in.function_bound_to_runtime

found(values, params) := findings if {
	findings := function_bound_to_runtime.findings with input as {
		"params": object.union({"images": true, "allow": []}, params),
		"resource": {"type": "aws_lambda_function", "address": "aws_lambda_function.x", "values": values},
	}
}

test_fails if {
	found({"package_type": "Zip", "runtime": "python3.13"}, {}) == {{
		"path": "package_type",
		"message": "a zip file for the provider's python3.13, not an image",
		"rests_on": ["package_type"],
	}}
	{finding.message | some finding in found({}, {})} == {"a zip file for a runtime of the provider, not an image"}
}

test_passes_an_image if found({"package_type": "Image"}, {}) == set()

test_passes_where_nobody_asks_for_images if found({"package_type": "Zip"}, {"images": false}) == set()

test_passes_what_is_settled if found({"package_type": "Zip"}, {"allow": ["*.x"]}) == set()

# A type known only after apply is absent: the finding names it, and the engine makes it unknown.
test_unknown_rests_on_the_type if {
	{finding.rests_on | some finding in found({}, {})} == {["package_type"]}
}

test_what_is_settled_elsewhere if {
	not function_bound_to_runtime.settled with input as {"params": {"allow": ["*.other"]}, "resource": {"address": "aws_lambda_function.a"}}
	not function_bound_to_runtime.runtime == "the provider's " with input as {"resource": {"values": {"runtime": ""}}}
}
