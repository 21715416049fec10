# A VLAN attachment of an interconnect: hours, by its kind and bandwidth, and
# the data that leaves through it. The catalogue has the 10 Gbps attachment of
# a dedicated and the 1 Gbps one of a partner's interconnect; what a partner
# asks for is not Google's bill.
resource "google_compute_interconnect_attachment" {
  assume "type" {
    value = "DEDICATED"
    why   = "DEDICATED, the default of the API"
  }
  assume "bandwidth" {
    value = "BPS_10G"
    why   = "BPS_10G, the default of the API for a dedicated interconnect"
  }

  usage "monthly_data_transfer_gb" {
    unit        = "GB"
    default     = null
    description = "data that leaves Google through it"
  }

  let {
    kind  = startswith(lower(coalesce(self.type, "DEDICATED")), "partner") ? "partner" : "dedicated"
    speed = lower(trimprefix(upper(self.bandwidth), "BPS_"))
  }

  cost "attachment" {
    when     = coalesce(self.admin_enabled, true)
    quantity = hours
    unit     = "hour"
    price    = "interconnect/attachment/${let.kind}/${let.speed}"
  }

  cost "data" {
    when     = usage.monthly_data_transfer_gb != null
    quantity = usage.monthly_data_transfer_gb
    unit     = "GiB"
    price    = "interconnect/data"
  }

  uses "attachment" {
    gap = "no figure exists for a share of Google's network"
  }

  example "10 Gbps, dedicated" {
    given   = { type = "DEDICATED", bandwidth = unknown }
    want    = { attachment = 730 }
    omitted = ["bandwidth"]
    status  = "priced"
    monthly = "73.00"
    prices  = { "interconnect/attachment/dedicated/10g" = 0.1 }
    source  = "cloud.google.com/network-connectivity/docs/interconnect/pricing, 2026-08"
  }

  example "1 Gbps of a partner" {
    given   = { type = "PARTNER", bandwidth = "BPS_1G" }
    want    = { attachment = 730 }
    monthly = "202.794"
    prices  = { "interconnect/attachment/partner/1g" = 0.2778 }
    source  = "cloud.google.com/network-connectivity/docs/interconnect/pricing, 2026-06"
  }

  example "a bandwidth without a price here" {
    given  = { type = "PARTNER", bandwidth = "BPS_50M" }
    usage  = { monthly_data_transfer_gb = 100 }
    want   = {}
    gaps   = ["attachment", "data"]
    status = "gap"
  }

  example "bandwidth known only after apply" {
    given  = { type = "PARTNER", bandwidth = unknown }
    want   = {}
    gaps   = ["attachment"]
    status = "gap"
  }
}
