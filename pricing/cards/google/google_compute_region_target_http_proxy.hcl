# The HTTP front of a regional Application Load Balancer, inside or outside:
# its proxies by the hour, as many as traffic needs, and the data they
# process; the rule that leads to it bills apart. The forms for HTTPS, TCP,
# SSL and gRPC bill the same. Known in us-central1 only.
resource "google_compute_region_target_http_proxy" {
  usage "monthly_proxy_instances" {
    unit        = "instances"
    description = "proxy instances that serve it, on average over the month"
  }
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data the proxies process"
  }

  let {
    # A form that lives nowhere in particular hands over where its prices are.
    region = self.anywhere
  }

  cost "proxy instances" {
    quantity = usage.monthly_proxy_instances * hours
    unit     = "hour"
    price    = "network/target-proxy-instance"
    region   = let.region
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "network/lb-proxy-data"
    region   = let.region
  }

  uses "proxies" {
    gap = "no figure exists for a share of Google's network"
  }

  example "two proxies and 500 GB" {
    given   = { url_map = unknown }
    usage   = { monthly_proxy_instances = 2, monthly_data_processed_gb = 500 }
    want    = { "proxy instances" = 1460, "data processed" = 500 }
    status  = "priced"
    monthly = "40.50"
    prices  = { "network/target-proxy-instance" = 0.025, "network/lb-proxy-data" = 0.008 }
    source  = "cloud.google.com/vpc/network-pricing, us-central1, 2024-07"
  }

  example "no use given" {
    given  = { url_map = unknown }
    want   = {}
    unused = ["proxy instances", "data processed"]
    status = "usage"
  }

  example "a region without a price here" {
    region = "europe-west1"
    given  = { url_map = unknown }
    usage  = { monthly_proxy_instances = 2, monthly_data_processed_gb = 500 }
    want   = {}
    gaps   = ["proxy instances", "data processed"]
    status = "gap"
  }
}
