# A capacity of Power BI Embedded: hours of its node while it is not paused. The
# catalogue has the prices of A1 and A5 in West Europe, recovered from published
# totals; each size costs about twice the one before.
resource "azurerm_powerbi_embedded" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it is not paused, where that is not all 730"
  }

  cost "node" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "component/azurerm_powerbi_embedded/node-usage-${lower(self.sku_name)}"
  }

  uses "node" { gap = "the machine behind a node is not published" }

  example "A1" {
    given   = { sku_name = "A1" }
    want    = { node = 730 }
    status  = "priced"
    monthly = "735.913"
    prices  = { "component/azurerm_powerbi_embedded/node-usage-a1" = 1.0081 }
    source  = "azure.microsoft.com/pricing/details/power-bi-embedded, West Europe, 2024-07, recovered from a total"
  }

  example "a size without a price" {
    given  = { sku_name = "A3" }
    want   = {}
    gaps   = ["node"]
    status = "gap"
  }

  example "size known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["node"]
    status = "gap"
  }
}
