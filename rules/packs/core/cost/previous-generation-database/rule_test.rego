package iaclint.cost.previous_generation_database_test

import data.iaclint.cost.previous_generation_database as rule

resource(type, values, machine) := {
	"resource": {"type": type, "values": values, "unknown": [], "machine": machine},
	"params": {"successors": {}},
}

test_an_old_class if {
	found := rule.findings with input as resource(
		"aws_db_instance",
		{"instance_class": "db.m4.large"},
		{"successor": "db.m7g.large"},
	)
	found == {{
		"path": "instance_class",
		"message": "db.m4.large is of a previous generation; db.m7g.large does the same work for less",
		"change": {"instance_class": "db.m7g.large"},
		"rests_on": ["instance_class"],
	}}
}

test_a_cache if {
	found := rule.findings with input as resource(
		"aws_elasticache_replication_group",
		{"node_type": "cache.m3.large"},
		{"successor": "cache.m7g.large"},
	)
	[f.change | some f in found] == [{"node_type": "cache.m7g.large"}]
}

test_a_search_domain if {
	found := rule.findings with input as resource(
		"aws_opensearch_domain",
		{"cluster_config": [{"instance_type": "m4.large.search"}]},
		{"successor": "m7g.large.search"},
	)
	[f.change | some f in found] == [{"cluster_config.instance_type": "m7g.large.search"}]
}

test_a_server_on_azure if {
	found := rule.findings with input as resource(
		"azurerm_postgresql_flexible_server",
		{"sku_name": "GP_Standard_D2s_v3"},
		{"successor": "Standard_D2ds_v5"},
	)
	[f.change | some f in found] == [{"sku_name": "GP_Standard_D2ds_v5"}]
}

test_the_team_may_name_another_successor if {
	found := rule.findings with input as resource(
		"aws_db_instance",
		{"instance_class": "db.m4.large"},
		{"successor": "db.m7g.large"},
	)
		with input.params.successors as {"db.m4.large": "db.m6i.large"}
	[f.change | some f in found] == [{"instance_class": "db.m6i.large"}]
}

test_a_current_class if {
	count(rule.findings) == 0 with input as resource("aws_db_instance", {"instance_class": "db.m7g.large"}, {})
}

test_a_class_known_only_after_apply if {
	count(rule.findings) == 0 with input as {
		"resource": {"type": "aws_db_instance", "values": {}, "unknown": ["instance_class"]},
		"params": {"successors": {}},
	}
}

test_no_successor if {
	every successor in [null, ""] {
		count(rule.findings) == 0 with input as resource("aws_db_instance", {"instance_class": "db.m4.large"}, {"successor": successor})
	}
}
