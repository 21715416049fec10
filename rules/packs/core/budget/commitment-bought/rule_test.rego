package iaclint.budget.commitment_bought_test

import data.iaclint.budget.commitment_bought

found(type, actions, values, tags) := findings if {
	findings := commitment_bought.findings with input as {
		"params": {"approved_tag": "commitment-approved-by"},
		"resource": {"type": type, "actions": actions, "values": values, "tags": tags, "cost": {"status": "gap"}},
	}
}

test_fails_with_the_obligation if {
	found("aws_savingsplans_savings_plan", ["create"], {"commitment": "10.0"}, {}) == {{
		"path": "commitment", "message": "commits $10.00 an hour, $7,300.00 a month, to the end of the term",
		"rests_on": [], "exposure": 7300,
	}}
}

test_fails_on_others if {
	{finding.message | some finding in found("google_compute_region_commitment", ["create"], {"plan": "TWELVE_MONTH"}, {})} == {"buys committed use, to the end of the term"}
	count(found("azapi_resource", ["create"], {"type": "Microsoft.Capacity/reservationOrders@2022-11-01"}, {})) == 1
}

test_passes_what_was_bought_before if {
	found("aws_savingsplans_savings_plan", ["no-op"], {"commitment": "10.0"}, {}) == set()
	found("aws_rds_reserved_instance", ["delete"], {}, {}) == set()
}

test_passes_with_a_yes if {
	found("aws_rds_reserved_instance", ["create"], {}, {"commitment-approved-by": "cfo"}) == set()
	count(found("aws_rds_reserved_instance", ["create"], {}, {"commitment-approved-by": ""})) == 1
}

test_passes_other_things_of_azapi if found("azapi_resource", ["create"], {"type": "Microsoft.Web/sites@2023-01-01"}, {}) == set()

# Without the type nobody can say what is bought: silence, which the engine makes unknown.
test_silent_when_not_known if found("azapi_resource", ["create"], {}, {}) == set()

test_passes_other_types if {
	found("aws_instance", ["create"], {"commitment": "10.0"}, {}) == set()
	found("aws_instance", ["create"], {"type": "Microsoft.Capacity/reservationOrders@2022-11-01"}, {}) == set()
}

test_passes_a_reservation_of_azure_that_was_bought_before if {
	found("azapi_resource", ["update"], {"type": "Microsoft.Capacity/reservationOrders@2022-11-01"}, {}) == set()
}
