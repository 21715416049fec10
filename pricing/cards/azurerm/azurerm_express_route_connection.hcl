# A connection of a circuit to the ExpressRoute gateway of a virtual hub, by the
# hour. The circuit and the gateway are other resources. The catalogue holds the
# price of all regions outside the government clouds under West Europe.
resource "azurerm_express_route_connection" {
  cost "connection" {
    quantity = hours
    unit     = "hour"
    price    = "virtual-wan/expressroute/connection"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  uses "connection" { gap = "no figure exists for network gateways" }

  example "one connection" {
    given   = { name = "dc" }
    want    = { connection = 730 }
    status  = "priced"
    monthly = "36.50"
    prices  = { "virtual-wan/expressroute/connection" = 0.05 }
    source  = "learn.microsoft.com/azure/virtual-wan/pricing-concepts, 2023-07"
  }

  example "gateway known only after apply" {
    region = "eastus"
    given  = { express_route_gateway_id = unknown }
    want   = { connection = 730 }
    status = "priced"
  }
}
