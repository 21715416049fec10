package iaclint.cost.gateway_of_fixed_size_test

import data.iaclint.cost.gateway_of_fixed_size as rule

resource(type, env, values) := {
	"resource": {"type": type, "env": env, "values": values, "unknown": []},
	"params": {"nonprod_sku": "Developer_1"},
}

gateway(name, capacity) := {"sku": [{"name": name, "tier": name, "capacity": capacity}]}

test_an_application_gateway if {
	found := rule.findings with input as resource("azurerm_application_gateway", "prod", gateway("WAF_v2", 4))
	found == {{
		"path": "sku.capacity",
		"message": "4 instances at all hours: it does not scale",
		"change": {
			"sku.capacity": null,
			"autoscale_configuration": [{"min_capacity": 1, "max_capacity": 4}],
		},
	}}
}

test_gateways_that_scale_or_cannot if {
	count(rule.findings) == 0 with input as resource("azurerm_application_gateway", "prod", gateway("Standard_v2", 1))
	count(rule.findings) == 0 with input as resource("azurerm_application_gateway", "prod", gateway("Standard_Medium", 4))
	count(rule.findings) == 0 with input as resource("azurerm_application_gateway", "prod", object.union(
		gateway("Standard_v2", 4),
		{"autoscale_configuration": [{"min_capacity": 1}]},
	))
}

test_api_management_outside_production if {
	found := rule.findings with input as resource("azurerm_api_management", "nonprod", {"sku_name": "Premium_1"})
	[f.change | some f in found] == [{"sku_name": "Developer_1"}]
	count(rule.findings) == 0 with input as resource("azurerm_api_management", "prod", {"sku_name": "Premium_1"})
	count(rule.findings) == 0 with input as resource("azurerm_api_management", "nonprod", {"sku_name": "Developer_1"})
	count(rule.findings) == 0 with input as resource("azurerm_api_management", "nonprod", {"sku_name": "Consumption_0"})
}

test_a_tier_of_choice if {
	count(rule.findings) == 0 with input as resource("azurerm_api_management", "nonprod", {"sku_name": "Basic_1"})
		with input.params.nonprod_sku as "Basic_1"
}

test_a_connector if {
	found := rule.findings with input as resource("google_vpc_access_connector", "prod", {"min_instances": 3, "machine_type": "e2-standard-4"})
	[f.message | some f in found] == ["begins with 3 machines, where two will do: it adds more by itself"]
	count(rule.findings) == 0 with input as resource("google_vpc_access_connector", "prod", {"min_instances": 2})
	count(rule.findings) == 0 with input as resource("google_vpc_access_connector", "prod", {})
}

test_a_connector_by_throughput if {
	found := rule.findings with input as resource("google_vpc_access_connector", "prod", {"min_throughput": 500})
	[f.change | some f in found] == [{"min_throughput": 200}]
	count(rule.findings) == 0 with input as resource("google_vpc_access_connector", "prod", {"min_throughput": 200})
	count(rule.findings) == 0 with input as resource("google_vpc_access_connector", "prod", {"min_throughput": 300, "min_instances": 2})
}

test_the_machine_of_a_connector if {
	found := rule.findings with input as resource("google_vpc_access_connector", "nonprod", {"machine_type": "e2-standard-4"})
	[f.path | some f in found] == ["machine_type"]
	count(rule.findings) == 0 with input as resource("google_vpc_access_connector", "nonprod", {"machine_type": "e2-micro"})
	count(rule.findings) == 0 with input as resource("google_vpc_access_connector", "nonprod", {"machine_type": "f1-micro"})
}

test_known_only_after_apply if {
	count(rule.findings) == 0 with input as object.union(
		resource("google_vpc_access_connector", "prod", {}),
		{"resource": {"unknown": ["min_instances"]}},
	)
}

test_what_belongs_to_other_types if {
	every values in [{"sku_name": "Premium_2"}, {"min_instances": 5}, {"machine_type": "e2-standard-4"}] {
		count(rule.findings) == 0 with input as object.union(
			{"resource": {"type": "x_y", "env": "nonprod", "unknown": []}, "params": {"nonprod_sku": "Developer_1", "nonprod_max": 2}},
			{"resource": {"values": values}},
		)
	}
}
