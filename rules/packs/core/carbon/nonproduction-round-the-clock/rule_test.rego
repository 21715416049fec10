package iaclint.carbon.nonproduction_round_the_clock_test

import data.iaclint.carbon.nonproduction_round_the_clock
import data.iaclint.lib.plan_test

server(name, given) := object.union(
	{
		"address": concat(".", ["aws_instance", name]), "type": "aws_instance", "actions": ["create"], "env": "nonprod",
		"tags": {}, "cost": {"status": "priced", "monthly": 73}, "carbon": {"operational_kg": 60, "embodied_kg": 13},
	},
	given,
)

found(resources) := findings if {
	findings := nonproduction_round_the_clock.findings with input as object.union(plan_test.made(resources), {"params": {"office_hours_month": 365, "scheduler_tag": "schedule", "min_saving_kg": 50}})
}

test_fails_once if {
	{[finding.address, finding.related, finding.message, finding.facts.saving_kg] | some finding in found([
		server("a", {}),
		server("b", {"carbon": {"operational_kg": 90}}),
		{"address": "aws_db_instance.c", "type": "aws_db_instance", "actions": ["create"], "env": "nonprod", "cost": {}, "carbon": {"operational_kg": 200, "embodied_kg": 1}},
	])} == {[
		"aws_db_instance.c", ["aws_instance.b", "aws_instance.a"],
		"3 machines of non-production emit 377 kg CO2e a month round the clock; 365 hours a month would save up to 189 kg; most: aws_db_instance.c, aws_instance.b and aws_instance.a",
		188.5,
	]}
}

test_counts_what_has_no_price if count(found([server("a", {"carbon": {"operational_kg": 90}, "cost": {"status": "gap", "monthly": null}})])) == 1

test_passes_with_a_schedule if {
	found([server("a", {"carbon": {"operational_kg": 900}}), {"address": "s", "type": "aws_scheduler_schedule", "actions": ["create"]}]) == set()
}

test_passes_what_a_scheduler_goes_by if {
	found([server("a", {"carbon": {"operational_kg": 900}, "tags": {"schedule": "office"}})]) == set()
	found([server("a", {"carbon": {"operational_kg": 900}, "tags_hidden": ["schedule"]})]) == set()
}

test_passes_production_and_what_cannot_be_told if {
	found([server("a", {"env": "prod", "carbon": {"operational_kg": 900}}), server("b", {"env": "unknown", "carbon": {"operational_kg": 900}})]) == set()
}

test_passes_small_amounts if found([server("a", {})]) == set()

# What has no carbon figure counts for nothing here; carbon/carbon-estimate-incomplete says how much that is.
test_unknown_carbon_counts_for_nothing if found([server("a", {"carbon": null})]) == set()

test_passes_what_cannot_be_stopped if {
	found([object.union(server("a", {"carbon": {"operational_kg": 900}}), {"address": "aws_nat_gateway.a", "type": "aws_nat_gateway"})]) == set()
}
