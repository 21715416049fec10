package iaclint.budget.no_budget_test

import data.iaclint.budget.no_budget
import data.iaclint.lib.plan
import data.iaclint.lib.plan_test

resource(type, monthly) := {"address": concat(".", [type, "x"]), "type": type, "actions": ["create"], "cost": {"monthly": monthly}}

billed(type) := {"aws": "aws", "azurerm": "azure", "google": "gcp"}[split(type, "_")[0]]

messages(resources, given) := {finding.message | some finding in findings(resources, given)}

findings(resources, given) := found if {
	found := no_budget.findings with input as object.union_n([
		plan_test.made(resources),
		{
			"project": "payments/prod/plan.json",
			"incomplete": "",
			"totals": {"by_cloud": {cloud: {"monthly": spent} |
				some cloud in {billed(resource.type) | some resource in resources}
				spent := sum([plan.monthly(resource) | some resource in resources; billed(resource.type) == cloud])
			}},
			"params": {"required_in": ["**"], "min_usd_month": 500, "margin": 0.2},
		},
		given,
	])
}

test_fails_per_cloud if {
	messages([resource("aws_instance", 400), resource("aws_db_instance", 433.1), resource("google_sql_database_instance", 900), resource("google_billing_budget", 0)], {}) == {"$833.10 a month on AWS and no budget in this plan; $1,000.00 would leave a margin of 20 %"}
}

test_passes_with_a_budget if messages([resource("aws_instance", 900), resource("aws_budgets_budget", 0)], {}) == set()

test_passes_small_spend if messages([resource("aws_instance", 100)], {}) == set()

expected(pattern, path) := count(messages(
	[resource("aws_instance", 900)],
	{"project": path, "params": {"required_in": ["nowhere/*", pattern]}},
)) == 1

test_expected[sprintf("%s: %s", [pattern, path])] := expected(pattern, path) if {
	some [pattern, path] in {
		["**", "plan.json"], ["**", "."], ["**", "stdin"], ["**", "../shop/plan.json"], ["**", "a/b/c.d/plan.json"],
		["*", "plan.json"], ["payments/*", "payments/plan.json"], ["payments/**", "payments/prod/plan.json"], ["payments/**", "payments"],
		["**/prod/*", "prod/plan.json"], ["**/prod/*", "payments/prod/plan.json"], ["**/prod/**", "prod"],
		["{payments,shop}/**", "shop/plan.json"],
	}
}

test_not_expected[sprintf("%s: %s", [pattern, path])] := expected(pattern, path) == false if {
	some [pattern, path] in {
		["*", "payments/plan.json"], ["payments/*", "payments/prod/plan.json"], ["platform/**", "payments/plan.json"],
		["*/prod", "prod"], ["prod/*", "prod"], ["**/prod/*", "payments/nonprod/plan.json"],
	}
}

# Of part of a root nobody knows what the rest declares.
test_unknown_of_a_part if {
	{finding.verdict | some finding in findings([resource("aws_instance", 900)], {"incomplete": "only what -target names"})} == {"unknown"}
	{finding.verdict | some finding in findings([resource("aws_instance", 900)], {})} == {"fail"}
}

# What has no price counts for nothing here; budget/estimate-incomplete says how much that is.
test_unknown_prices_count_for_nothing if messages([resource("aws_instance", null)], {}) == set()
