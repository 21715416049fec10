package iaclint.cost.warehouse_never_pauses_test

import data.iaclint.cost.warehouse_never_pauses as rule

resource(type, env, values) := {
	"resource": {
		"type": type, "env": env, "values": values, "unknown": [],
		"tags": {}, "referenced_by": [], "cost": {"monthly": 793},
	},
	"params": {"hours_used_nonprod": 180, "max_idle_seconds": 600, "scheduler_tag": "schedule"},
}

redshift := resource("aws_redshift_cluster", "nonprod", {"node_type": "ra3.large"})

pointed_at_by(user) := object.union(redshift, {"resource": {"referenced_by": [user]}})

count_of(document) := count(found) if found := rule.findings with input as document

test_a_cluster_without_a_schedule if {
	found := rule.findings with input as redshift
	found == {{
		"message": "nothing pauses it, $793.00 a month: at 180 hours of use a month, 75 % of that is idle",
		"rests_on": ["referenced_by", "tags.schedule"],
	}}
}

test_a_schedule_that_pauses if {
	count_of(pointed_at_by({"address": "a", "type": "aws_redshift_scheduled_action", "values": {"target_action": [{"pause_cluster": [{}]}]}})) == 0
}

test_a_schedule_that_does_something_else if {
	count_of(pointed_at_by({"address": "a", "type": "aws_redshift_scheduled_action", "values": {"target_action": [{"resize_cluster": [{}], "pause_cluster": []}]}})) == 1
	count_of(pointed_at_by({"address": "a", "type": "aws_redshift_snapshot_copy", "values": {}})) == 1
}

test_the_tag_of_a_scheduler if {
	count_of(object.union(redshift, {"resource": {"tags": {"schedule": "office"}}})) == 0
}

test_production_and_the_unknown if {
	count_of(resource("aws_redshift_cluster", "prod", {})) == 0
	count_of(resource("aws_redshift_cluster", "unknown", {})) == 0
}

test_synapse if {
	count_of(resource("azurerm_synapse_sql_pool", "nonprod", {"sku_name": "DW100c"})) == 1
	count_of(resource("azurerm_synapse_sql_pool", "prod", {"sku_name": "DW100c"})) == 0
}

test_snowflake if {
	never := rule.findings with input as resource("snowflake_warehouse", "prod", {"auto_suspend": 0})
	{f.message | some f in never} == {"never suspends: billed from the first query until somebody stops it"}
	late := rule.findings with input as resource("snowflake_warehouse", "unknown", {"auto_suspend": 3600})
	{f.message | some f in late} == {"suspends after 3600 idle seconds, where 600 will do"}
	count_of(resource("snowflake_warehouse", "prod", {"auto_suspend": 60})) == 0
	count_of(resource("snowflake_warehouse", "prod", {"auto_suspend": 600})) == 0
	count_of(resource("snowflake_warehouse", "prod", {})) == 0
}

test_known_only_after_apply if {
	count_of(object.union(resource("snowflake_warehouse", "prod", {}), {"resource": {"unknown": ["auto_suspend"]}})) == 0
}

test_what_belongs_to_other_types if {
	count_of(resource("aws_redshift_endpoint_access", "nonprod", {})) == 0
	count_of(resource("aws_rds_cluster", "prod", {"auto_suspend": 0})) == 0
	count_of(resource("aws_rds_cluster", "prod", {"auto_suspend": 900})) == 0
}

test_what_else_points_to_it if {
	count_of(pointed_at_by({"address": "x.y", "type": "aws_redshift_snapshot_schedule", "values": {"target_action": [{"pause_cluster": [{}]}]}})) == 1
}
