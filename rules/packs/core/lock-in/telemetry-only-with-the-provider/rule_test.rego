package iaclint.lock_in.telemetry_only_with_the_provider_test

import data.iaclint.lib.plan_test
import data.iaclint.lock_in.telemetry_only_with_the_provider

group(name, monthly) := {
	"address": concat(".", ["aws_cloudwatch_log_group", name]), "type": "aws_cloudwatch_log_group",
	"actions": ["create"], "cost": {"monthly": monthly},
}

found(rows, given) := findings if {
	findings := telemetry_only_with_the_provider.findings with input as object.union(
		object.union(plan_test.made(rows), {"incomplete": ""}),
		object.union({"params": {"min_usd_month": 100, "exported": false}}, given),
	)
}

test_fails_once if {
	{[finding.address, finding.related, finding.message] | some finding in found([group("a", 40), group("b", 80)], {})} == {[
		"aws_cloudwatch_log_group.b", ["aws_cloudwatch_log_group.a"],
		"$120.00 a month of telemetry in CloudWatch Logs, and nothing in the plan sends it elsewhere",
	]}
}

test_passes_what_is_sent if {
	filter := {"address": "x", "type": "aws_cloudwatch_log_subscription_filter", "actions": ["create"]}
	found([group("a", 120), filter], {}) == set()
	found([group("a", 120)], {"params": {"exported": true, "min_usd_month": 100}}) == set()
}

test_an_export_of_another_cloud_does_not_count if {
	sink := {"address": "x", "type": "google_logging_project_sink", "actions": ["create"]}
	count(found([group("a", 120), sink], {})) == 1
}

test_passes_little if found([group("a", 99.99)], {}) == set()

test_unknown_of_part_of_a_root if {
	{finding.verdict | some finding in found([group("a", 120)], {"incomplete": "made for some targets"})} == {"unknown"}
}

test_unknown_prices_count_for_nothing if found([group("a", null)], {}) == set()

verdicts(why) := {object.get(finding, "verdict", "fail") | some finding in found([group("a", 120)], {"incomplete": why})}

test_verdicts if {
	verdicts("") == {"fail"}
	verdicts("only what -target names") == {"unknown"}
}
