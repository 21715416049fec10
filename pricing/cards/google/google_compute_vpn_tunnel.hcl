# A Cloud VPN tunnel: hours. A highly available gateway has two of them, each a
# resource. Data through the tunnel is billed as the traffic it is.
resource "google_compute_vpn_tunnel" {
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the tunnel exists, where that is not all 730"
  }

  cost "tunnel" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "network/vpn/tunnel"
  }

  uses "gateway" {
    gap = "no figure exists for a share of Google's network"
  }

  example "a tunnel" {
    given   = { peer_ip = "203.0.113.1", shared_secret = unknown }
    want    = { tunnel = 730 }
    status  = "priced"
    monthly = "36.50"
    prices  = { "network/vpn/tunnel" = 0.05 }
    source  = "cloud.google.com/network-connectivity/docs/vpn/pricing, us-central1, 2026-07"
  }

  example "half a month" {
    given = { peer_ip = unknown }
    usage = { monthly_hrs = 365 }
    want  = { tunnel = 365 }
  }
}
