# A namespace of notification hubs: a month of its tier, and pushes beyond the ten
# million that are included, in steps. Free costs nothing. Zone redundancy adds
# a fee. Outside the government clouds the price is the same in every region that
# is known; the catalogue holds it under West Europe.
resource "azurerm_notification_hub_namespace" {
  usage "monthly_pushes" {
    unit        = "pushes"
    description = "pushes a month; ten million are included"
  }

  let {
    tier  = lower(self.sku_name)
    paid  = let.tier != "free"
    where = startswith(region, "usgov") ? region : "westeurope"
  }

  cost "namespace" {
    when     = let.paid
    quantity = 1
    unit     = "month"
    price    = "notification-hubs/notification-hubs/${let.tier}/${let.tier}-unit"
    region   = let.where
  }

  cost "pushes" {
    when     = let.paid
    quantity = usage.monthly_pushes / 1000000
    unit     = "1M-pushes"
    price    = "notification-hubs/notification-hubs/${let.tier}/${let.tier}-pushes"
    region   = let.where
  }

  cost "zone redundancy" {
    when     = let.paid && coalesce(self.zone_redundancy_enabled, false)
    quantity = 1
    unit     = "month"
    price    = "notification-hubs/notification-hubs/availability-zones-sku/availability-zones-unit"
    region   = let.where
  }

  uses "hubs" { gap = "no figure exists for notification services" }

  example "Standard with thirty million pushes" {
    given   = { namespace_type = "NotificationHub", sku_name = "Standard" }
    usage   = { monthly_pushes = 30000000 }
    want    = { namespace = 1, pushes = 30 }
    status  = "priced"
    monthly = "400.00" # 200 + 20 x 10
    prices  = { "notification-hubs/notification-hubs/standard/standard-unit" = 200, "notification-hubs/notification-hubs/standard/standard-pushes" = 10 }
    source  = "azure.microsoft.com/pricing/details/notification-hubs, West Europe, 2026-08"
  }

  example "Basic, without use, in three zones" {
    given   = { sku_name = "Basic", zone_redundancy_enabled = true }
    want    = { namespace = 1, "zone redundancy" = 1 }
    unused  = ["pushes"]
    monthly = "360.00"
    prices  = { "notification-hubs/notification-hubs/basic/basic-unit" = 10, "notification-hubs/notification-hubs/availability-zones-sku/availability-zones-unit" = 350 }
    source  = "azure.microsoft.com/pricing/details/notification-hubs, West Europe, 2026-08"
  }

  example "Free" {
    given  = { sku_name = "Free" }
    want   = {}
    status = "free"
  }

  example "tier known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["namespace", "pushes"]
    status = "gap"
  }
}
