# An ExpressRoute gateway of a virtual hub: hours of its scale units, 2 Gbps
# each, the first five at one price and the further ones at a lower. The catalogue
# holds the price of all regions outside the government clouds under West Europe.
resource "azurerm_express_route_gateway" {
  let {
    where = startswith(region, "usgov") ? region : "westeurope"
  }

  cost "scale units" {
    quantity = min(self.scale_units, 5) * hours
    unit     = "hour"
    price    = "virtual-wan/expressroute/scale-unit"
    region   = let.where
  }

  cost "scale units over 5" {
    when     = self.scale_units > 5
    quantity = (self.scale_units - 5) * hours
    unit     = "hour"
    price    = "virtual-wan/expressroute/scale-unit-over-5"
    region   = let.where
  }

  uses "gateway" { gap = "no figure exists for network gateways" }

  example "one scale unit" {
    given   = { scale_units = 1 }
    want    = { "scale units" = 730 }
    status  = "priced"
    monthly = "306.60"
    prices  = { "virtual-wan/expressroute/scale-unit" = 0.42 }
    source  = "learn.microsoft.com/azure/virtual-wan/pricing-concepts, 2023-07"
  }

  example "seven" {
    given   = { scale_units = 7 }
    want    = { "scale units" = 3650, "scale units over 5" = 1460 }
    monthly = "1898.00"
    prices  = { "virtual-wan/expressroute/scale-unit" = 0.42, "virtual-wan/expressroute/scale-unit-over-5" = 0.25 }
    source  = "learn.microsoft.com/azure/virtual-wan/pricing-concepts, 2023-07"
  }

  example "units known only after apply" {
    given  = { scale_units = unknown }
    want   = {}
    gaps   = ["scale units", "scale units over 5"]
    status = "gap"
  }
}
