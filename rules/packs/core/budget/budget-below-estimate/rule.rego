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
	"address": budget.address,
	"path": limit.path,
	"message": sprintf("%s a month, but the plan spends %s on this cloud", [lib.money(limit.monthly), lib.money(spend[limit.prefix])]),
	"facts": {"limit": limit.monthly, "estimate": spend[limit.prefix]},
} if {
	some [budget, limit] in limits
	spend[limit.prefix] > limit.monthly
}

# What the plan spends on a cloud, asked only where it has a budget.
spend[prefix] := sum([resource.cost.monthly |
	some resource in input.resources
	resource.cost.monthly > 0
	startswith(resource.type, prefix)
	resource.actions != ["delete"]
]) if {
	some type, prefix in prefixes
	input.counts[type] > 0
}

prefixes := {
	"aws_budgets_budget": "aws_",
	"azurerm_consumption_budget_subscription": "azurerm_",
	"google_billing_budget": "google_",
}

# The budgets that cover all of a cloud, in dollars a month.
limits contains [budget, {"prefix": "aws_", "path": "limit_amount", "monthly": amount / months[budget.values.time_unit]}] if {
	input.counts.aws_budgets_budget > 0
	some budget in input.resources
	budget.type == "aws_budgets_budget"
	budget.actions != ["delete"]
	budget.values.budget_type == "COST"
	budget.values.limit_unit == "USD"
	amount := to_number(budget.values.limit_amount)
	not aws_filtered(budget.values)
}

limits contains [budget, {"prefix": "azurerm_", "path": "amount", "monthly": budget.values.amount / months[upper(grain)]}] if {
	input.counts.azurerm_consumption_budget_subscription > 0
	some budget in input.resources
	budget.type == "azurerm_consumption_budget_subscription"
	budget.actions != ["delete"]
	grain := object.get(budget.values, "time_grain", "Monthly")
	not azure_filtered(budget.values)
}

limits contains [budget, {"prefix": "google_", "path": "amount.specified_amount.units", "monthly": amount / months[period]}] if {
	input.counts.google_billing_budget > 0
	some budget in input.resources
	budget.type == "google_billing_budget"
	budget.actions != ["delete"]
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
