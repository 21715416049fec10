package iaclint.carbon.carbon_estimate_incomplete_test

import data.iaclint.carbon.carbon_estimate_incomplete
import data.iaclint.lib.plan_test

resource(type, monthly, given) := object.union({"address": concat(".", [type, "x"]), "type": type, "actions": ["create"], "cost": {"monthly": monthly}}, given)

messages(resources) := found if {
	found := {finding.message | some finding in carbon_estimate_incomplete.findings} with input as object.union(plan_test.made(resources), {"params": {"min_covered_share": 0.7}})
}

kg := {"carbon": {"operational_kg": 4, "embodied_kg": 0}}

test_fails if {
	messages([resource("aws_instance", 60, kg), resource("aws_nat_gateway", 32.85, {}), resource("aws_kms_key", 1, {})]) == {"64 % of $93.85 a month has a carbon figure; without: aws_nat_gateway ($32.85) and aws_kms_key ($1.00)"}
}

test_passes if messages([resource("aws_instance", 80, kg), resource("aws_nat_gateway", 20, {})]) == set()

test_no_emission_is_a_figure_too if messages([resource("aws_instance", 80, {"carbon": {"operational_kg": 0, "embodied_kg": 0}})]) == set()

# What has no price cannot be weighed; budget/estimate-incomplete says so.
test_unknown_prices_are_not_weighed if messages([{"address": "foo_bar.x", "type": "foo_bar", "actions": ["create"], "cost": {"status": "gap"}}]) == set()
