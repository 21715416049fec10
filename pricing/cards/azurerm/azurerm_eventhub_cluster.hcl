# A dedicated cluster of Event Hubs: its capacity units by the hour, whatever the
# namespaces in it do. Data kept beyond 10 TB for each unit is billed by use.
resource "azurerm_eventhub_cluster" {
  usage "retention_storage_gb" {
    unit        = "GB"
    default     = null
    description = "events kept beyond the 10 TB that each unit includes"
  }

  let {
    # Dedicated_1 and so on.
    units = tonumber(element(split("_", self.sku_name), 1))
  }

  cost "capacity units" {
    quantity = let.units * hours
    unit     = "hour"
    price    = "event-hubs/dedicated-dedicated-capacity-unit"
  }

  cost "extended retention" {
    when     = usage.retention_storage_gb != null
    quantity = usage.retention_storage_gb
    unit     = "GB-month"
    price    = "event-hubs/dedicated-dedicated-extended-retention"
  }

  uses "cluster" { gap = "no source says what hardware a capacity unit is" }

  example "one unit" {
    given   = { sku_name = "Dedicated_1" }
    want    = { "capacity units" = 730 }
    status  = "priced"
    monthly = "4999.77" # 730 x 6.849
    prices  = { "event-hubs/dedicated-dedicated-capacity-unit" = 6.849 }
    source  = "azure.microsoft.com/pricing/details/event-hubs, West Europe, 2026-08"
  }

  example "two units with events kept long" {
    given = { sku_name = "Dedicated_2" }
    usage = { retention_storage_gb = 100 }
    want  = { "capacity units" = 1460, "extended retention" = 100 }
  }

  example "units known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["capacity units"]
    status = "gap"
  }
}
