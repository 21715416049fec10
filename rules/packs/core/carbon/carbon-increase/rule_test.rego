package iaclint.carbon.carbon_increase_test

import data.iaclint.carbon.carbon_increase

found(params, after) := findings if {
	findings := carbon_increase.findings with input as {
		"params": object.union({"min_kg": 5}, params),
		"base": {"totals": {"carbon_kg": 100}},
		"head": {"totals": after},
		"changed": [
			{"address": "aws_instance.a", "before": {"carbon": {"operational_kg": 100, "embodied_kg": 0}}, "after": {"carbon": {"operational_kg": 102, "embodied_kg": 0}}},
			{"address": "aws_instance.b", "before": null, "after": {"carbon": {"operational_kg": 25, "embodied_kg": 3}}},
			{"address": "aws_sqs_queue.q", "before": null, "after": {"cost": {"status": "usage"}}},
		],
	}
}

test_fails_over_kilograms if {
	{finding.message | some finding in found({"max_delta_kg": 20}, {"carbon_kg": 130})} == {"adds 30.0 kg CO2e a month (100 to 130), limit 20.0 kg; most in aws_instance.b (28.0) and aws_instance.a (2.0)"}
}

test_fails_over_percent if {
	{finding.message | some finding in found({"max_delta_pct": 25}, {"carbon_kg": 130})} == {"adds 30.0 kg CO2e a month (100 to 130), limit 25 %; most in aws_instance.b (28.0) and aws_instance.a (2.0)"}
}

test_passes if {
	found({"max_delta_kg": 30, "max_delta_pct": 30}, {"carbon_kg": 130}) == set()
	found({"max_delta_pct": 10, "min_kg": 50}, {"carbon_kg": 130}) == set()
	found({"max_delta_kg": 0}, {"carbon_kg": 90}) == set()
}

test_passes_without_a_limit if found({}, {"carbon_kg": 130}) == set()

test_unknown_without_a_figure if {
	{finding.verdict | some finding in found({"max_delta_kg": 20}, {})} == {"unknown"}
	found({}, {}) == set()
}

test_no_share_of_nothing if {
	given := {
		"params": {"min_kg": 5, "max_delta_pct": 25},
		"base": {"totals": {"carbon_kg": 0}}, "head": {"totals": {"carbon_kg": 30}}, "changed": [],
	}
	count(carbon_increase.findings) == 0 with input as given
}

test_unknown_under_a_limit_of_percent if {
	{finding.verdict | some finding in found({"max_delta_pct": 20}, {})} == {"unknown"}
}

test_most_names_what_rises if {
	given := {
		"params": {"min_kg": 5, "max_delta_kg": 5},
		"base": {"totals": {"carbon_kg": 100}}, "head": {"totals": {"carbon_kg": 110}},
		"changed": [
			{"address": "aws_instance.a", "before": null, "after": {"carbon": {"operational_kg": 12, "embodied_kg": 0}}},
			{"address": "aws_instance.b", "before": {"carbon": {"operational_kg": 2, "embodied_kg": 0}}, "after": {}},
		],
	}
	found := carbon_increase.findings with input as given
	{finding.message | some finding in found} == {"adds 10.0 kg CO2e a month (100 to 110), limit 5.0 kg; most in aws_instance.a (12.0)"}
	nobody := carbon_increase.findings with input as given with input.changed as []
	{finding.message | some finding in nobody} == {"adds 10.0 kg CO2e a month (100 to 110), limit 5.0 kg"}
}
