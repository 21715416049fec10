package iaclint.carbon.carbon_over_limit_test

import data.iaclint.carbon.carbon_over_limit

found(params, totals) := findings if {
	findings := carbon_over_limit.findings with input as {"params": params, "totals": totals, "by_type": {"aws_instance": {"resources": [
		{"address": "aws_instance.a", "carbon": {"operational_kg": 60, "embodied_kg": 30}},
		{"address": "aws_instance.b", "carbon": {"operational_kg": 30, "embodied_kg": 30.4}},
	]}}}
}

totals := {"carbon_kg": 150.4, "carbon_low_kg": 110, "carbon_high_kg": 260}

test_fails_when_the_low_end_is_above if {
	{finding.message | some finding in found({"limit_kg_month": 100}, totals)} == {"150 kg CO2e a month (110 to 260), limit 100; most in aws_instance.a (90.0) and aws_instance.b (60.4)"}
	{object.get(finding, "verdict", "fail") | some finding in found({"limit_kg_month": 100}, totals)} == {"fail"}
}

test_unknown_when_only_the_best_guess_is_above if {
	{finding.verdict | some finding in found({"limit_kg_month": 120}, totals)} == {"unknown"}
}

test_passes_below if found({"limit_kg_month": 151}, totals) == set()

test_passes_without_a_limit if found({}, totals) == set()

test_fails_without_a_range if {
	{finding.message | some finding in found({"limit_kg_month": 100}, {"carbon_kg": 150.4})} == {"150 kg CO2e a month, limit 100; most in aws_instance.a (90.0) and aws_instance.b (60.4)"}
}

test_says_nothing_without_a_figure if found({"limit_kg_month": 100}, {"carbon_kg": null}) == set()

test_most_names_what_emits if {
	given := {
		"params": {"limit_kg_month": 10}, "totals": {"carbon_kg": 12},
		"by_type": {"aws_instance": {"resources": [
			{"address": "aws_instance.a", "carbon": {"operational_kg": 12, "embodied_kg": 0}},
			{"address": "aws_instance.b", "carbon": {"operational_kg": 0, "embodied_kg": 0}},
		]}},
	}
	found := carbon_over_limit.findings with input as given
	{finding.message | some finding in found} == {"12.0 kg CO2e a month, limit 10.0; most in aws_instance.a (12.0)"}
	nobody := carbon_over_limit.findings with input as given with input.by_type as {}
	{finding.message | some finding in nobody} == {"12.0 kg CO2e a month, limit 10.0"}
}
