# A registry at the edge that follows a Premium registry in the cloud: by the day.
resource "azurerm_container_connected_registry" {
  ref "registry" {
    path  = "container_registry_id"
    types = ["azurerm_container_registry"]
  }

  # 730 hours are 30.4 days.
  cost "connected registry" {
    when     = lower(get(refs.registry, "sku", "Premium")) == "premium"
    quantity = hours / 24
    unit     = "day"
    price    = "acr/premium-premium-connected-registry"
  }

  uses "registry" { gap = "it runs on hardware of one's own" }

  example "one" {
    given   = { name = "edge" }
    refs    = { registry = { sku = "Premium" } }
    want    = { "connected registry" = 30.416666666667 }
    status  = "priced"
    monthly = "10.13878750000011111"
    prices  = { "acr/premium-premium-connected-registry" = 0.33333 }
    source  = "azure.microsoft.com/pricing/details/container-registry, West Europe, 2026-08; 730 / 24 days"
  }

  example "kind of the registry known only after apply" {
    given  = { name = "edge" }
    refs   = { registry = { sku = unknown } }
    want   = {}
    gaps   = ["connected registry"]
    status = "gap"
  }
}
