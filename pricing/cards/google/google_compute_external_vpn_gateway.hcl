# The other end of a VPN, outside Google: free as a record, what is sent to it
# is billed as traffic to the internet, in tiers of a month. Where the tunnels
# are decides the price; without knowing, that of us-central1 is taken.
resource "google_compute_external_vpn_gateway" {
  usage "monthly_egress_data_transfer_gb" {
    keys        = { worldwide = "GB", china = "GB", australia = "GB" }
    default     = null
    description = "data through the tunnels a month, by where it goes"
  }

  let {
    out = usage.monthly_egress_data_transfer_gb
  }

  cost "traffic" {
    quantity = get(let.out, "worldwide")
    unit     = "GiB"
    price    = "network/traffic/egress/internet"
    region   = "us-central1"
  }

  cost "traffic to China" {
    when     = get(let.out, "china") != null
    quantity = get(let.out, "china")
    unit     = "GiB"
    price    = "network/traffic/egress/internet/china"
    region   = "us-central1"
  }

  cost "traffic to Australia" {
    when     = get(let.out, "australia") != null
    quantity = get(let.out, "australia")
    unit     = "GiB"
    price    = "network/traffic/egress/internet/australia"
    region   = "us-central1"
  }

  uses "traffic" {
    gap = "no figure exists for a share of Google's network"
  }

  example "two tebibytes home and some to China" {
    given   = { redundancy_type = "SINGLE_IP_INTERNALLY_REDUNDANT" }
    usage   = { monthly_egress_data_transfer_gb = { worldwide = 2048, china = 10 } }
    want    = { traffic = 2048, "traffic to China" = 10 }
    status  = "priced"
    monthly = "237.82"
    prices  = { "network/traffic/egress/internet" = 0.12, "network/traffic/egress/internet/china" = 0.23 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2026-07: 1024 x 0.12 + 1024 x 0.11 + 10 x 0.23"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["traffic"]
    status = "usage"
  }
}
