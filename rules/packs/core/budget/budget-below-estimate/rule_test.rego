package iaclint.budget.budget_below_estimate_test

import data.iaclint.budget.budget_below_estimate

messages(type, values) := found if {
	found := {finding.message | some finding in budget_below_estimate.findings} with input as {
		"totals": {"by_cloud": {"aws": {"monthly": 1240.1}, "azure": {"monthly": 300}, "gcp": {"monthly": 90}}},
		"by_type": {type: {"resources": [{"address": concat(".", [type, "x"]), "values": values}]}},
	}
}

aws := {"budget_type": "COST", "limit_amount": "1000.0", "limit_unit": "USD", "time_unit": "MONTHLY", "cost_filter": []}

test_aws_fails if messages("aws_budgets_budget", aws) == {"$1,000.00 a month, but the plan spends $1,240.10 on this cloud"}

test_aws_passes if {
	messages("aws_budgets_budget", object.union(aws, {"limit_amount": "1500"})) == set()
	messages("aws_budgets_budget", object.union(aws, {"cost_filter": [{"name": "Service", "values": ["Amazon EC2"]}]})) == set()
	messages("aws_budgets_budget", object.union(aws, {"filter_expression": [{"dimensions": [{"key": "SERVICE"}]}]})) == set()
	messages("aws_budgets_budget", object.union(aws, {"budget_type": "USAGE", "limit_unit": "GB"})) == set()
	messages("aws_budgets_budget", object.union(aws, {"limit_unit": "EUR"})) == set()
}

test_a_year_is_twelve_months if {
	messages("aws_budgets_budget", object.union(aws, {"time_unit": "ANNUALLY", "limit_amount": "12000"})) == {"$1,000.00 a month, but the plan spends $1,240.10 on this cloud"}
	messages("aws_budgets_budget", object.union(aws, {"time_unit": "QUARTERLY", "limit_amount": "4500"})) == set()
}

test_azure if {
	messages("azurerm_consumption_budget_subscription", {"amount": 100, "time_grain": "Monthly", "filter": []}) == {"$100.00 a month, but the plan spends $300.00 on this cloud"}
	messages("azurerm_consumption_budget_subscription", {"amount": 1200, "time_grain": "Quarterly"}) == set()
	messages("azurerm_consumption_budget_subscription", {"amount": 100, "filter": [{"tag": [{"name": "team"}]}]}) == set()
	messages("azurerm_consumption_budget_subscription", {"amount": 100, "time_grain": "Whenever", "filter": []}) == set()
}

amount(units) := [{"specified_amount": [{"units": units, "currency_code": "USD"}]}]

test_google if {
	messages("google_billing_budget", {"amount": amount("50")}) == {"$50.00 a month, but the plan spends $90.00 on this cloud"}
	messages("google_billing_budget", {"amount": amount("100")}) == set()
	messages("google_billing_budget", {"amount": [{"last_period_amount": true}]}) == set()
	messages("google_billing_budget", {"amount": amount("50"), "budget_filter": [{"calendar_period": "MONTH", "projects": [], "labels": {}}]}) == {"$50.00 a month, but the plan spends $90.00 on this cloud"}
	messages("google_billing_budget", {"amount": amount("300"), "budget_filter": [{"calendar_period": "QUARTER"}]}) == set()
}

test_google_filters[name] := messages("google_billing_budget", {"amount": amount("50"), "budget_filter": [filter]}) == set() if {
	some name, filter in {
		"one project": {"projects": ["projects/1"]},
		"a label": {"labels": {"team": "ledger"}},
		"a folder": {"resource_ancestors": ["folders/1"]},
		"a service": {"services": ["services/24E6-581D-38E5"]},
		"a time": {"custom_period": [{"start_date": [{"year": 2026}]}]},
	}
}

# An amount known only after apply is absent: there is nothing to compare.
test_silent_when_not_known if messages("aws_budgets_budget", object.remove(aws, ["limit_amount"])) == set()

test_aws_passes_what_is_not_all_of_the_cost if {
	messages("aws_budgets_budget", object.union(aws, {"budget_type": "USAGE"})) == set()
	messages("aws_budgets_budget", object.union(aws, {"cost_filters": {"Service": "Amazon EC2"}})) == set()
}

test_google_passes_what_is_not_all_of_the_cost if {
	messages("google_billing_budget", {"amount": [{"specified_amount": [{"units": "50", "currency_code": "EUR"}]}]}) == set()
	messages("google_billing_budget", {"amount": amount("50"), "budget_filter": [{"subaccounts": ["billingAccounts/1"]}]}) == set()
}
