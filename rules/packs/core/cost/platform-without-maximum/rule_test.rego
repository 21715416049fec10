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

test_each_way_to_say_a_maximum if {
	every path, values in {
		"max_size": {"max_size": 9},
		"template.max_replicas": {"template": [{"max_replicas": 9}]},
		"site_config.app_scale_limit": {"site_config": [{"app_scale_limit": 9}]},
		"automatic_scaling.max_total_instances": {"automatic_scaling": [{"max_total_instances": 9}]},
		"manual_scaling.instances": {"manual_scaling": [{"instances": 9}]},
		"template.scaling.max_instance_count": {"template": [{"scaling": [{"max_instance_count": 9}]}]},
		"scaling.max_instance_count": {"scaling": [{"max_instance_count": 9}]},
		"max_instances": {"max_instances": 9},
		"service_config.max_instance_count": {"service_config": [{"max_instance_count": 9}]},
	} {
		found := rule.findings with input as service("x_y", "nonprod", values)
		[f.path | some f in found; contains(f.message, "grows to 9 instances")] == [path]
		count(rule.findings) == 0 with input as service("x_y", "prod", values)
	}
}

# 0 is how some say that there is none.
test_zero_is_no_maximum if {
	every values in [
		{"max_size": 0}, {"template": [{"max_replicas": 0}]}, {"site_config": [{"app_scale_limit": 0}]},
		{"automatic_scaling": [{"max_total_instances": 0}]}, {"manual_scaling": [{"instances": 0}]},
		{"template": [{"scaling": [{"max_instance_count": 0}]}]}, {"scaling": [{"max_instance_count": 0}]},
		{"max_instances": 0}, {"service_config": [{"max_instance_count": 0}]},
	] {
		count(rule.maxima) == 0 with input as service("x_y", "nonprod", values)
	}
}
