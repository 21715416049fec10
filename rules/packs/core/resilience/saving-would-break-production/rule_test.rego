package iaclint.resilience.saving_would_break_production_test

import data.iaclint.resilience.saving_would_break_production

found(type, tags, values) := findings if {
	findings := saving_would_break_production.findings with input as {
		"params": {"critical_tag": "tier", "critical_values": ["critical"]},
		"resource": {"type": type, "env": "prod", "tags": tags, "values": values, "cost": {"status": "priced", "monthly": 280}},
	}
}

test_says_so if {
	found("aws_db_instance", {"tier": "Critical"}, {"multi_az": true}) == {{
		"path": "multi_az", "message": "tier = Critical, $280.00 a month: no saving by giving up its standby is proposed",
		"rests_on": ["multi_az", "tags.tier"],
	}}
	{finding.path | some finding in found("google_sql_database_instance", {"tier": "critical"}, {"settings": [{"availability_type": "REGIONAL"}]})} == {"settings.availability_type"}
	{finding.path | some finding in found("azurerm_postgresql_flexible_server", {"tier": "critical"}, {"high_availability": [{"mode": "ZoneRedundant"}]})} == {"high_availability.mode"}
}

test_silent_without_the_mark if {
	found("aws_db_instance", {}, {"multi_az": true}) == set()
	found("aws_db_instance", {"tier": "internal"}, {"multi_az": true}) == set()
}

test_silent_without_a_second_copy if {
	found("aws_db_instance", {"tier": "critical"}, {"multi_az": false}) == set()
	found("google_redis_instance", {"tier": "critical"}, {"tier": "BASIC"}) == set()
}

# A value known only after apply is absent: silence, which the engine makes unknown.
test_silent_when_not_known if found("aws_db_instance", {"tier": "critical"}, {}) == set()

test_tiers_of_other_types if found("google_sql_database_instance", {"tier": "critical"}, {"tier": "STANDARD_HA"}) == set()

test_a_cache if {
	{finding.path | some finding in found("google_redis_instance", {"tier": "critical"}, {"tier": "STANDARD_HA"})} == {"tier"}
	found("google_redis_instance", {"tier": "critical"}, {"tier": "BASIC"}) == set()
}
