# A hub of a virtual WAN: hours of the hub, routing units beyond the two that are
# included, and gigabytes through its router. Hubs of a Basic WAN are free.
# Gateways, connections and firewalls in it are other resources. Outside the
# government clouds the price is the same everywhere; the catalogue holds it under
# West Europe.
resource "azurerm_virtual_hub" {
  assume "sku" {
    why = "the kind of the virtual WAN"
  }

  ref "wan" {
    path  = "virtual_wan_id"
    types = ["azurerm_virtual_wan"]
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data a month through the hub's router"
  }

  let {
    # Standard is the provider's default of a WAN.
    kind  = lower(first(self.sku, get(refs.wan, "type"), "Standard"))
    where = startswith(region, "usgov") ? region : "westeurope"
    units = coalesce(self.virtual_router_auto_scale_min_capacity, 2)
  }

  cost "hub" {
    when     = let.kind != "basic"
    quantity = hours
    unit     = "hour"
    price    = "virtual-wan/standard-hub/hour"
    region   = let.where
  }

  cost "routing units over 2" {
    when     = let.kind != "basic" && let.units > 2
    quantity = (let.units - 2) * hours
    unit     = "hour"
    price    = "virtual-wan/routing-unit/hour"
    region   = let.where
  }

  cost "data processed" {
    when     = let.kind != "basic"
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "virtual-wan/standard-hub/data"
    region   = let.where
  }

  uses "hub" { gap = "no figure exists for routers" }

  example "Standard, 1,000 GB" {
    given   = { sku = "Standard", address_prefix = "10.0.0.0/23" }
    usage   = { monthly_data_processed_gb = 1000 }
    want    = { hub = 730, "data processed" = 1000 }
    status  = "priced"
    monthly = "202.50"
    prices  = { "virtual-wan/standard-hub/hour" = 0.25, "virtual-wan/standard-hub/data" = 0.02 }
    source  = "azure.microsoft.com/pricing/details/virtual-wan, 2026-09"
  }

  example "five routing units, kind from the WAN, without use" {
    region  = "eastasia"
    given   = { sku = unknown, virtual_router_auto_scale_min_capacity = 5 }
    omitted = ["sku"]
    refs    = { wan = { type = "Standard" } }
    want    = { hub = 730, "routing units over 2" = 2190 }
    unused  = ["data processed"]
    status  = "partial"
  }

  example "Basic" {
    given  = {}
    refs   = { wan = { type = "Basic" } }
    want   = {}
    status = "free"
  }

  example "units known only after apply" {
    given  = { sku = "Standard", virtual_router_auto_scale_min_capacity = unknown }
    want   = { hub = 730 }
    unused = ["data processed"]
    gaps   = ["routing units over 2"]
    status = "partial"
  }
}
