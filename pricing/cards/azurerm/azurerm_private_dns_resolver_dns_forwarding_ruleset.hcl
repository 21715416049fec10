# A set of forwarding rules of a private resolver, by the month, however many
# rules and networks it has. The price goes by groups of countries; the catalogue
# holds the first group, where most regions are, under West Europe.
resource "azurerm_private_dns_resolver_dns_forwarding_ruleset" {
  cost "ruleset" {
    quantity = 1
    unit     = "month"
    price    = "component/azurerm_private_dns_resolver_dns_forwarding_ruleset/forwarding-ruleset"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  uses "ruleset" { gap = "no figure exists for name servers" }

  example "a set of rules" {
    given   = { name = "rules" }
    want    = { ruleset = 1 }
    status  = "priced"
    monthly = "2.50"
    prices  = { "component/azurerm_private_dns_resolver_dns_forwarding_ruleset/forwarding-ruleset" = 2.5 }
    source  = "azure.microsoft.com/pricing/details/dns, zone 1, 2024-07"
  }

  example "endpoints known only after apply" {
    region = "eastus"
    given  = { private_dns_resolver_outbound_endpoint_ids = unknown }
    want   = { ruleset = 1 }
    status = "priced"
  }
}
