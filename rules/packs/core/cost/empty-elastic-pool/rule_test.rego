package iaclint.cost.empty_elastic_pool_test

import data.iaclint.cost.empty_elastic_pool as rule

pool(users) := {"resource": {"type": "azurerm_mssql_elasticpool", "referenced_by": users, "cost": {"monthly": 294}}}

test_nothing_in_it if {
	found := rule.findings with input as pool([])
	found == {{"message": "no database of this plan is in it, $294.00 a month", "remove": true, "rests_on": ["referenced_by"]}}
}

test_something_else_about_it if {
	count(rule.findings) == 1 with input as pool([{"address": "a", "type": "azurerm_monitor_metric_alert"}])
}

test_a_database_in_it if {
	count(rule.findings) == 0 with input as pool([{"address": "a", "type": "azurerm_mssql_database"}])
}
