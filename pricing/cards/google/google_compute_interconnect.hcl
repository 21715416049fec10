# A Dedicated Interconnect: hours of each of its circuits, from the day Google
# has turned it up. Circuits of 100 and 400 Gbps have no price in the
# catalogue. Attachments and traffic bill apart.
resource "google_compute_interconnect" {
  assume "requested_link_count" {
    value = 1
    why   = "one circuit"
  }

  let {
    speed = lower(regex("_([0-9]+G)", upper(self.link_type))[0])
  }

  cost "circuits" {
    quantity = coalesce(self.requested_link_count, 1) * hours
    unit     = "hour"
    price    = "interconnect/circuit/${let.speed}"
  }

  uses "circuits" {
    gap = "no figure exists for a share of Google's network"
  }

  example "two circuits of 10 Gbps" {
    given   = { link_type = "LINK_TYPE_ETHERNET_10G_LR", requested_link_count = 2 }
    want    = { circuits = 1460 }
    status  = "priced"
    monthly = "3398.88"
    prices  = { "interconnect/circuit/10g" = 2.328 }
    source  = "cloud.google.com/network-connectivity/docs/interconnect/pricing, 2026-08"
  }

  example "100 Gbps: no price here" {
    given  = { link_type = "LINK_TYPE_ETHERNET_100G_LR", requested_link_count = 1 }
    want   = {}
    gaps   = ["circuits"]
    status = "gap"
  }

  example "count known only after apply" {
    given  = { link_type = "LINK_TYPE_ETHERNET_10G_LR", requested_link_count = unknown }
    want   = {}
    gaps   = ["circuits"]
    status = "gap"
  }
}
