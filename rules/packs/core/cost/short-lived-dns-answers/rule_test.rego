package iaclint.cost.short_lived_dns_answers_test

import data.iaclint.cost.short_lived_dns_answers as rule

record(values) := {
	"resource": {"type": "aws_route53_record", "values": object.union({"type": "A"}, values), "unknown": [], "refs": {}},
	"params": {"min_ttl": 300},
}

test_a_minute if {
	found := rule.findings with input as record({"ttl": 60})
	found == {{
		"path": "ttl",
		"message": "answers live for 60 seconds; 300 will do where no failover needs less",
		"change": {"ttl": 300},
		"rests_on": ["ttl", "health_check_id"],
	}}
}

test_long_enough if {
	count(rule.findings) == 0 with input as record({"ttl": 300})
	count(rule.findings) == 0 with input as record({"alias": [{}]})
	count(rule.findings) == 0 with input as record({"ttl": 60}) with input.params.min_ttl as 60
}

test_the_proof_of_a_name if {
	count(rule.findings) == 0 with input as record({"type": "CNAME", "ttl": 60})
}

test_failover_needs_less if {
	count(rule.findings) == 0 with input as record({"ttl": 60, "health_check_id": "x"})
	count(rule.findings) == 0 with input as record({"ttl": 60, "failover_routing_policy": [{"type": "PRIMARY"}]})
	count(rule.findings) == 0 with input as record({"ttl": 60, "multivalue_answer_routing_policy": true})
	count(rule.findings) == 0 with input as record({"ttl": 60})
		with input.resource.refs as {"health_check_id": [{"address": "a.b"}]}
}

check(users) := {
	"resource": {
		"type": "aws_route53_health_check", "values": {}, "unknown": [], "refs": {},
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
		"cost": {"monthly": 0.5},
	},
	"params": {"min_ttl": 300},
}

test_a_check_nobody_asks if {
	found := rule.findings with input as check([])
	found == {{
		"message": "no record, alarm or other check in the plan goes by it, $0.50 a month",
		"remove": true,
		"rests_on": ["referenced_by"],
	}}
	count(rule.findings) == 0 with input as check(["aws_route53_record"])
	count(rule.findings) == 0 with input as check(["aws_cloudwatch_metric_alarm"])
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(record({}), {"resource": {"unknown": ["ttl"]}})
}

test_checks_only if {
	count(rule.findings) == 0 with input as {"resource": {"type": "aws_route53_zone", "values": {}, "unknown": [], "refs": {}, "referenced_by": []}, "params": {"min_ttl": 300}}
}
