# An account for business-to-business workflows, by the month and its tier. The
# Free tier costs nothing.
resource "azurerm_logic_app_integration_account" {
  let {
    tier = lower(self.sku_name)
  }

  cost "account" {
    when     = let.tier != "free"
    quantity = 1
    unit     = "month"
    price    = "logic-apps/logic-apps-integration-account/${let.tier}/${let.tier}-unit"
  }

  uses "account" {
    when = let.tier != "free"
    gap  = "no figure exists for an account of a shared service"
  }

  example "Standard" {
    given   = { sku_name = "Standard" }
    want    = { account = 1 }
    status  = "priced"
    monthly = "1000.00"
    prices  = { "logic-apps/logic-apps-integration-account/standard/standard-unit" = 1000 }
    source  = "azure.microsoft.com/pricing/details/logic-apps, West Europe, 2026-08"
  }

  example "Basic" {
    given   = { sku_name = "Basic" }
    want    = { account = 1 }
    monthly = "300.00"
    prices  = { "logic-apps/logic-apps-integration-account/basic/basic-unit" = 300 }
    source  = "azure.microsoft.com/pricing/details/logic-apps, West Europe, 2026-08"
  }

  example "Free" {
    given  = { sku_name = "Free" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["account"]
    status = "gap"
  }
}
