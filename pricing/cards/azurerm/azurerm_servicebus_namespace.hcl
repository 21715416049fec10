# A Service Bus namespace. Basic bills operations alone; Standard its base by the
# hour, with 13 million operations and 1,000 brokered connections included, and
# both beyond that in steps; Premium messaging units by the hour, all included.
resource "azurerm_servicebus_namespace" {
  usage "monthly_messaging_operations" {
    unit        = "operations"
    description = "messaging operations a month"
  }
  usage "monthly_brokered_connections" {
    unit        = "connections"
    default     = null
    description = "brokered connections at the month's peak, where there are more than the 1,000 that are included"
  }

  let {
    sku   = lower(self.sku)
    units = max(1, coalesce(self.capacity, 1))
  }

  cost "base" {
    when     = let.sku == "standard"
    quantity = hours
    unit     = "hour"
    price    = "service-bus/standard-standard-base-unit"
  }

  cost "messaging units" {
    when     = let.sku == "premium"
    quantity = let.units * hours
    unit     = "hour"
    price    = "service-bus/premium-premium-messaging-unit"
  }

  cost "messaging operations" {
    when     = let.sku == "basic" || let.sku == "standard"
    quantity = usage.monthly_messaging_operations / 1000000
    unit     = "1M-operations"
    price    = "service-bus/${let.sku}-${let.sku}-messaging-operations"
  }

  cost "brokered connections" {
    when     = let.sku == "standard" && usage.monthly_brokered_connections != null
    quantity = usage.monthly_brokered_connections
    unit     = "connection"
    price    = "service-bus/standard-standard-brokered-connection"
  }

  uses "messaging" {
    gap = "no figure exists for queues"
  }

  example "Standard, 20 million operations, 2,000 connections" {
    given = { sku = "Standard", capacity = 0 }
    usage = { monthly_messaging_operations = 20000000, monthly_brokered_connections = 2000 }
    want  = { base = 730, "messaging operations" = 20, "brokered connections" = 2000 }
    # 13 million operations and 1,000 connections are included.
    status  = "priced"
    monthly = "45.41193"
    prices  = { "service-bus/standard-standard-base-unit" = 0.013441, "service-bus/standard-standard-messaging-operations" = 0.8, "service-bus/standard-standard-brokered-connection" = 0.03 }
    source  = "azure.microsoft.com/pricing/details/service-bus, West Europe, 2026-08"
  }

  example "Premium, two units" {
    given   = { sku = "Premium", capacity = 2 }
    want    = { "messaging units" = 1460 }
    status  = "priced"
    monthly = "1354.15"
    prices  = { "service-bus/premium-premium-messaging-unit" = 0.9275 }
    source  = "azure.microsoft.com/pricing/details/service-bus, West Europe, 2026-08"
  }

  example "Basic, without use" {
    given  = { sku = "Basic" }
    want   = {}
    unused = ["messaging operations"]
    status = "usage"
  }

  example "tier known only after apply" {
    given  = { sku = unknown, capacity = 0 }
    want   = {}
    gaps   = ["base", "messaging units", "messaging operations"]
    status = "gap"
  }
}
