# An outbound endpoint of a private resolver, by the month. The resolver itself is
# free. The price goes by groups of countries; the catalogue holds the first
# group, where most regions are, under West Europe.
resource "azurerm_private_dns_resolver_outbound_endpoint" {
  cost "endpoint" {
    quantity = 1
    unit     = "month"
    price    = "dns-private-resolver/endpoint"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  uses "endpoint" { gap = "no figure exists for name servers" }

  example "an endpoint" {
    given   = { name = "outbound" }
    want    = { endpoint = 1 }
    status  = "priced"
    monthly = "180.00"
    prices  = { "dns-private-resolver/endpoint" = 180 }
    source  = "azure.microsoft.com/pricing/details/dns, zone 1, 2024-07"
  }

  example "in another region, resolver known only after apply" {
    region = "eastus"
    given  = { private_dns_resolver_id = unknown }
    want   = { endpoint = 1 }
    status = "priced"
  }
}
