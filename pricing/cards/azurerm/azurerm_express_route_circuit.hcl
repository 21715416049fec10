# A circuit of a provider: by the month and its bandwidth, for a tier (Standard,
# or Premium for reach beyond the continent) and a family (metered, where data out
# is billed too, or unlimited). The price goes by zones of the world and not by
# regions; the catalogue has the first zone, North America and Europe (under West
# Europe), there not every size, and no Local circuits. Data in is free. On a port of its own
# (ExpressRoute Direct) the port is billed instead.
resource "azurerm_express_route_circuit" {
  assume "bandwidth_in_gbps" {
    why = "the bandwidth in megabits"
  }

  usage "monthly_outbound_gb" {
    unit        = "GB"
    description = "data a month out of Azure over a metered circuit"
  }

  let {
    tier   = lower(get(self.sku, "tier"))
    family = lower(get(self.sku, "family"))
    kind   = let.family == "metereddata" ? "metered" : "unlimited"
    direct = self.express_route_port_id != null
    zone1  = length(regexall("^(east|west|north|south|central|canada|uk|france|germany|italy|norway|poland|spain|sweden|switzerland|austria|belgium|denmark)", region)) > 0 && length(regexall("asia|india|africa", region)) == 0
    key    = "expressroute/circuit/${let.tier}-${let.kind}/${coalesce(self.bandwidth_in_mbps, 0)}"
  }

  cost "circuit" {
    when     = !let.direct && let.tier != "local"
    quantity = 1
    unit     = "month"
    price    = let.zone1 ? let.key : null
    region   = "westeurope"
    hint     = "the catalogue has circuits of North America and Europe alone"
  }

  cost "Local circuit" {
    when     = !let.direct && let.tier == "local"
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "prices of Local circuits are not in the catalogue"
  }

  cost "circuit on an own port" {
    when     = let.direct
    quantity = 1
    unit     = "month"
    price    = null
    hint     = "prices of circuits on an own port are not in the catalogue"
  }

  cost "data out" {
    when     = let.family == "metereddata" && let.tier != "local"
    quantity = usage.monthly_outbound_gb
    unit     = "GB"
    price    = let.zone1 ? "expressroute/circuit/data-out" : null
    region   = "westeurope"
    hint     = "the catalogue has circuits of North America and Europe alone"
  }

  uses "circuit" { gap = "no figure exists for leased lines" }

  example "1 Gbps, metered, 2,000 GB" {
    given   = { bandwidth_in_mbps = 1000, sku = [{ tier = "Standard", family = "MeteredData" }] }
    usage   = { monthly_outbound_gb = 2000 }
    want    = { circuit = 1, "data out" = 2000 }
    status  = "priced"
    monthly = "486.00"
    prices  = { "expressroute/circuit/standard-metered/1000" = 436, "expressroute/circuit/data-out" = 0.025 }
    source  = "azure.microsoft.com/pricing/details/expressroute, zone 1, 2026-01"
  }

  example "100 Mbps, unlimited" {
    given   = { bandwidth_in_mbps = 100, sku = [{ tier = "Standard", family = "UnlimitedData" }] }
    want    = { circuit = 1 }
    status  = "priced"
    monthly = "575.00"
    prices  = { "expressroute/circuit/standard-unlimited/100" = 575 }
    source  = "azure.microsoft.com/pricing/details/expressroute, zone 1, 2026-10"
  }

  example "Premium of a size without a price" {
    given  = { bandwidth_in_mbps = 50, sku = [{ tier = "Premium", family = "UnlimitedData" }] }
    want   = {}
    gaps   = ["circuit"]
    status = "gap"
  }

  example "Local: data is included" {
    given  = { bandwidth_in_mbps = 1000, sku = [{ tier = "Local", family = "UnlimitedData" }] }
    want   = {}
    gaps   = ["Local circuit"]
    status = "gap"
  }

  example "another zone" {
    region = "southeastasia"
    given  = { bandwidth_in_mbps = 1000, sku = [{ tier = "Standard", family = "MeteredData" }] }
    want   = {}
    gaps   = ["circuit"]
    unused = ["data out"]
    status = "gap"
  }

  example "on an own port" {
    given  = { express_route_port_id = "/subscriptions/0/expressRoutePorts/p", bandwidth_in_gbps = 5, sku = [{ tier = "Premium", family = "MeteredData" }] }
    usage  = { monthly_outbound_gb = 100 }
    want   = { "data out" = 100 }
    gaps   = ["circuit on an own port"]
    status = "partial"
  }

  example "bandwidth known only after apply" {
    given  = { bandwidth_in_mbps = unknown, sku = [{ tier = "Standard", family = "UnlimitedData" }] }
    want   = {}
    gaps   = ["circuit"]
    status = "gap"
  }
}
