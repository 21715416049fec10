package iaclint.lib.retention_test

import data.iaclint.lib.retention

policy := {"resilience/data-deleted-too-soon": {"class_tag": "data-class", "floors": {"audit": 2555}}}

test_floor_of_a_class if {
	retention.floor({"data-class": "audit"}) == 2555 with data.iaclint.params as policy
}

test_no_floor if {
	retention.floor({"data-class": "public"}) == 0 with data.iaclint.params as policy
	retention.floor({"team": "audit"}) == 0 with data.iaclint.params as policy
	retention.floor({}) == 0 with data.iaclint.params as policy
	retention.floor({"data-class": "audit"}) == 0 with data.iaclint.params as {}
}

test_what_a_floor_rests_on if {
	retention.rests_on == ["tags.data-class"] with data.iaclint.params as policy
	retention.rests_on == [] with data.iaclint.params as {}
	retention.rests_on == [] with data.iaclint.params as {"resilience/data-deleted-too-soon": {"class_tag": "data-class"}}
}

test_periods_of_cloudwatch if {
	retention.log_period(395) == 400
	retention.log_period(400) == 400
	not retention.log_period(3654)
}
