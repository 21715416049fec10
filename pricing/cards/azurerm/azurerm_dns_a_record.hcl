# A record set of a public zone: nothing for being there, its queries by the
# million, in steps at a thousand million. Queries told here and queries told at
# the zone are added, so tell them in one place. The price goes by groups of
# countries and not by region; the catalogue holds that of the first group, where
# most regions are, under West Europe.
resource "azurerm_dns_a_record" {
  usage "monthly_queries" {
    unit        = "queries"
    default     = null
    description = "queries a month of this record set"
  }

  let {
    millions = coalesce(usage.monthly_queries, 0) / 1000000
  }

  cost "queries" {
    quantity = usage.monthly_queries == null ? null : min(let.millions, 1000)
    unit     = "1M-queries"
    price    = "component/azurerm_dns_a_record/dns-queries-first-1b"
    region   = "westeurope"
  }

  cost "queries over 1,000 million" {
    when     = let.millions > 1000
    quantity = let.millions - 1000
    unit     = "1M-queries"
    price    = "component/azurerm_dns_a_record/dns-queries-over-1b"
    region   = "westeurope"
  }

  uses "queries" { gap = "no figure exists for name servers" }

  example "1,500 million queries" {
    given   = { name = "www", zone_name = "example.com", ttl = 300 }
    usage   = { monthly_queries = 1500000000 }
    want    = { queries = 1000, "queries over 1,000 million" = 500 }
    status  = "priced"
    monthly = "500.00"
    prices  = { "component/azurerm_dns_a_record/dns-queries-first-1b" = 0.4, "component/azurerm_dns_a_record/dns-queries-over-1b" = 0.2 }
    source  = "azure.microsoft.com/pricing/details/dns, zone 1, 2024-07"
  }

  example "without use, name and region known only after apply" {
    region = ""
    given  = { name = unknown, zone_name = unknown }
    want   = {}
    unused = ["queries"]
    status = "usage"
  }
}
