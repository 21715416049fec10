package iaclint.cost.serverless_database_never_pauses_test

import data.iaclint.cost.serverless_database_never_pauses as rule

resource(type, values) := {
	"resource": {"type": type, "env": "nonprod", "values": values, "unknown": []},
	"params": {"idle_hours": 550},
}

messages(type, values) := {f.message | some f in found} if found := rule.findings with input as resource(type, values)

test_aurora_that_never_sleeps if {
	found := rule.findings with input as resource("aws_rds_cluster", {"serverlessv2_scaling_configuration": [{"min_capacity": 0.5, "max_capacity": 4}]})
	found == {{
		"path": "serverlessv2_scaling_configuration.min_capacity",
		"message": "never below 0.5 ACUs, also in the 550 hours a month without a query",
		"change": {
			"serverlessv2_scaling_configuration.min_capacity": 0,
			"serverlessv2_scaling_configuration.seconds_until_auto_pause": 300,
		},
		"rests_on": ["serverlessv2_scaling_configuration.min_capacity"],
	}}
}

test_aurora_that_sleeps if {
	count(messages("aws_rds_cluster", {"serverlessv2_scaling_configuration": [{"min_capacity": 0, "max_capacity": 4}]})) == 0
	count(messages("aws_rds_cluster", {"engine": "aurora-postgresql"})) == 0
}

test_first_generation if {
	messages("aws_rds_cluster", {"scaling_configuration": [{"auto_pause": false}]}) == {"never pauses, also in the 550 hours a month without a query"}
	count(messages("aws_rds_cluster", {"scaling_configuration": [{"max_capacity": 4}]})) == 0
}

test_neptune if {
	messages("aws_neptune_cluster", {"serverless_v2_scaling_configuration": [{"min_capacity": 2.5}]}) == {"never below 2.5 NCUs, where 1 is the least, also in the 550 hours a month without a query"}
	count(messages("aws_neptune_cluster", {"serverless_v2_scaling_configuration": [{"min_capacity": 1}]})) == 0
}

test_standby_replicas_are_there_unless_switched_off if {
	count(messages("aws_opensearchserverless_collection", {})) == 1
	count(messages("aws_opensearchserverless_collection", {"standby_replicas": "ENABLED"})) == 1
	count(messages("aws_opensearchserverless_collection", {"standby_replicas": "DISABLED"})) == 0
}

test_azure if {
	count(messages("azurerm_mssql_database", {"sku_name": "GP_S_Gen5_2", "auto_pause_delay_in_minutes": -1})) == 1
	count(messages("azurerm_mssql_database", {"sku_name": "GP_S_Gen5_2", "auto_pause_delay_in_minutes": 60})) == 0
	count(messages("azurerm_mssql_database", {"sku_name": "GP_Gen5_2", "auto_pause_delay_in_minutes": -1})) == 0
	count(messages("azurerm_mssql_database", {"sku_name": "GP_S_Gen5_2"})) == 0
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(
		resource("aws_opensearchserverless_collection", {}),
		{"resource": {"unknown": ["standby_replicas"]}},
	)
	every f in found {
		"standby_replicas" in f.rests_on
	}
}
