# An environment of one's own for workflows (retired in August 2024): hours of its
# base unit, of the Developer or the Premium kind, and of each scale unit of
# Premium.
resource "azurerm_integration_service_environment" {
  let {
    # Developer_0, Premium_0 to Premium_10.
    words = split("_", lower(coalesce(self.sku_name, "Developer_0")))
    kind  = let.words[0] == "developer" ? "-developer" : ""
    units = tonumber(let.words[1])
    key   = "logic-apps/logic-apps-integration-service-environment"
  }

  cost "base unit" {
    quantity = hours
    unit     = "hour"
    price    = "${let.key}${let.kind}/base/base-unit"
  }

  cost "scale units" {
    when     = let.units > 0
    quantity = let.units * hours
    unit     = "hour"
    price    = "${let.key}/scale/scale-unit"
  }

  uses "units" { gap = "no source says what hardware a unit is" }

  example "Premium with one scale unit" {
    given   = { sku_name = "Premium_1" }
    want    = { "base unit" = 730, "scale units" = 730 }
    status  = "priced"
    monthly = "7898.60"
    prices  = { "logic-apps/logic-apps-integration-service-environment/base/base-unit" = 7.21, "logic-apps/logic-apps-integration-service-environment/scale/scale-unit" = 3.61 }
    source  = "azure.microsoft.com/pricing/details/logic-apps, West Europe, 2026-08"
  }

  example "Developer" {
    given  = { sku_name = "Developer_0" }
    want   = { "base unit" = 730 }
    prices = { "logic-apps/logic-apps-integration-service-environment-developer/base/base-unit" = 1.171 }
  }

  example "kind known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["base unit", "scale units"]
    status = "gap"
  }
}
