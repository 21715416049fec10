# One side of a peering: gigabytes out of its own network and gigabytes into it,
# so data between two networks is billed at both ends; the peering itself is
# free. Within a region both directions have one price, everywhere outside the
# government clouds, which the catalogue holds under West Europe; between regions
# the price is that of each side's own region.
resource "azurerm_virtual_network_peering" {
  ref "here" {
    path  = "virtual_network_name"
    types = ["azurerm_virtual_network"]
  }
  ref "there" {
    path  = "remote_virtual_network_id"
    types = ["azurerm_virtual_network"]
  }

  usage "monthly_data_transfer_gb" {
    unit        = "GB"
    default     = null
    description = "data a month over the peering, half of it in each direction unless said more closely"
  }
  usage "monthly_outbound_gb" {
    unit        = "GB"
    default     = null
    description = "data a month out of this network"
  }
  usage "monthly_inbound_gb" {
    unit        = "GB"
    default     = null
    description = "data a month into this network"
  }

  let {
    from = replace(lower(coalesce(get(refs.here, "location"), region)), " ", "")
    to   = get(refs.there, "location")
    # A network that is not part of the input may be anywhere.
    placed = let.to != null && let.from != ""
    same   = let.placed && let.from == replace(lower(coalesce(let.to, "")), " ", "")
    half   = usage.monthly_data_transfer_gb == null ? null : coalesce(usage.monthly_data_transfer_gb, 0) / 2
    out    = first(usage.monthly_outbound_gb, let.half)
    in     = first(usage.monthly_inbound_gb, let.half)
    stand  = startswith(let.from, "usgov") ? let.from : "westeurope"
  }

  cost "data out" {
    quantity = let.out
    unit     = "GB"
    price    = !let.placed ? null : let.same ? "vnet/peering/within-region" : "vnet/global-virtual-network-peering-inter-region-egress"
    region   = let.same ? let.stand : let.from
    hint     = "where the network on the other side lies is not part of this input"
  }

  cost "data in" {
    quantity = let.in
    unit     = "GB"
    price    = !let.placed ? null : let.same ? "vnet/peering/within-region" : "vnet/global-virtual-network-peering-inter-region-ingress"
    region   = let.same ? let.stand : let.from
    hint     = "where the network on the other side lies is not part of this input"
  }

  uses "transfer" { gap = "no figure exists for data between networks" }

  example "1,000 GB within a region" {
    given   = { name = "hub" }
    refs    = { here = { location = "westeurope" }, there = { location = "West Europe" } }
    usage   = { monthly_data_transfer_gb = 1000 }
    want    = { "data out" = 500, "data in" = 500 }
    status  = "priced"
    monthly = "10.00"
    prices  = { "vnet/peering/within-region" = 0.01 }
    source  = "learn.microsoft.com/azure/virtual-wan/pricing-concepts, 2023-07"
  }

  example "to another region, each direction told" {
    given   = { name = "hub" }
    refs    = { here = { location = "westeurope" }, there = { location = "eastus2" } }
    usage   = { monthly_outbound_gb = 300, monthly_inbound_gb = 100 }
    want    = { "data out" = 300, "data in" = 100 }
    status  = "priced"
    monthly = "14.00"
    prices  = { "vnet/global-virtual-network-peering-inter-region-egress" = 0.035, "vnet/global-virtual-network-peering-inter-region-ingress" = 0.035 }
    source  = "azure.microsoft.com/pricing/details/virtual-network, West Europe, 2026-08"
  }

  example "within a region that has the price from elsewhere" {
    region = "francecentral"
    given  = { name = "hub" }
    refs   = { here = { location = "francecentral" }, there = { location = "francecentral" } }
    usage  = { monthly_data_transfer_gb = 100 }
    want   = { "data out" = 50, "data in" = 50 }
    status = "priced"
  }

  example "without use" {
    given  = { name = "hub" }
    refs   = { here = { location = "westeurope" }, there = { location = "westeurope" } }
    want   = {}
    unused = ["data out", "data in"]
    status = "usage"
  }

  example "the other side is not part of the input" {
    given  = { name = "hub", remote_virtual_network_id = "/subscriptions/0/virtualNetworks/far" }
    refs   = { here = { location = "westeurope" } }
    usage  = { monthly_data_transfer_gb = 10 }
    want   = {}
    gaps   = ["data out", "data in"]
    status = "gap"
  }

  example "place of the other side known only after apply" {
    given  = { name = "hub" }
    refs   = { here = { location = "westeurope" }, there = { location = unknown } }
    usage  = { monthly_data_transfer_gb = 10 }
    want   = {}
    gaps   = ["data out", "data in"]
    status = "gap"
  }
}
