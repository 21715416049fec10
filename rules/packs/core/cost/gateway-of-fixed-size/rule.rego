# METADATA
# title: Gateway of a fixed size, or of a larger one than it needs
# description: >-
#   A gateway with a fixed number of instances is paid for at its peak. Version 2 of the application
#   gateway scales from a minimum, a VPC connector begins with two machines and adds more by itself, and
#   API Management has a developer tier for those who only test.
# related_resources:
# - ref: https://learn.microsoft.com/azure/application-gateway/application-gateway-autoscaling-zone-redundant
# - ref: https://learn.microsoft.com/azure/api-management/api-management-features
# - ref: https://cloud.google.com/vpc/docs/serverless-vpc-access
# custom:
#   code: COST-414
#   severity: medium
#   saving: bounded
#   since: azurerm 4.80, google 7.45
#   types: [azurerm_api_management, azurerm_application_gateway, google_vpc_access_connector]
#   params:
#     type: object
#     properties:
#       nonprod_sku:
#         type: string
#         description: SKU of API Management that is enough outside production.
#         default: Developer_1
#   remediation: >-
#     Scale from the minimum up to what it has now; outside production take the developer or consumption tier.
#   when_not: >-
#     When traffic jumps faster than an instance starts.
package iaclint.cost.gateway_of_fixed_size

findings contains {
	"path": "sku.capacity",
	"message": sprintf("%d instances at all hours: it does not scale", [instances]),
	"change": {
		"sku.capacity": null,
		"autoscale_configuration": [{"min_capacity": 1, "max_capacity": instances}],
	},
} if {
	instances := input.resource.values.sku[0].capacity
	instances > 1
	endswith(input.resource.values.sku[0].name, "_v2")
	not scales
}

scales if count(input.resource.values.autoscale_configuration) > 0

findings contains {
	"path": "sku_name",
	"message": sprintf("%s in non-production, where %s will do", [input.resource.values.sku_name, input.params.nonprod_sku]),
	"change": {"sku_name": input.params.nonprod_sku},
	"rests_on": ["sku_name"],
} if {
	input.resource.type == "azurerm_api_management"
	input.resource.env == "nonprod"
	[tier, _] := split(input.resource.values.sku_name, "_")
	tier in {"Basic", "Standard", "Premium", "StandardV2", "PremiumV2"}
	input.resource.values.sku_name != input.params.nonprod_sku
}

findings contains {
	"path": "min_instances",
	"message": sprintf("begins with %d machines, where two will do: it adds more by itself", [least]),
	"change": {"min_instances": 2},
	"rests_on": ["min_instances"],
} if {
	input.resource.type == "google_vpc_access_connector"
	least := input.resource.values.min_instances
	least > 2
}

# 200 is what two machines carry; a connector may be sized by this instead.
findings contains {
	"path": "min_throughput",
	"message": sprintf("begins with machines for %d Mbit/s, where 200 will do: it adds more by itself", [least]),
	"change": {"min_throughput": 200},
	"rests_on": ["min_throughput"],
} if {
	least := input.resource.values.min_throughput
	least > 200
	not input.resource.values.min_instances
}

findings contains {
	"path": "machine_type",
	"message": sprintf("%s in non-production, where e2-micro will do", [machine]),
	"change": {"machine_type": "e2-micro"},
	"rests_on": ["machine_type"],
} if {
	input.resource.type == "google_vpc_access_connector"
	input.resource.env == "nonprod"
	machine := input.resource.values.machine_type
	machine != "e2-micro"
	machine != "f1-micro"
}
