package iaclint.cost.load_balancer_without_backend_test

import data.iaclint.cost.load_balancer_without_backend as rule

balancer(type, users) := {
	"resource": {
		"type": type, "values": {}, "unknown": [], "tags": {}, "refs": {},
		"referenced_by": [{"address": "x.y", "type": user} | some user in users],
		"cost": {"monthly": 16.43},
	},
	"params": {"ignore_if_ingress_controller": true},
}

test_no_listener if {
	found := rule.findings with input as balancer("aws_lb", ["aws_wafv2_web_acl_association"])
	found == {{
		"message": "no listener in the plan, $16.43 a month",
		"remove": true,
		"rests_on": ["referenced_by"],
	}}
}

test_a_listener if {
	count(rule.findings) == 0 with input as balancer("aws_lb", ["aws_lb_listener"])
}

test_filled_by_a_controller if {
	count(rule.findings) == 0 with input as balancer("aws_lb", [])
		with input.resource.tags as {"elbv2.k8s.aws/cluster": "main"}
}

test_a_classic_one if {
	count(rule.findings) == 1 with input as balancer("aws_elb", [])
	count(rule.findings) == 0 with input as balancer("aws_elb", ["aws_autoscaling_group"])
	count(rule.findings) == 0 with input as balancer("aws_elb", []) with input.resource.values as {"instances": ["i-1"]}
}

test_one_on_azure if {
	count(rule.findings) == 1 with input as balancer("azurerm_lb", ["azurerm_lb_backend_address_pool"])
	count(rule.findings) == 0 with input as balancer("azurerm_lb", ["azurerm_lb_rule"])
}

forwarding_to(backends) := object.union(
	balancer("google_compute_forwarding_rule", []),
	{"resource": {"refs": {"backend_service": [{
		"address": "google_compute_region_backend_service.a",
		"type": "google_compute_region_backend_service",
		"values": {"backend": backends}, "unknown": [],
	}]}}},
)

test_one_on_google if {
	count(rule.findings) == 1 with input as forwarding_to([])
	count(rule.findings) == 0 with input as forwarding_to([{"group": "g"}])
}

test_a_rule_that_points_elsewhere if {
	count(rule.findings) == 0 with input as balancer("google_compute_forwarding_rule", [])
}

test_instances_known_only_after_apply if {
	found := rule.findings with input as object.union(
		balancer("aws_elb", []),
		{"resource": {"unknown": ["instances"]}},
	)
	every f in found {
		"instances" in f.rests_on
	}
}

tagged(tags) := count(findings) if {
	findings := rule.findings with input as object.union(balancer("aws_lb", []), {"resource": {"tags": tags}})
}

test_tags_of_a_controller if {
	tagged({"ingress.k8s.aws/stack": "shop"}) == 0
	tagged({"team": "shop"}) == 1
	count(rule.findings) == 1 with input as object.union(balancer("aws_lb", []), {"resource": {"tags": {"ingress.k8s.aws/stack": "shop"}}})
		with input.params.ignore_if_ingress_controller as false
}
