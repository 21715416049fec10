# METADATA
# title: App service plan without apps, or premium in non-production
# description: >-
#   A plan is paid for by its workers, whether apps run on them or not. The premium tiers add slots,
#   zones and private networking, which an environment without users rarely needs.
# related_resources:
# - ref: https://learn.microsoft.com/azure/app-service/overview-hosting-plans
# custom:
#   code: COST-119
#   severity: medium
#   saving: exact
#   saving_required: true
#   skip_free: true
#   since: azurerm 4.80
#   types: [azurerm_app_service_plan, azurerm_service_plan]
#   params:
#     type: object
#     properties:
#       nonprod_max_tier:
#         type: string
#         description: SKU that is enough outside production; it has to be of a tier below premium.
#         default: B2
#       include_free:
#         type: boolean
#         description: Speak about plans that cost nothing too.
#         default: false
#   remediation: >-
#     Delete a plan that has no app; outside production take a basic or standard tier. When apps of
#     another root module run on it, ignore the finding with that reason.
#   when_not: >-
#     When apps of another root module run on the plan, or a test needs slots or private networking.
package iaclint.cost.service_plan_empty_or_premium

import data.iaclint.lib

findings contains {
	"message": sprintf("no app in the plan runs on it%s", [lib.a_month]),
	"remove": true,
	"rests_on": ["referenced_by"],
} if {
	empty
}

findings contains {
	"path": "sku_name",
	"message": sprintf("%s in non-production, where %s will do", [input.resource.values.sku_name, input.params.nonprod_max_tier]),
	"change": {"sku_name": input.params.nonprod_max_tier},
	"rests_on": ["sku_name", "referenced_by"],
} if {
	input.resource.env == "nonprod"
	premium(input.resource.values.sku_name)
	not empty
}

# P1v3, P0v3, P1mv4 and I1v2: premium and isolated.
premium(sku) if startswith(sku, "P")

premium(sku) if startswith(sku, "I")

empty if not has_app

has_app if input.resource.referenced_by[_].type in apps

# What runs on a plan; what Microsoft's generic provider makes may too.
apps := {
	"azapi_resource",
	"azurerm_app_service",
	"azurerm_app_service_slot",
	"azurerm_function_app",
	"azurerm_function_app_slot",
	"azurerm_linux_function_app",
	"azurerm_linux_function_app_slot",
	"azurerm_linux_web_app",
	"azurerm_linux_web_app_slot",
	"azurerm_logic_app_standard",
	"azurerm_windows_function_app",
	"azurerm_windows_function_app_slot",
	"azurerm_windows_web_app",
	"azurerm_windows_web_app_slot",
	"azurerm_function_app_flex_consumption",
}
