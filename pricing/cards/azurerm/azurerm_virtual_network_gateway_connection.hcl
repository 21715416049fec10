# A connection of a VPN or ExpressRoute gateway: ten tunnels are the gateway's, each
# further one costs by the hour. They are counted at azurerm_virtual_network_gateway
# where that is part of the input; where it is not, use has to say that the ten are
# taken. Connections to ExpressRoute are free; data out is not part of this. The price is the
# same in every region that is known; the catalogue holds it under West Europe.
resource "azurerm_virtual_network_gateway_connection" {
  ref "gateway" {
    path  = "virtual_network_gateway_id"
    types = ["azurerm_virtual_network_gateway"]
  }

  usage "monthly_hrs_over_included" {
    unit        = "hours"
    default     = null
    description = "hours a month of this tunnel, where the ten that are included are taken"
  }

  cost "tunnel" {
    when     = refs.gateway == null && lower(self.type) != "expressroute"
    quantity = usage.monthly_hrs_over_included
    unit     = "tunnel-hour"
    price    = "vpn-gateway/vpngw1-s2s-connection"
    region   = startswith(region, "usgov") ? region : "westeurope"
  }

  example "an eleventh tunnel of a gateway from elsewhere" {
    given   = { type = "IPsec", virtual_network_gateway_id = "/subscriptions/0/virtualNetworkGateways/g" }
    usage   = { monthly_hrs_over_included = 730 }
    want    = { tunnel = 730 }
    status  = "priced"
    monthly = "10.95"
    prices  = { "vpn-gateway/vpngw1-s2s-connection" = 0.015 }
    source  = "azure.microsoft.com/pricing/details/vpn-gateway, West Europe, 2026-08"
  }

  example "whether the ten are taken is not known" {
    given  = { type = "IPsec", virtual_network_gateway_id = "/subscriptions/0/virtualNetworkGateways/g" }
    want   = {}
    unused = ["tunnel"]
    status = "usage"
  }

  example "its gateway is there" {
    given  = { type = "IPsec" }
    refs   = { gateway = { sku = "VpnGw1" } }
    want   = {}
    status = "free"
  }

  example "ExpressRoute" {
    given  = { type = "ExpressRoute" }
    want   = {}
    status = "free"
  }

  example "kind known only after apply" {
    given  = { type = unknown }
    usage  = { monthly_hrs_over_included = 730 }
    want   = {}
    gaps   = ["tunnel"]
    status = "gap"
  }
}
