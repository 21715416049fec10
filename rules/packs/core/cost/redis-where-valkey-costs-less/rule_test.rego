package iaclint.cost.redis_where_valkey_costs_less_test

import data.iaclint.cost.redis_where_valkey_costs_less as rule

cache(values, unknown) := {"resource": {
	"type": "aws_elasticache_replication_group",
	"values": values, "unknown": unknown,
}}

test_redis if {
	found := rule.findings with input as cache({"engine": "redis"}, [])
	found == {{
		"path": "engine",
		"message": "redis engine; valkey does the same on the same nodes for less",
		"change": {"engine": "valkey"},
		"rests_on": ["engine"],
	}}
}

test_redis_is_the_default if {
	count(rule.findings) == 1 with input as cache({"node_type": "cache.t4g.small"}, [])
}

test_valkey if {
	count(rule.findings) == 0 with input as cache({"engine": "valkey"}, [])
}

test_memcached if {
	count(rule.findings) == 0 with input as cache({"engine": "memcached"}, [])
}

test_an_engine_known_only_after_apply if {
	found := rule.findings with input as cache({}, ["engine"])
	every f in found {
		"engine" in f.rests_on
	}
}
