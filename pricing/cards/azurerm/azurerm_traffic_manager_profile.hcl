# A profile that steers by names: queries by the million, in steps at a thousand
# million, and data points of Traffic View where that is on. Health checks are
# billed with the endpoints. The price is the same everywhere; the catalogue holds
# it under West Europe.
resource "azurerm_traffic_manager_profile" {
  usage "monthly_dns_queries" {
    unit        = "queries"
    default     = null
    description = "name queries a month"
  }
  usage "monthly_traffic_view_data_points" {
    unit        = "data points"
    description = "data points a month that Traffic View processes"
  }

  let {
    millions = coalesce(usage.monthly_dns_queries, 0) / 1000000
  }

  cost "queries" {
    quantity = usage.monthly_dns_queries == null ? null : min(let.millions, 1000)
    unit     = "1M-queries"
    price    = "component/azurerm_traffic_manager_profile/dns-queries-first-1b"
    region   = "westeurope"
  }

  cost "queries over 1,000 million" {
    when     = let.millions > 1000
    quantity = let.millions - 1000
    unit     = "1M-queries"
    price    = "component/azurerm_traffic_manager_profile/dns-queries-over-1b"
    region   = "westeurope"
  }

  cost "traffic view" {
    when     = coalesce(self.traffic_view_enabled, false)
    quantity = usage.monthly_traffic_view_data_points / 1000000
    unit     = "1M-data-points"
    price    = "component/azurerm_traffic_manager_profile/traffic-view"
    region   = "westeurope"
  }

  uses "queries" { gap = "no figure exists for name servers" }

  example "1,200 million queries, 3 million data points" {
    given   = { traffic_routing_method = "Performance", traffic_view_enabled = true }
    usage   = { monthly_dns_queries = 1200000000, monthly_traffic_view_data_points = 3000000 }
    want    = { queries = 1000, "queries over 1,000 million" = 200, "traffic view" = 3 }
    status  = "priced"
    monthly = "620.998"
    prices = {
      "component/azurerm_traffic_manager_profile/dns-queries-first-1b" = 0.54
      "component/azurerm_traffic_manager_profile/dns-queries-over-1b"  = 0.37499
      "component/azurerm_traffic_manager_profile/traffic-view"         = 2
    }
    source = "azure.microsoft.com/pricing/details/traffic-manager, 2024-07"
  }

  example "without use" {
    region = ""
    given  = { traffic_view_enabled = false }
    want   = {}
    unused = ["queries"]
    status = "usage"
  }

  example "whether Traffic View is on is known only after apply" {
    given  = { traffic_view_enabled = unknown }
    usage  = { monthly_dns_queries = 1000000 }
    want   = { queries = 1 }
    gaps   = ["traffic view"]
    status = "partial"
  }
}
