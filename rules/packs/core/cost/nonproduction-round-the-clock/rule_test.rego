package iaclint.cost.nonproduction_round_the_clock_test

import data.iaclint.cost.nonproduction_round_the_clock
import data.iaclint.lib.plan_test

server(name, given) := object.union(
	{
		"address": concat(".", ["aws_instance", name]), "type": "aws_instance", "actions": ["create"], "env": "nonprod",
		"tags": {}, "cost": {"status": "priced", "monthly": 73}, "carbon": {"operational_kg": 6, "embodied_kg": 1.3},
	},
	given,
)

found(resources) := findings if {
	findings := nonproduction_round_the_clock.findings with input as object.union(plan_test.made(resources), {"params": {"office_hours_month": 220, "scheduler_tag": "schedule", "min_saving_usd": 50}})
}

test_fails_once if {
	{[finding.address, finding.related, finding.message] | some finding in found([server("a", {}), server("b", {"cost": {"monthly": 146}})])} == {[
		"aws_instance.b", ["aws_instance.a"],
		"2 machines of non-production cost $219.00 a month round the clock; 220 hours a month would save up to $153.00 and 10.2 kg CO2e",
	]}
}

test_passes_with_a_schedule if {
	found([server("a", {"cost": {"monthly": 900}}), {"address": "s", "type": "aws_autoscaling_schedule", "actions": ["create"]}]) == set()
}

test_passes_what_a_scheduler_goes_by if {
	found([server("a", {"cost": {"monthly": 900}, "tags": {"schedule": "office"}})]) == set()
	found([server("a", {"cost": {"monthly": 900}, "tags_hidden": ["schedule"]})]) == set()
}

test_passes_production_and_what_cannot_be_told if {
	found([server("a", {"env": "prod", "cost": {"monthly": 900}}), server("b", {"env": "unknown", "cost": {"monthly": 900}})]) == set()
}

test_passes_small_change if found([server("a", {"cost": {"monthly": 20}})]) == set()

# What has no price counts for nothing here; budget/estimate-incomplete says how much that is.
test_unknown_prices_count_for_nothing if found([server("a", {"cost": {"status": "gap", "monthly": null}})]) == set()

test_passes_what_cannot_be_stopped if {
	found([object.union(server("a", {"cost": {"monthly": 900}}), {"address": "aws_nat_gateway.a", "type": "aws_nat_gateway"})]) == set()
}

test_carbon_that_nobody_knows_is_not_told if {
	[finding.message | some finding in found([server("a", {"cost": {"monthly": 146}, "carbon": null})])] == ["1 machine of non-production cost $146.00 a month round the clock; 220 hours a month would save up to $102.00"]
}
