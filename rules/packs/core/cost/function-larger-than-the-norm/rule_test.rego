package iaclint.cost.function_larger_than_the_norm_test

import data.iaclint.cost.function_larger_than_the_norm as rule

function(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"max_memory_mb": 1769, "max_memory_mib_google": 2048, "max_timeout_s": 300},
}

found(type, values) := findings if findings := rule.findings with input as function(type, values)

test_much_memory if {
	found("aws_lambda_function", {"memory_size": 10240, "timeout": 30}) == {{
		"path": "memory_size",
		"key": "memory",
		"message": "10,240 MB of memory; the cap is 1,769",
		"rests_on": ["memory_size"],
	}}
}

test_much_time if {
	found("aws_lambda_function", {"memory_size": 128, "timeout": 900}) == {{
		"path": "timeout",
		"key": "timeout",
		"message": "a call may take 900 seconds; the cap is 300",
		"rests_on": ["timeout"],
	}}
}

google(memory) := {f.message | some f in found("google_cloudfunctions2_function", {"service_config": [{"available_memory": memory, "timeout_seconds": 60}]})}

test_memory_of_google if {
	google("4Gi") == {"4,096 MiB of memory; the cap is 2,048"}
	google("2049Mi") == {"2,049 MiB of memory; the cap is 2,048"}
	google("2.2G") == {"2,098 MiB of memory; the cap is 2,048"}
	google("4000M") == {"3,815 MiB of memory; the cap is 2,048"}
	google("4000000k") == {"3,815 MiB of memory; the cap is 2,048"}
	google("4000000K") == {"3,815 MiB of memory; the cap is 2,048"}
	google("4194304Ki") == {"4,096 MiB of memory; the cap is 2,048"}
	google("4294967296") == {"4,096 MiB of memory; the cap is 2,048"}
	every memory in ["2Gi", "2G", "256M", "4096", "lots", "4Ti"] {
		google(memory) == set()
	}
	{[f.path, f.key] | some f in found("google_cloudfunctions2_function", {"service_config": [{"available_memory": "4Gi"}]})} == {["service_config.available_memory", "memory"]}
}

test_time_of_google if {
	found("google_cloudfunctions2_function", {"service_config": [{"timeout_seconds": 3600}]}) == {{
		"path": "service_config.timeout_seconds",
		"key": "timeout",
		"message": "a call may take 3,600 seconds; the cap is 300",
		"rests_on": ["service_config.timeout_seconds"],
	}}
}

test_at_the_caps if {
	found("aws_lambda_function", {"memory_size": 1769, "timeout": 300}) == set()
	found("google_cloudfunctions2_function", {"service_config": [{"timeout_seconds": 300}]}) == set()
}

# Other types write their memory in other units.
test_other_types if found("google_cloud_run_v2_service", {"service_config": [{"available_memory": "4Gi"}]}) == set()

# What apply decides is absent, and the engine makes the silence unknown.
test_unknown_says_nothing if found("aws_lambda_function", {}) == set()
