package iaclint.budget.estimate_incomplete_test

import data.iaclint.budget.estimate_incomplete

messages(coverage) := found if {
	found := {finding.message | some finding in estimate_incomplete.findings} with input as {"params": {"min_priced_share": 0.8}, "coverage": coverage}
}

test_fails if {
	messages({"managed": 40, "priced": 6, "free": 28, "usage": 3, "partial": 0, "gap": 3, "unsupported_types": {"foo_bar": 2, "baz_qux": 1}}) == {"6 of 12 billed resources fully priced (50 %); 3 billed by use without a usage value and 3 not priced (foo_bar 2 and baz_qux 1): the total is a lower bound"}
}

test_passes if {
	messages({"managed": 40, "priced": 8, "free": 30, "usage": 1, "partial": 1, "gap": 0, "unsupported_types": {}}) == set()
	messages({"managed": 3, "priced": 0, "free": 3, "usage": 0, "partial": 0, "gap": 0, "unsupported_types": {}}) == set()
}

# A gap of a known type is named by its number alone.
test_unknown_values_make_gaps_too if {
	messages({"managed": 2, "priced": 0, "free": 0, "usage": 0, "partial": 1, "gap": 1, "unsupported_types": {}}) == {"0 of 2 billed resources fully priced (0 %); 1 priced in part and 1 not priced: the total is a lower bound"}
}

test_what_is_whole_is_not_named if {
	messages({"managed": 4, "priced": 0, "free": 0, "usage": 0, "partial": 4, "gap": 0, "unsupported_types": {}}) == {"0 of 4 billed resources fully priced (0 %); 4 priced in part: the total is a lower bound"}
}
