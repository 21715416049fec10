# A public DNS zone: by the month, 0.50 USD for each of the account's first 25
# and less beyond, which is not taken off; and queries, in steps at a thousand
# million. The price goes by groups of countries and not by region; the catalogue
# holds that of the first group, where most regions are, under West Europe. Records
# are billed by their queries alone.
resource "azurerm_dns_zone" {
  usage "monthly_queries" {
    unit        = "queries"
    default     = null
    description = "queries a month of the zone's records"
  }

  let {
    millions = coalesce(usage.monthly_queries, 0) / 1000000
  }

  cost "zone" {
    quantity = 1
    unit     = "month"
    price    = "public-dns/zone"
    region   = "westeurope"
  }

  cost "queries" {
    when     = usage.monthly_queries != null
    quantity = min(let.millions, 1000)
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

  uses "zone" {
    gap = "no figure exists for name servers"
  }

  example "1,500 million queries" {
    given   = { name = "example.com" }
    usage   = { monthly_queries = 1500000000 }
    want    = { zone = 1, queries = 1000, "queries over 1,000 million" = 500 }
    status  = "priced"
    monthly = "500.50"
    prices  = { "public-dns/zone" = 0.5, "component/azurerm_dns_a_record/dns-queries-first-1b" = 0.4, "component/azurerm_dns_a_record/dns-queries-over-1b" = 0.2 }
    source  = "azure.microsoft.com/pricing/details/dns, zone 1, 2024-07"
  }

  example "a zone, region known only after apply" {
    region = ""
    given  = { name = unknown }
    want   = { zone = 1 }
    status = "priced"
  }
}
