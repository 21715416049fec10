# An endpoint of Cloud IDS: hours, and the traffic it inspects.
resource "google_cloud_ids_endpoint" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "traffic inspected"
  }

  cost "endpoint" {
    quantity = hours
    unit     = "hour"
    price    = "cloud-ids/endpoint"
  }

  cost "traffic" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "cloud-ids/traffic"
  }

  uses "endpoint" {
    gap = "no figure exists for a share of Google's network"
  }

  example "an endpoint and 1,000 GB" {
    given   = { severity = "INFORMATIONAL" }
    usage   = { monthly_data_processed_gb = 1000 }
    want    = { endpoint = 730, traffic = 1000 }
    status  = "priced"
    monthly = "1165.00"
    prices  = { "cloud-ids/endpoint" = 1.5, "cloud-ids/traffic" = 0.07 }
    source  = "cloud.google.com/intrusion-detection-system/pricing, 2026-08"
  }

  example "no use given" {
    given  = { location = unknown }
    want   = { endpoint = 730 }
    unused = ["traffic"]
  }
}
