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
	amount := to_number(budget.values.limit_amount)
	not aws_filtered(budget.values)
}

limits contains [budget.address, {"cloud": "azure", "path": "amount", "monthly": budget.values.amount / months[upper(grain)]}] if {
	some budget in input.by_type.azurerm_consumption_budget_subscription.resources
	grain := object.get(budget.values, "time_grain", "Monthly")
	not azure_filtered(budget.values)
}

limits contains [budget.address, {"cloud": "gcp", "path": "amount.specified_amount.units", "monthly": amount / months[period]}] if {
	some budget in input.by_type.google_billing_budget.resources
	amount := to_number(budget.values.amount[0].specified_amount[0].units)
	object.get(budget.values, ["amount", 0, "specified_amount", 0, "currency_code"], "USD") == "USD"
	period := object.get(budget.values, ["budget_filter", 0, "calendar_period"], "MONTH")
	not google_filtered(budget.values)
}

aws_filtered(values) if values.cost_filter[_].name

aws_filtered(values) if count(values.cost_filters) > 0

azure_filtered(values) if values.filter[_].dimension[_].name

azure_filtered(values) if values.filter[_].tag[_].name

google_filtered(values) if count(values.budget_filter[_].services) > 0

google_filtered(values) if count(values.budget_filter[_].labels) > 0

google_filtered(values) if values.budget_filter[_].custom_period[_].start_date

months := {
	"MONTHLY": 1, "MONTH": 1, "BILLINGMONTH": 1,
	"QUARTERLY": 3, "QUARTER": 3, "BILLINGQUARTER": 3,
	"ANNUALLY": 12, "YEAR": 12, "BILLINGANNUAL": 12,
}
