package iaclint.budget.no_anomaly_detection_test

import data.iaclint.budget.no_anomaly_detection as rule
import data.iaclint.lib.plan_test

resource(type, monthly) := {"address": concat(".", [type, "x"]), "type": type, "actions": ["create"], "cost": {"monthly": monthly}}

asked(required, rows, given) := found if {
	found := rule.findings with input as object.union_n([
		plan_test.made(rows),
		{"project": "payments/prod/plan.json", "incomplete": "", "params": {"required_in": required}},
		given,
	])
}

messages(required, rows) := {f.message | some f in asked(required, rows, {})}

machine := resource("aws_instance", 100)

test_required_and_missing if {
	messages(["**"], [machine]) == {"nothing watches AWS for anomalies of its cost: add aws_ce_anomaly_monitor and aws_ce_anomaly_subscription"}
	messages(["payments/**"], [resource("azurerm_service_plan", 50)]) == {"nothing watches Azure for anomalies of its cost: add azurerm_cost_anomaly_alert"}
}

test_required_elsewhere if {
	count(messages([], [machine])) == 0
	count(messages(["platform/**"], [machine])) == 0
}

test_nothing_to_watch if {
	count(messages(["**"], [resource("aws_iam_role", 0)])) == 0
	count(messages(["**"], [resource("google_compute_instance", 100)])) == 0
}

test_there if {
	count(messages(["**"], [machine, resource("aws_ce_anomaly_monitor", 0), resource("aws_ce_anomaly_subscription", 0)])) == 0
	count(messages(["**"], [resource("azurerm_service_plan", 50), resource("azurerm_cost_anomaly_alert", 0)])) == 0
}

test_told_nobody if {
	found := asked([], [machine, resource("aws_ce_anomaly_monitor", 0)], {})
	found == {{
		"address": "aws_ce_anomaly_monitor.x",
		"verdict": "fail",
		"key": "subscription",
		"message": "anomalies are found and told nobody: no aws_ce_anomaly_subscription in this plan",
		"related": [],
	}}
}

test_unknown_of_a_part if {
	{f.verdict | some f in asked(["**"], [machine], {"incomplete": "only what -target names"})} == {"unknown"}
	{f.verdict | some f in asked([], [resource("aws_ce_anomaly_monitor", 0)], {"incomplete": "only what -target names"})} == {"unknown"}
}

# Rows of a type may be there without any that lasts.
test_monitors_that_are_taken_away if {
	going := object.union(resource("aws_ce_anomaly_monitor", 0), {"actions": ["delete"]})
	given := object.union(plan_test.made([going]), {"project": "p", "incomplete": "", "params": {"required_in": []}})
	count(rule.findings) == 0 with input as given with input.counts as {"aws_ce_anomaly_monitor": 0}
		with input.by_type as {"aws_ce_anomaly_monitor": {"addresses": ["aws_ce_anomaly_monitor.x"]}}
}
