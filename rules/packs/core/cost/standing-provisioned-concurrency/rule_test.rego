package iaclint.cost.standing_provisioned_concurrency_test

import data.iaclint.cost.standing_provisioned_concurrency as rule

config(env, kept) := {
	"resource": {
		"type": "aws_lambda_provisioned_concurrency_config", "env": env,
		"values": {"provisioned_concurrent_executions": kept}, "unknown": [], "referenced_by": [],
	},
	"params": {"nonprod_max": 0},
}

kept_ready := {"address": "c", "type": "aws_lambda_provisioned_concurrency_config", "values": {"provisioned_concurrent_executions": 20}}

alias(env, users) := {
	"resource": {"type": "aws_lambda_alias", "env": env, "values": {}, "unknown": [], "referenced_by": users},
	"params": {"nonprod_max": 0},
}

count_of(document) := count(found) if found := rule.findings with input as document

test_outside_production if {
	found := rule.findings with input as config("nonprod", 1)
	found == {{
		"path": "provisioned_concurrent_executions",
		"message": "1 execution kept ready round the clock in non-production",
		"rests_on": ["provisioned_concurrent_executions"],
		"remove": true,
	}}
}

test_some_may_stay if {
	found := rule.findings with input as config("nonprod", 5) with input.params.nonprod_max as 2
	{f.change | some f in found} == {{"provisioned_concurrent_executions": 2}}
	none := rule.findings with input as config("nonprod", 2) with input.params.nonprod_max as 2
	count(none) == 0
}

test_elsewhere if {
	count_of(config("prod", 5)) == 0
	count_of(config("unknown", 5)) == 0
}

test_nothing_scales_it if {
	count_of(alias("unknown", [kept_ready])) == 1
	found := rule.findings with input as alias("prod", [kept_ready])
	found == {{
		"message": "20 executions kept ready round the clock, and nothing lowers that",
		"rests_on": ["referenced_by"],
		"related": ["c"],
	}}
}

test_something_scales_it if {
	every type in ["aws_appautoscaling_target", "aws_appautoscaling_scheduled_action", "aws_appautoscaling_policy"] {
		count_of(alias("prod", [kept_ready, {"address": "t", "type": type, "values": {}}])) == 0
	}
}

test_an_alias_without_provisioned_concurrency if {
	count_of(alias("prod", [])) == 0
	count_of(alias("prod", [{"address": "t", "type": "aws_lambda_permission", "values": {}}])) == 0
}

# The configuration speaks for itself there.
test_an_alias_outside_production if count_of(alias("nonprod", [kept_ready])) == 0

test_known_only_after_apply if {
	found := rule.findings with input as {
		"resource": {"type": "aws_lambda_provisioned_concurrency_config", "env": "nonprod", "values": {}, "unknown": ["provisioned_concurrent_executions"]},
		"params": {"nonprod_max": 0},
	}
	count(found) == 0
}

test_what_points_to_an_alias if {
	count_of(alias("prod", [kept_ready])) == 1
	count_of(alias("prod", [object.union(kept_ready, {"type": "aws_lambda_permission"})])) == 0
	count_of(alias("prod", [object.union(kept_ready, {"values": {"provisioned_concurrent_executions": 1}})])) == 0
	count_of(object.union(alias("prod", [kept_ready]), {"resource": {"type": "aws_lambda_function"}})) == 0
}
