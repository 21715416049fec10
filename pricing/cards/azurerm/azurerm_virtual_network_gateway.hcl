# A gateway of a virtual network, for VPN or ExpressRoute: hours of its size,
# site-to-site tunnels beyond the ten and point-to-site tunnels beyond the 128 that
# are included, and data between networks, whose price the catalogue does not have.
# Active-active costs no more. Tunnels are its connections, counted here; two
# connections make one tunnel where both ends are gateways. Addresses are other
# resources. Outside the government clouds the price is the same in every region
# that is known; the catalogue holds it under West Europe.
resource "azurerm_virtual_network_gateway" {
  ref "connections" {
    by   = ["azurerm_virtual_network_gateway_connection"]
    many = true
  }

  usage "p2s_connection" {
    unit        = "tunnels"
    default     = null
    description = "point-to-site tunnels, all of them; 128 are included"
  }
  usage "monthly_data_transfer_gb" {
    unit        = "GB"
    default     = null
    description = "data a month from one virtual network to another"
  }

  let {
    where   = startswith(region, "usgov") ? region : "westeurope"
    sku     = lower(self.sku)
    vpn     = lower(coalesce(self.type, "Vpn")) == "vpn"
    kinds   = [for c in refs.connections : lower(get(c, "type", "IPsec"))]
    tunnels = length([for k in let.kinds : k if k == "ipsec"]) + ceil(length([for k in let.kinds : k if k == "vnet2vnet"]) / 2)
    # One price for all sizes; not every size is listed with it.
    tunnel = contains(["vpngw4az", "vpngw5az"], let.sku) ? "vpngw1" : let.sku
    # Standard and HighPerformance are old sizes of both kinds.
    express = {
      standard         = "expressroute/expressroute-standard-gateway/standard/standard-gateway"
      highperformance  = "expressroute/expressroute-high-performance-gateway/high-performance/high-performance-gateway"
      ultraperformance = "expressroute/expressroute-ultra-high-performance-gateway/ultra-high-performance/ultra-high-performance-gateway"
      ergw1az          = "expressroute/expressroute-gateway/ergw1az/ergw1az-gateway"
      ergw2az          = "expressroute/expressroute-gateway/ergw2az/ergw2az-gateway"
      ergw3az          = "expressroute/expressroute-gateway/ergw3az/ergw3az-gateway"
      ergwscale        = "expressroute/expressroute-gateway/ergwscale/ergwscale-unit"
    }
  }

  cost "gateway" {
    quantity = hours
    unit     = "hour"
    price    = !let.vpn ? let.express[let.sku] : "vpn-gateway/${let.sku}-${let.sku == "basic" ? "basic-gateway" : let.sku}"
    region   = let.where
  }

  cost "S2S tunnels over 10" {
    when     = let.vpn && let.tunnels > 10
    quantity = (let.tunnels - 10) * hours
    unit     = "tunnel-hour"
    price    = "vpn-gateway/${let.tunnel}-s2s-connection"
    region   = let.where
  }

  cost "P2S tunnels over 128" {
    when     = let.vpn && let.sku != "basic"
    quantity = usage.p2s_connection == null ? null : max(0, coalesce(usage.p2s_connection, 0) - 128) * hours
    unit     = "tunnel-hour"
    price    = "vpn-gateway/${let.sku}-p2s-connection"
    region   = let.where
  }

  cost "data between networks" {
    when     = usage.monthly_data_transfer_gb != null
    quantity = usage.monthly_data_transfer_gb
    unit     = "GB"
    price    = null
    hint     = "the price of data through a gateway is not in the catalogue"
  }

  uses "gateway" {
    gap = "no figure exists for network gateways"
  }

  example "VpnGw1 with 130 tunnels" {
    given   = { type = "Vpn", sku = "VpnGw1" }
    usage   = { p2s_connection = 130 }
    want    = { gateway = 730, "P2S tunnels over 128" = 1460 }
    status  = "priced"
    monthly = "153.30"
    prices  = { "vpn-gateway/vpngw1-vpngw1" = 0.19, "vpn-gateway/vpngw1-p2s-connection" = 0.01 }
    source  = "azure.microsoft.com/pricing/details/vpn-gateway, West Europe, 2026-08"
  }

  example "twelve tunnels, one of them to another gateway" {
    given = { type = "Vpn", sku = "VpnGw4AZ" }
    refs = { connections = [
      { type = "IPsec" }, { type = "IPsec" }, { type = "IPsec" }, { type = "IPsec" }, { type = "IPsec" }, { type = "IPsec" },
      { type = "IPsec" }, { type = "IPsec" }, { type = "IPsec" }, { type = "IPsec" }, { type = "IPsec" },
      { type = "Vnet2Vnet" }, { type = "Vnet2Vnet" }, { type = "ExpressRoute" }
    ] }
    want   = { gateway = 730, "S2S tunnels over 10" = 1460 }
    unused = ["P2S tunnels over 128"]
    prices = { "vpn-gateway/vpngw1-s2s-connection" = 0.015 }
  }

  example "Basic" {
    given   = { type = "Vpn", sku = "Basic" }
    want    = { gateway = 730 }
    status  = "priced"
    monthly = "26.28"
    prices  = { "vpn-gateway/basic-basic-gateway" = 0.036 }
    source  = "azure.microsoft.com/pricing/details/vpn-gateway, West Europe, 2026-08"
  }

  example "ExpressRoute" {
    given   = { type = "ExpressRoute", sku = "ErGw1AZ" }
    want    = { gateway = 730 }
    status  = "priced"
    monthly = "263.53"
    prices  = { "expressroute/expressroute-gateway/ergw1az/ergw1az-gateway" = 0.361 }
    source  = "azure.microsoft.com/pricing/details/expressroute, West Europe, 2026-08"
  }

  example "data to another network" {
    given  = { type = "Vpn", sku = "VpnGw2AZ" }
    usage  = { monthly_data_transfer_gb = 10 }
    want   = { gateway = 730 }
    unused = ["P2S tunnels over 128"]
    gaps   = ["data between networks"]
  }

  example "in a region without a list of its own" {
    region = "eastus"
    given  = { type = "Vpn", sku = "VpnGw2" }
    want   = { gateway = 730 }
    unused = ["P2S tunnels over 128"]
  }

  example "size known only after apply" {
    given  = { type = "Vpn", sku = unknown }
    want   = {}
    gaps   = ["gateway", "P2S tunnels over 128"]
    status = "gap"
  }
}
