package iaclint.cost.hub_appliance_in_nonproduction_test

import data.iaclint.cost.hub_appliance_in_nonproduction as rule

appliance(type, cost) := {
	"resource": {
		"type": type, "address": sprintf("%s.hub", [type]), "env": "nonprod",
		"values": {}, "unknown": ["id"], "cost": cost,
	},
	"params": {"allow": []},
}

test_a_firewall if {
	found := rule.findings with input as appliance("azurerm_firewall", {"monthly": 912.5})
	found == {{
		"message": "firewall of its own in non-production, $912.50 a month",
		"remove": true,
		"rests_on": [],
	}}
}

test_one_without_a_figure if {
	found := rule.findings with input as appliance("aws_networkfirewall_firewall", {"monthly": null})
	[f.message | some f in found] == ["network firewall of its own in non-production"]
}

test_an_allowed_type if {
	count(rule.findings) == 0 with input as appliance("aws_vpn_connection", {}) with input.params.allow as ["aws_vpn_*"]
}

test_an_allowed_address if {
	count(rule.findings) == 0 with input as appliance("aws_vpn_connection", {}) with input.params.allow as ["*.hub"]
}

test_what_is_allowed_elsewhere if {
	every pattern in ["aws_nat_*", "*.spoke"] {
		count(rule.findings) == 1 with input as appliance("aws_vpn_connection", {}) with input.params.allow as [pattern]
	}
}
