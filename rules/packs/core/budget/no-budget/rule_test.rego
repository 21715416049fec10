package iaclint.budget.no_budget_test

import data.iaclint.budget.no_budget
import data.iaclint.lib.plan
import data.iaclint.lib.plan_test

resource(type, monthly) := {"address": concat(".", [type, "x"]), "type": type, "actions": ["create"], "cost": {"monthly": monthly}}

billed(type) := {"aws": "aws", "azurerm": "azure", "google": "gcp"}[split(type, "_")[0]]

messages(resources, given) := found if {
	found := {finding.message | some finding in no_budget.findings} with input as object.union_n([
		plan_test.made(resources),
		{
			"project": "payments/prod",
			"totals": {"by_cloud": {cloud: {"monthly": spent} |
				some cloud in {billed(resource.type) | some resource in resources}
				spent := sum([plan.monthly(resource) | some resource in resources; billed(resource.type) == cloud])
			}},
			"params": {"required_in": ["*"], "min_usd_month": 500, "margin": 0.2},
		},
		given,
	])
}

test_fails_per_cloud if {
	messages([resource("aws_instance", 400), resource("aws_db_instance", 433.1), resource("google_sql_database_instance", 900), resource("google_billing_budget", 0)], {}) == {"$833.10 a month on AWS and no budget in this plan; $1,000.00 would leave a margin of 20 %"}
}

test_passes_with_a_budget if messages([resource("aws_instance", 900), resource("aws_budgets_budget", 0)], {}) == set()

test_passes_small_spend if messages([resource("aws_instance", 100)], {}) == set()

test_passes_where_none_is_expected if {
	messages([resource("aws_instance", 900)], {"params": {"required_in": ["platform/*"]}}) == set()
	count(messages([resource("aws_instance", 900)], {"params": {"required_in": ["payments/*"]}})) == 1
}

# What has no price counts for nothing here; budget/estimate-incomplete says how much that is.
test_unknown_prices_count_for_nothing if messages([resource("aws_instance", null)], {}) == set()
