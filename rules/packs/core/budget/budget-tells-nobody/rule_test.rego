package iaclint.budget.budget_tells_nobody_test

import data.iaclint.budget.budget_tells_nobody as rule

document(type, values, forecast) := {
	"resource": {"type": type, "values": values, "unknown": []},
	"params": {"require_forecast": forecast},
}

messages(type, values, forecast) := {f.message | some f in found} if found := rule.findings with input as document(type, values, forecast)

aws(notifications) := messages("aws_budgets_budget", {"notification": notifications}, false)

test_nobody if {
	found := rule.findings with input as document("aws_budgets_budget", {}, false)
	found == {{"path": "notification", "message": "a budget that tells nobody", "rests_on": ["notification"]}}
	count(aws([{"threshold": 80}])) == 1
	count(aws([{"threshold": 80, "subscriber_email_addresses": []}])) == 1
}

test_somebody if {
	count(aws([{"threshold": 80, "subscriber_email_addresses": ["team@example.com"]}])) == 0
	count(aws([{"threshold": 80, "subscriber_sns_topic_arns": ["arn:aws:sns:eu-west-1:1:cost"]}])) == 0
}

test_azure if {
	every heard in ["contact_emails", "contact_groups", "contact_roles"] {
		count(messages("azurerm_consumption_budget_subscription", {"notification": [{heard: ["x"]}]}, false)) == 0
		count(messages("azurerm_consumption_budget_resource_group", {"notification": [{heard: ["x"], "enabled": false}]}, false)) == 1
	}
}

google(values) := messages("google_billing_budget", values, false)

rules := [{"threshold_percent": 0.9}]

test_google if {
	count(google({})) == 1
	count(google({"threshold_rules": rules})) == 0
	count(google({"threshold_rules": rules, "all_updates_rule": [{"disable_default_iam_recipients": true}]})) == 1
	count(google({"threshold_rules": rules, "all_updates_rule": [{"disable_default_iam_recipients": true, "monitoring_notification_channels": ["c"]}]})) == 0
	count(google({"threshold_rules": rules, "all_updates_rule": [{"disable_default_iam_recipients": true, "pubsub_topic": "t"}]})) == 0
	count(google({"all_updates_rule": [{"pubsub_topic": "t", "monitoring_notification_channels": ["c"]}]})) == 1
}

test_a_forecast_where_asked_for if {
	team := {"subscriber_email_addresses": ["team@example.com"]}
	messages("aws_budgets_budget", {"notification": [team]}, true) == {"tells what was spent, not what is going to be: no notification of a forecast"}
	count(messages("aws_budgets_budget", {"notification": [object.union(team, {"notification_type": "FORECASTED"})]}, true)) == 0
	count(messages("azurerm_consumption_budget_subscription", {"notification": [{"contact_roles": ["Owner"], "threshold_type": "Forecasted"}]}, true)) == 0
	count(messages("google_billing_budget", {"threshold_rules": [{"spend_basis": "FORECASTED_SPEND"}]}, true)) == 0
	messages("aws_budgets_budget", {}, true) == {"a budget that tells nobody"}
}

test_known_only_after_apply if {
	found := rule.findings with input as object.union(document("aws_budgets_budget", {}, false), {"resource": {"unknown": ["notification"]}})
	every f in found {
		"notification" in f.rests_on
	}
}
