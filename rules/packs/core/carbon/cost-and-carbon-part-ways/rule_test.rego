package iaclint.carbon.cost_and_carbon_part_ways_test

import data.iaclint.carbon.cost_and_carbon_part_ways

messages(usd, kg) := found if {
	found := {finding.message | some finding in cost_and_carbon_part_ways.findings} with input as {
		"params": {"carbon_price_usd_t": 100, "min_usd": 10, "min_kg": 5},
		"base": {"totals": {"monthly": 1000, "carbon_kg": 100}},
		"head": {"totals": {"monthly": usd, "carbon_kg": kg}},
	}
}

test_cheaper_but_dirtier if {
	messages(980, 140) == {"$20.00 a month less and 40.0 kg CO2e more: a ton brings $500.00, more than the $100.00 it is worth"}
	messages(990, 300) == {"$10.00 a month less and 200 kg CO2e more: a ton brings $50.00, not more than the $100.00 it is worth"}
}

test_cleaner_but_dearer if {
	messages(1020, 90) == {"10.0 kg CO2e a month less and $20.00 more: a ton costs $2,000.00, more than the $100.00 it is worth"}
}

test_passes_what_goes_the_same_way if {
	messages(900, 50) == set()
	messages(1100, 150) == set()
}

test_passes_small_moves if {
	messages(990.01, 140) == set()
	messages(900, 104.9) == set()
	messages(1100, 95.1) == set()
	messages(1009.99, 50) == set()
}

# Without a figure on one side there is nothing to compare.
test_unknown_totals_say_nothing if messages(900, null) == set()
