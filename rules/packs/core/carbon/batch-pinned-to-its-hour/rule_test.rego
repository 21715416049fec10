package iaclint.carbon.batch_pinned_to_its_hour_test

import data.iaclint.carbon.batch_pinned_to_its_hour

regions := {"aws": {"eu-central-1": {"g_per_kwh": 380.4}, "eu-north-1": {"g_per_kwh": 12}}}

found(values, region) := findings if {
	findings := batch_pinned_to_its_hour.findings with input as {
		"params": {"flex_hours": 2, "min_g_per_kwh": 200},
		"resource": {"type": "aws_scheduler_schedule", "region": region, "values": object.union({"flexible_time_window": [{"mode": "OFF"}]}, values)},
	}
		with data.iaclint.regions as regions
}

container := {"target": [{"arn": "arn:aws:ecs:x", "ecs_parameters": [{}]}]}

test_fails if {
	found(container, "eu-central-1") == {{
		"path": "flexible_time_window.mode",
		"message": "starts at its minute on a grid of 380 g/kWh; a window of 2 hours lets it move to a cleaner one",
		"change": {"flexible_time_window.mode": "FLEXIBLE", "flexible_time_window.maximum_window_in_minutes": 120},
		"rests_on": ["flexible_time_window.mode", "region"],
	}}
	count(found({"target": [{"sagemaker_pipeline_parameters": [{}]}]}, "eu-central-1")) == 1
	count(found({"target": [{"arn": "arn:aws:scheduler:::aws-sdk:batch:submitJob"}]}, "eu-central-1")) == 1
}

test_passes_a_window if found(object.union(container, {"flexible_time_window": [{"mode": "FLEXIBLE"}]}), "eu-central-1") == set()

test_passes_a_clean_grid if found(container, "eu-north-1") == set()

test_passes_what_is_short if found({"target": [{"arn": "arn:aws:lambda:x"}]}, "eu-central-1") == set()

test_unknown_region_says_nothing if found(container, "nowhere-1") == set()
