# A highly available VPN gateway: itself free, its tunnels are resources that
# bill by the hour. What goes through them to other networks of Google is
# billed as traffic between regions, by where it goes; the prices are
# recovered from rounded totals, and one table holds for the world.
resource "google_compute_ha_vpn_gateway" {
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

  let {
    # The ways, as the usage file and as the prices spell them.
    ways = {
      same_region   = "within-the-same-region"
      us_or_canada  = "within-the-us-or-canada"
      europe        = "within-europe"
      asia          = "within-asia"
      south_america = "within-south-america"
      oceania       = "to-from-indonesia-and-oceania"
      worldwide     = "between-continents-excludes-oceania"
    }
    out = { for way, sku in let.ways : way => sku if way == "worldwide" && usage.monthly_egress_data_transfer_gb == null || get(usage.monthly_egress_data_transfer_gb, way) != null }
  }

  cost "traffic" {
    for_each = let.out
    name     = "traffic, ${replace(each.key, "_", " ")}"
    quantity = get(usage.monthly_egress_data_transfer_gb, each.key)
    unit     = "GB"
    price    = "component/google_compute_ha_vpn_gateway/network-egress/ipsec-traffic-${each.value}"
    region   = "us-central1"
  }

  uses "gateway" {
    gap = "no figure exists for a share of Google's network"
  }

  example "100 GB within Europe and 10 to Asia" {
    given   = { network = unknown }
    usage   = { monthly_egress_data_transfer_gb = { europe = 100, worldwide = 10 } }
    want    = { "traffic, europe" = 100, "traffic, worldwide" = 10 }
    status  = "priced"
    monthly = "2.80"
    prices  = { "component/google_compute_ha_vpn_gateway/network-egress/ipsec-traffic-within-europe" = 0.02, "component/google_compute_ha_vpn_gateway/network-egress/ipsec-traffic-between-continents-excludes-oceania" = 0.08 }
    source  = "cloud.google.com/vpc/network-pricing, 2024-07"
  }

  example "no use given" {
    given  = { network = unknown, region = unknown }
    want   = {}
    unused = ["traffic, worldwide"]
    status = "usage"
  }
}
