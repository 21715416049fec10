package iaclint.cost.platform_without_maximum_test

import data.iaclint.cost.platform_without_maximum as rule

service(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {"max_instances": {"prod": 100, "nonprod": 3}},
}

test_nothing_said_in_test if {
	found := rule.findings with input as service("google_cloud_run_v2_service", "nonprod", {"template": [{"scaling": []}]})
	found == {{
		"path": "template.scaling.max_instance_count",
		"message": "no maximum of instances: the platform stops at 100, the cap in non-production is 3",
		"change": {"template.scaling.max_instance_count": 3},
		"rests_on": ["template.scaling.max_instance_count", "scaling.max_instance_count"],
	}}
}

test_the_default_is_within_the_cap_of_production if {
	count(rule.findings) == 0 with input as service("google_cloud_run_v2_service", "prod", {"template": [{}]})
}

test_a_default_far_above_it if {
	found := rule.findings with input as service("google_cloudfunctions_function", "prod", {})
	[f.path | some f in found] == ["max_instances"]
}

test_a_maximum_above_the_cap if {
	found := rule.findings with input as service("azurerm_container_app", "nonprod", {"template": [{"max_replicas": 30}]})
	found == {{
		"path": "template.max_replicas",
		"message": "grows to 30 instances; the cap in non-production is 3",
		"change": {"template.max_replicas": 3},
		"rests_on": ["template.max_replicas"],
	}}
}

test_a_maximum_within_it if {
	count(rule.findings) == 0 with input as service(
		"google_cloudfunctions2_function", "nonprod",
		{"service_config": [{"max_instance_count": 2}]},
	)
}

test_the_lower_of_two_maxima_counts if {
	count(rule.findings) == 0 with input as service("google_cloud_run_v2_service", "nonprod", {
		"scaling": [{"max_instance_count": 2}],
		"template": [{"scaling": [{"max_instance_count": 40}]}],
	})
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		service("google_cloud_run_v2_service", "nonprod", {}),
		{"resource": {"unknown": ["template"]}},
	)
	every f in found {
		"template.scaling.max_instance_count" in f.rests_on
	}
}
