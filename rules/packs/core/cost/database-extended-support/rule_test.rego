package iaclint.cost.database_extended_support_test

import data.iaclint.cost.database_extended_support as rule

database(type, values) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"context": {"as_of": "2026-03-01"},
	"params": {"warn_days": 180},
}

instance(engine, version) := database("aws_db_instance", {"engine": engine, "engine_version": version})

test_past_standard_support if {
	found := rule.findings with input as instance("postgres", "12.19")
	found == {{
		"path": "engine_version",
		"message": "postgres 12.19 left standard support on 2025-02-28: extended support is billed",
		"change": {"engine_version": "14"},
		"rests_on": ["engine", "engine_version", "engine_lifecycle_support"],
	}}
}

test_soon_past_it if {
	found := rule.findings with input as instance("mysql", "8.0.36")
	[f.message | some f in found] == [concat("", [
		"mysql 8.0.36 leaves standard support on 2026-07-31, in 152 days; ",
		"extended support is billed from then",
	])]
	[f.change | some f in found] == [{"engine_version": "8.4"}]
}

test_aurora_names_two_versions if {
	found := rule.findings with input as database(
		"aws_rds_cluster",
		{"engine": "aurora-mysql", "engine_version": "5.7.mysql_aurora.2.11.2"},
	)
	[f.change | some f in found] == [{"engine_version": "8.0"}]
}

test_a_cache_is_redis_unless_it_says_otherwise if {
	found := rule.findings with input as database("aws_elasticache_replication_group", {"engine_version": "5.0.6"})
	[f.message | some f in found] == ["redis 5.0.6 left standard support on 2026-01-31: extended support is billed"]
}

test_well_inside_it if {
	count(rule.findings) == 0 with input as instance("postgres", "16.3")
}

test_a_version_newer_than_the_calendar if {
	count(rule.findings) == 0 with input as instance("postgres", "19.1")
}

test_an_engine_without_extended_support if {
	count(rule.findings) == 0 with input as instance("mariadb", "10.4")
}

test_upgraded_by_itself if {
	count(rule.findings) == 0 with input as database("aws_db_instance", {
		"engine": "postgres", "engine_version": "12.19",
		"engine_lifecycle_support": "open-source-rds-extended-support-disabled",
	})
}

test_a_version_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		database("aws_db_instance", {"engine": "postgres"}),
		{"resource": {"unknown": ["engine_version"]}},
	)
}

test_an_engine_that_is_not_named if {
	count(rule.findings) == 0 with input as database("aws_db_instance", {"engine_version": "5.0.6"})
	memcached := rule.findings with input as database("aws_elasticache_replication_group", {"engine": "valkey", "engine_version": "5.0.6"})
	count(memcached) == 0
}
