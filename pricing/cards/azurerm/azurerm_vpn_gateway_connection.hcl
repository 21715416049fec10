# A connection of a site to the VPN gateway of a virtual hub: by the hour,
# however many links it has. The catalogue holds the price of all regions outside
# the government clouds under West Europe.
resource "azurerm_vpn_gateway_connection" {
  cost "connection" {
    quantity = hours
    unit     = "hour"
    price    = "virtual-wan/site-to-site/connection"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  uses "connection" { gap = "no figure exists for network gateways" }

  example "one connection" {
    given   = { name = "office", vpn_link = [{ name = "link1" }, { name = "link2" }] }
    want    = { connection = 730 }
    status  = "priced"
    monthly = "36.50"
    prices  = { "virtual-wan/site-to-site/connection" = 0.05 }
    source  = "learn.microsoft.com/azure/virtual-wan/pricing-concepts, 2023-07"
  }

  example "gateway known only after apply" {
    region = "eastus"
    given  = { vpn_gateway_id = unknown }
    want   = { connection = 730 }
    status = "priced"
  }

  example "a government region has another price" {
    region = "usgovvirginia"
    given  = { name = "office" }
    want   = {}
    gaps   = ["connection"]
    status = "gap"
  }
}
