package iaclint.cost.cross_zone_traffic_test

import data.iaclint.cost.cross_zone_traffic as rule

resource(type, values) := {
	"resource": {"type": type, "values": values, "unknown": [], "tags": {}},
	"params": {"keep_tag": "cross-zone-reason"},
}

balancer(kind, across) := resource("aws_lb", {"load_balancer_type": kind, "enable_cross_zone_load_balancing": across})

test_a_network_load_balancer if {
	found := rule.findings with input as balancer("network", true)
	found == {{
		"path": "enable_cross_zone_load_balancing",
		"message": "network load balancer across zones: most of its traffic is billed there and back",
		"change": {"enable_cross_zone_load_balancing": false},
		"rests_on": ["load_balancer_type", "enable_cross_zone_load_balancing", "tags"],
	}}
	count(rule.findings) == 1 with input as balancer("gateway", true)
}

test_each_zone_by_itself if {
	count(rule.findings) == 0 with input as balancer("network", false)
}

test_an_application_load_balancer_pays_nothing if {
	count(rule.findings) == 0 with input as balancer("application", true)
}

group(protocol, across) := resource("aws_lb_target_group", {"protocol": protocol, "load_balancing_cross_zone_enabled": across})

test_a_target_group if {
	found := rule.findings with input as group("TCP", "true")
	[f.path | some f in found] == ["load_balancing_cross_zone_enabled"]
	count(rule.findings) == 0 with input as group("TCP", "use_load_balancer_configuration")
	count(rule.findings) == 0 with input as group("HTTP", "true")
}

test_a_reason_is_given if {
	count(rule.findings) == 0 with input as balancer("network", true)
		with input.resource.tags as {"cross-zone-reason": "uneven"}
	count(rule.findings) == 0 with input as group("TCP", "true")
		with input.resource.tags as {"cross-zone-reason": "uneven"}
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("aws_lb", {"load_balancer_type": "network"}),
		{"resource": {"unknown": ["enable_cross_zone_load_balancing"]}},
	)
}
