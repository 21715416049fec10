# A classic VPN gateway: itself free, its tunnels bill by the hour and its
# traffic as that of a highly available one.
resource "google_compute_vpn_gateway" {
  usage "monthly_egress_data_transfer_gb" {
    keys = {
      same_region   = "GB"
      us_or_canada  = "GB"
      europe        = "GB"
      asia          = "GB"
      south_america = "GB"
      oceania       = "GB: from or to Indonesia and Oceania"
      worldwide     = "GB: between other continents"
    }
    default     = null
    description = "data through the tunnels a month, by where it goes"
  }

  part "" {
    card  = "google_compute_ha_vpn_gateway"
    given = {}
    usage = { monthly_egress_data_transfer_gb = usage.monthly_egress_data_transfer_gb }
  }

  example "50 GB within the region" {
    given   = { network = unknown }
    usage   = { monthly_egress_data_transfer_gb = { same_region = 50 } }
    want    = { "traffic, same region" = 50 }
    status  = "priced"
    monthly = "1.00"
    prices  = { "component/google_compute_ha_vpn_gateway/network-egress/ipsec-traffic-within-the-same-region" = 0.02 }
    source  = "cloud.google.com/vpc/network-pricing, 2024-07"
  }

  example "no use given" {
    given  = { network = unknown }
    want   = {}
    unused = ["traffic, worldwide"]
    status = "usage"
  }
}
