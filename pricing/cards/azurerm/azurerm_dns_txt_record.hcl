# A TXT record set of a public zone: billed by its queries alone, as azurerm_dns_a_record says.
resource "azurerm_dns_txt_record" {
  usage "monthly_queries" {
    unit        = "queries"
    default     = null
    description = "queries a month of this record set"
  }

  part "" {
    card  = "azurerm_dns_a_record"
    given = {}
    usage = { monthly_queries = usage.monthly_queries }
  }

  example "20 million queries" {
    given   = { name = "www", zone_name = "example.com", ttl = 300 }
    usage   = { monthly_queries = 20000000 }
    want    = { queries = 20 }
    status  = "priced"
    monthly = "8.00"
    prices  = { "component/azurerm_dns_a_record/dns-queries-first-1b" = 0.4 }
    source  = "azure.microsoft.com/pricing/details/dns, zone 1, 2024-07"
  }

  example "without use, name known only after apply" {
    given  = { name = unknown }
    want   = {}
    unused = ["queries"]
    status = "usage"
  }
}
