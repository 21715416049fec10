# The HTTPS front of a load balancer of many regions. As with HTTP, only a
# cross-region internal balancer pays for proxies; a global external one pays
# by its rule.
resource "google_compute_target_https_proxy" {
  usage "monthly_proxy_instances" {
    unit        = "instances"
    description = "proxy instances that serve it, on average over the month"
  }
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data the proxies process"
  }

  part "" {
    card  = "google_compute_region_target_http_proxy"
    given = { anywhere = "us-central1" }
    usage = {
      monthly_proxy_instances   = usage.monthly_proxy_instances
      monthly_data_processed_gb = usage.monthly_data_processed_gb
    }
  }

  example "a proxy and 100 GB" {
    given   = { name = "front" }
    usage   = { monthly_proxy_instances = 1, monthly_data_processed_gb = 100 }
    want    = { "proxy instances" = 730, "data processed" = 100 }
    status  = "priced"
    monthly = "19.05"
    prices  = { "network/target-proxy-instance" = 0.025, "network/lb-proxy-data" = 0.008 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2024-07"
  }

  example "no use given" {
    given  = { name = unknown }
    want   = {}
    unused = ["proxy instances", "data processed"]
    status = "usage"
  }
}
