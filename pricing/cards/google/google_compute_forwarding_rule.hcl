# A forwarding rule of a load balancer: hours, and data that comes in.
#
# Google bills the first five rules of a project together, at the price of two
# and a half further ones (0.025 an hour against 0.010 in Iowa). Which rule is
# which cannot be told, so each is counted as a further one: two fifths of the
# catalogue's price for the first five. Rules for VPN and protocol forwarding
# cost the same.
resource "google_compute_forwarding_rule" {
  usage "monthly_ingress_data_gb" {
    unit        = "GB"
    description = "data that comes in through the load balancer"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the rule exists, where that is not all 730"
  }

  let {
    # Global rules have the prices of the cheapest regions.
    place = region == "global" ? "us-central1" : region
  }

  cost "forwarding rule" {
    name     = "forwarding rule (as one beyond the first five)"
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "network/load-balancer/forwarding-rule/first-5"
    factor   = 0.4
    region   = let.place
  }

  cost "data processed" {
    quantity = usage.monthly_ingress_data_gb
    unit     = "GiB"
    price    = "network/lb-ingress-data"
    region   = let.place
  }

  uses "load balancer" {
    gap = "no figure exists for a share of Google's network"
  }

  example "a rule and 100 GB" {
    given   = { load_balancing_scheme = "EXTERNAL" }
    usage   = { monthly_ingress_data_gb = 100 }
    want    = { "forwarding rule (as one beyond the first five)" = 730, "data processed" = 100 }
    status  = "priced"
    monthly = "8.10"
    prices  = { "network/load-balancer/forwarding-rule/first-5" = 0.025, "network/lb-ingress-data" = 0.008 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2026-09"
  }

  example "use not given" {
    given  = { load_balancing_scheme = "INTERNAL", ip_address = unknown }
    want   = { "forwarding rule (as one beyond the first five)" = 730 }
    unused = ["data processed"]
    status = "partial"
  }
}
