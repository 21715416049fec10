# METADATA
# title: No budget where one is expected
# description: |
#   The plan spends on a cloud and declares no budget that would tell anybody
#   when it goes astray. Budgets often live in another root: say in required_in
#   which roots should have one, or switch the rule off. Of a plan that does not
#   speak for all of its root the verdict is unknown.
# related_resources:
# - ref: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
# - ref: https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets
# - ref: https://cloud.google.com/billing/docs/how-to/budgets
# custom:
#   code: COST-801
#   severity: medium
#   scope: plan
#   remediation: Add a budget that warns at 50, 80 and 100 % and on the forecast.
#   params:
#     type: object
#     properties:
#       required_in: {type: array, default: ["**"], description: 'Patterns of the paths of projects that should have one, as in environment and guardrail.', items: {type: string}}
#       min_usd_month: {type: number, default: 500, minimum: 0, description: Spend on a cloud from which on a budget is expected.}
#       margin: {type: number, default: 0.2, minimum: 0, description: What the suggested amount adds to the estimate.}
#   since: 0.1.0
#   idea: AWS Well-Architected COST02
package iaclint.budget.no_budget

import data.iaclint.lib
import data.iaclint.lib.projects

findings contains {
	"address": "plan",
	"verdict": verdict,
	"key": cloud,
	"message": sprintf("%s a month on %s and no budget in this plan; %s would leave a margin of %d %%", [
		lib.money(spend),
		names[cloud],
		lib.money(ceil((spend * (1 + input.params.margin)) / 10) * 10),
		round(input.params.margin * 100),
	]),
	"facts": {"cloud": cloud, "monthly": spend},
} if {
	some cloud, by_cloud in input.totals.by_cloud
	by_cloud.monthly >= input.params.min_usd_month
	not budgeted[cloud]
	expected
	spend := input.by_provider[prefixes[cloud]].monthly
}

prefixes := {"aws": "aws", "azure": "azurerm", "gcp": "google"}

names := {"aws": "AWS", "azure": "Azure", "gcp": "Google Cloud"}

budgeted[cloud] if {
	some type, cloud in budgets
	input.counts[type] > 0
}

budgets := {
	"aws_budgets_budget": "aws",
	"azurerm_consumption_budget_management_group": "azure",
	"azurerm_consumption_budget_resource_group": "azure",
	"azurerm_consumption_budget_subscription": "azure",
	"google_billing_budget": "gcp",
}

# A budget may stand in the part of the root that this plan leaves out.
default verdict := "fail"

verdict := "unknown" if input.incomplete != ""

expected if projects.among(input.params.required_in, input.project)
