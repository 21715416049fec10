package iaclint.cost.function_larger_than_the_norm_test

import data.iaclint.cost.function_larger_than_the_norm as rule

function(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"max_memory_mb": 1769, "max_timeout_s": 300},
}

found(type, values) := findings if findings := rule.findings with input as function(type, values)

test_much_memory if {
	found("aws_lambda_function", {"memory_size": 10240, "timeout": 30}) == {{
		"path": "memory_size",
		"key": "memory",
		"message": "10,240 MB of memory; the cap is 1,769",
		"change": {"memory_size": 1769},
		"rests_on": ["memory_size"],
	}}
}

test_much_time if {
	found("aws_lambda_function", {"memory_size": 128, "timeout": 900}) == {{
		"path": "timeout",
		"key": "timeout",
		"message": "a call may take 900 seconds; the cap is 300",
		"change": {"timeout": 300},
		"rests_on": ["timeout"],
	}}
}

google(memory) := {f.message | some f in found("google_cloudfunctions2_function", {"service_config": [{"available_memory": memory, "timeout_seconds": 60}]})}

test_memory_of_google if {
	google("4Gi") == {"4,295 MB of memory; the cap is 1,769"}
	google("2G") == {"2,000 MB of memory; the cap is 1,769"}
	google("2048Mi") == {"2,147 MB of memory; the cap is 1,769"}
	google("256M") == set()
	google("lots") == set()
	{f.change | some f in found("google_cloudfunctions2_function", {"service_config": [{"available_memory": "4Gi"}]})} == {{"service_config.available_memory": "1769M"}}
	{f.path | some f in found("google_cloudfunctions2_function", {"service_config": [{"timeout_seconds": 3600}]})} == {"service_config.timeout_seconds"}
}

test_at_the_caps if {
	found("aws_lambda_function", {"memory_size": 1769, "timeout": 300}) == set()
	found("google_cloudfunctions2_function", {"service_config": [{"timeout_seconds": 300}]}) == set()
}

# What apply decides is absent, and the engine makes the silence unknown.
test_unknown_says_nothing if found("aws_lambda_function", {}) == set()
