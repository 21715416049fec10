# An endpoint of Cloud NGFW Enterprise: hours, one a zone, and the traffic it
# inspects, which has no price in the catalogue.
resource "google_network_security_firewall_endpoint" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    default     = null
    description = "traffic inspected"
  }

  cost "endpoint" {
    quantity = hours
    unit     = "hour"
    price    = "cloud-ngfw/enterprise/endpoint"
  }

  cost "traffic" {
    when     = usage.monthly_data_processed_gb != null
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "cloud-ngfw/enterprise/data"
  }

  uses "endpoint" {
    gap = "no figure exists for a share of Google's network"
  }

  example "an endpoint" {
    given   = { location = "us-central1-a" }
    want    = { endpoint = 730 }
    status  = "priced"
    monthly = "1277.50"
    prices  = { "cloud-ngfw/enterprise/endpoint" = 1.75 }
    source  = "cloud.google.com/firewall/pricing, 2026-08"
  }

  example "traffic: no price here" {
    given  = { location = unknown }
    usage  = { monthly_data_processed_gb = 10 }
    want   = { endpoint = 730 }
    gaps   = ["traffic"]
    status = "partial"
  }
}
