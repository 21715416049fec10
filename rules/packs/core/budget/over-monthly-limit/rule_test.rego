package iaclint.budget.over_monthly_limit_test

import data.iaclint.budget.over_monthly_limit

found(params, monthly, gaps) := findings if {
	findings := over_monthly_limit.findings with input as {
		"params": params, "totals": {"monthly": monthly}, "coverage": {"gap": gaps, "partial": 0},
		"overall": {"billed": [[900, "aws_db_instance.b"], [340.1, "aws_instance.a"]]},
	}
}

test_fails if {
	{finding.message | some finding in found({"limit_usd": 1000}, 1240.1, 0)} == {"$1,240.10 a month is $240.10 over the limit of $1,000.00; dearest: aws_db_instance.b ($900.00) and aws_instance.a ($340.10)"}
}

test_passes if found({"limit_usd": 1240.1}, 1240.1, 0) == set()

test_passes_without_a_limit if found({}, 1240.1, 3) == set()

test_unknown_below_the_limit_with_gaps if {
	{[finding.verdict, finding.message] | some finding in found({"limit_usd": 2000}, 1240.1, 2)} == {["unknown", "at least $1,240.10 a month of $2,000.00: 2 resources could not be estimated in full"]}
}

test_fails_above_it_gaps_or_not if {
	{object.get(finding, "verdict", "fail") | some finding in found({"limit_usd": 1000}, 1240.1, 2)} == {"fail"}
}
