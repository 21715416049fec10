# A gateway of a virtual hub for single users: hours of its scale units, 500
# Mbps each, and hours that users are connected. The catalogue holds the price of
# all regions outside the government clouds under West Europe.
resource "azurerm_point_to_site_vpn_gateway" {
  usage "monthly_p2s_connections_hrs" {
    unit        = "hours"
    description = "hours a month that users are connected, all users together"
  }

  let {
    where = startswith(region, "usgov") ? region : "westeurope"
  }

  cost "scale units" {
    quantity = self.scale_unit * hours
    unit     = "hour"
    price    = "virtual-wan/point-to-site/scale-unit"
    region   = let.where
  }

  cost "connections" {
    quantity = usage.monthly_p2s_connections_hrs
    unit     = "hour"
    price    = "virtual-wan/point-to-site/connection"
    region   = let.where
  }

  uses "gateway" { gap = "no figure exists for network gateways" }

  example "one scale unit, fifty users for 160 hours" {
    given   = { scale_unit = 1 }
    usage   = { monthly_p2s_connections_hrs = 8000 }
    want    = { "scale units" = 730, connections = 8000 }
    status  = "priced"
    monthly = "363.53"
    prices  = { "virtual-wan/point-to-site/scale-unit" = 0.361, "virtual-wan/point-to-site/connection" = 0.0125 }
    source  = "azure.microsoft.com/pricing/details/virtual-wan, 2024-07; learn.microsoft.com/azure/virtual-wan/pricing-concepts, 2023-07"
  }

  example "units known only after apply" {
    region = "eastus"
    given  = { scale_unit = unknown }
    want   = {}
    gaps   = ["scale units"]
    unused = ["connections"]
    status = "gap"
  }
}
