# An AAAA record set of a private zone: billed by its queries alone, as azurerm_private_dns_a_record says.
resource "azurerm_private_dns_aaaa_record" {
  usage "monthly_queries" {
    unit        = "queries"
    default     = null
    description = "queries a month of this record set"
  }

  part "" {
    card  = "azurerm_private_dns_a_record"
    given = {}
    usage = { monthly_queries = usage.monthly_queries }
  }

  example "20 million queries" {
    given   = { name = "www", zone_name = "corp.internal", ttl = 300 }
    usage   = { monthly_queries = 20000000 }
    want    = { queries = 20 }
    status  = "priced"
    monthly = "8.00"
    prices  = { "private-dns/queries" = 0.4 }
    source  = "azure.microsoft.com/pricing/details/dns, zone 1, 2024-07"
  }

  example "without use, name known only after apply" {
    given  = { name = unknown }
    want   = {}
    unused = ["queries"]
    status = "usage"
  }
}
