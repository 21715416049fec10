# METADATA
# title: Budget lower than the estimate of its own plan
# description: |
#   A budget that is broken on the first day teaches everybody to ignore it.
#   Compared with what this plan spends on the budget's cloud; budgets that
#   filter, follow the last period or are not in dollars are left alone.
# related_resources:
# - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
# custom:
#   code: COST-803
#   severity: high
#   scope: plan
#   remediation: Raise the budget or cut the plan.
#   since: 0.1.0
#   idea: a budget should be able to hold
package iaclint.budget.budget_below_estimate

import data.iaclint.lib

findings contains {
	"address": address,
	"path": limit.path,
	"message": sprintf("%s a month, but the plan spends %s on this cloud", [lib.money(limit.monthly), lib.money(spend)]),
	"facts": {"limit": limit.monthly, "estimate": spend},
} if {
	some [address, limit] in limits
	spend := input.totals.by_cloud[limit.cloud].monthly
	spend > limit.monthly
}

# The budgets that cover all of a cloud, in dollars a month.
limits contains [budget.address, {"cloud": "aws", "path": "limit_amount", "monthly": amount / months[budget.values.time_unit]}] if {
	some budget in input.by_type.aws_budgets_budget.resources
	budget.values.budget_type == "COST"
	budget.values.limit_unit == "USD"
	none(budget.values, "cost_filter")
	none(budget.values, "cost_filters")
	none(budget.values, "filter_expression")
	amount := to_number(budget.values.limit_amount)
}

limits contains [budget.address, {"cloud": "azure", "path": "amount", "monthly": budget.values.amount / months[upper(grain)]}] if {
	some budget in input.by_type.azurerm_consumption_budget_subscription.resources
	none(budget.values, "filter")
	grain := object.get(budget.values, "time_grain", "Monthly")
}

limits contains [budget.address, {"cloud": "gcp", "path": "amount.specified_amount.units", "monthly": amount / months[period]}] if {
	some budget in input.by_type.google_billing_budget.resources
	covers_all(budget.values)
	object.get(budget.values, ["amount", 0, "specified_amount", 0, "currency_code"], "USD") == "USD"
	period := object.get(budget.values, ["budget_filter", 0, "calendar_period"], "MONTH")
	amount := to_number(budget.values.amount[0].specified_amount[0].units)
}

covers_all(values) if none(values, "budget_filter")

covers_all(values) if {
	some filter in values.budget_filter
	none(filter, "custom_period")
	none(filter, "labels")
	none(filter, "projects")
	none(filter, "resource_ancestors")
	none(filter, "services")
	none(filter, "subaccounts")
}

# Said without "not" around a function: so the engine can tell a budget that
# filters, and is of no account, from one whose amount it would have to know.
none(object, part) if not object[part]

none(object, part) if count(object[part]) == 0

months := {
	"MONTHLY": 1, "MONTH": 1, "BILLINGMONTH": 1,
	"QUARTERLY": 3, "QUARTER": 3, "BILLINGQUARTER": 3,
	"ANNUALLY": 12, "YEAR": 12, "BILLINGANNUAL": 12,
}
