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
#   types: [aws_budgets_budget, azurerm_consumption_budget_subscription, google_billing_budget]
#   remediation: Raise the budget or cut the plan.
#   since: 0.1.0
#   idea: a budget should be able to hold
package iaclint.budget.budget_below_estimate

import data.iaclint.lib

findings contains {
	"path": limit.path,
	"message": sprintf("%s a month, but the plan spends %s on this cloud", [lib.money(limit.monthly), lib.money(estimate)]),
	"rests_on": limit.rests_on,
	"facts": {"limit": limit.monthly, "estimate": estimate},
} if {
	estimate > limit.monthly
}

clouds := {
	"aws_budgets_budget": "aws",
	"azurerm_consumption_budget_subscription": "azure",
	"google_billing_budget": "gcp",
}

estimate := input.totals.by_cloud[clouds[input.resource.type]].monthly

limit := {
	"path": "limit_amount",
	"monthly": to_number(input.resource.values.limit_amount) / months[input.resource.values.time_unit],
	"rests_on": ["limit_amount", "time_unit", "limit_unit", "budget_type"],
} if {
	input.resource.type == "aws_budgets_budget"
	input.resource.values.budget_type == "COST"
	input.resource.values.limit_unit == "USD"
	not aws_filtered
}

aws_filtered if input.resource.values.cost_filter[_].name

aws_filtered if count(input.resource.values.cost_filters) > 0

limit := {
	"path": "amount",
	"monthly": input.resource.values.amount / months[upper(grain)],
	"rests_on": ["amount", "time_grain"],
} if {
	input.resource.type == "azurerm_consumption_budget_subscription"
	not azure_filtered
}

default grain := "Monthly"

grain := input.resource.values.time_grain if is_string(input.resource.values.time_grain)

azure_filtered if input.resource.values.filter[_].dimension[_].name

azure_filtered if input.resource.values.filter[_].tag[_].name

limit := {
	"path": "amount.specified_amount.units",
	"monthly": to_number(input.resource.values.amount[0].specified_amount[0].units) / months[period],
	"rests_on": ["amount.specified_amount.units"],
} if {
	input.resource.type == "google_billing_budget"
	not foreign
	not google_filtered
}

foreign if {
	currency := input.resource.values.amount[_].specified_amount[_].currency_code
	currency != "USD"
}

default period := "MONTH"

period := input.resource.values.budget_filter[0].calendar_period if is_string(input.resource.values.budget_filter[0].calendar_period)

google_filtered if count(input.resource.values.budget_filter[_].services) > 0

google_filtered if count(input.resource.values.budget_filter[_].labels) > 0

google_filtered if input.resource.values.budget_filter[_].custom_period[_].start_date

months := {
	"MONTHLY": 1, "MONTH": 1, "BILLINGMONTH": 1,
	"QUARTERLY": 3, "QUARTER": 3, "BILLINGQUARTER": 3,
	"ANNUALLY": 12, "YEAR": 12, "BILLINGANNUAL": 12,
}
