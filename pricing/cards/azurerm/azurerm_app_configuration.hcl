# A store of App Configuration: days of its tier, and of each replica as much
# again. Free costs nothing. Requests beyond those that are included each day are
# billed by use, at a price the catalogue does not have, nor those of the tiers
# Developer and Premium. The price of Standard was recovered from a published
# total in West Europe.
resource "azurerm_app_configuration" {
  let {
    # free is the provider's default.
    tier   = lower(coalesce(self.sku, "free"))
    stores = 1 + length(self.replica)
  }

  # 730 hours are 30.4 days.
  cost "store" {
    when     = let.tier != "free"
    quantity = let.stores * hours / 24
    unit     = "day"
    price    = let.tier == "standard" ? "component/azurerm_app_configuration/instance" : null
    hint     = "the price of this tier is not in the catalogue"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  uses "store" {
    when = let.tier != "free"
    gap  = "no figure exists for configuration stores"
  }

  example "Standard with a replica" {
    given   = { sku = "standard", replica = [{ name = "a", location = "northeurope" }] }
    want    = { store = 60.833333333333 }
    status  = "priced"
    monthly = "72.9999999999996"
    prices  = { "component/azurerm_app_configuration/instance" = 1.2 }
    source  = "azure.microsoft.com/pricing/details/app-configuration, West Europe, 2024-07; 730 / 24 days"
  }

  example "Free" {
    given  = {}
    want   = {}
    status = "free"
  }

  example "Premium has no price here" {
    given  = { sku = "premium" }
    want   = {}
    gaps   = ["store"]
    status = "gap"
  }

  example "tier known only after apply" {
    given  = { sku = unknown }
    want   = {}
    gaps   = ["store"]
    status = "gap"
  }
}
