# A global forwarding rule: billed as google_compute_forwarding_rule, at the
# prices of the cheapest regions.
resource "google_compute_global_forwarding_rule" {
  usage "monthly_ingress_data_gb" {
    unit        = "GB"
    description = "data that comes in through the load balancer"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the rule exists, where that is not all 730"
  }

  part "" {
    card  = "google_compute_forwarding_rule"
    given = {}
    usage = { monthly_ingress_data_gb = usage.monthly_ingress_data_gb, monthly_hrs = usage.monthly_hrs }
  }

  example "a global rule" {
    region  = "global"
    given   = { load_balancing_scheme = "EXTERNAL_MANAGED" }
    usage   = { monthly_ingress_data_gb = 100 }
    want    = { "forwarding rule (as one beyond the first five)" = 730, "data processed" = 100 }
    status  = "priced"
  }

  example "use not given" {
    region = "global"
    given  = { load_balancing_scheme = "EXTERNAL_MANAGED", ip_address = unknown }
    want   = { "forwarding rule (as one beyond the first five)" = 730 }
    unused = ["data processed"]
    status = "partial"
  }

  example "in money" {
    given   = { load_balancing_scheme = "EXTERNAL_MANAGED" }
    want    = { "forwarding rule (as one beyond the first five)" = 730 }
    unused  = ["data processed"]
    monthly = "7.30"
    prices  = { "network/load-balancer/forwarding-rule/first-5" = 0.025 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2026-09"
  }
}
