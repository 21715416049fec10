# A deployment of out-of-band inspection: hours it exists, one a zone, and the
# traffic it mirrors to the appliances behind it. The groups, endpoints and
# associations that lead to it are free.
resource "google_network_security_mirroring_deployment" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "traffic handed over"
  }

  cost "deployment" {
    quantity = hours
    unit     = "hour"
    price    = "network-security/out-of-band/deployment"
  }

  cost "traffic" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "network-security/out-of-band/data"
  }

  uses "deployment" {
    gap = "no figure exists for a share of Google's network"
  }

  example "a deployment and 1,000 GB" {
    given   = { location = "us-central1-a" }
    usage   = { monthly_data_processed_gb = 1000 }
    want    = { deployment = 730, traffic = 1000 }
    status  = "priced"
    monthly = "26.25"
    prices  = { "network-security/out-of-band/deployment" = 0.025, "network-security/out-of-band/data" = 0.008 }
    source  = "cloud.google.com/network-security-integration/pricing, 2026-08"
  }

  example "no use given" {
    given  = { location = unknown }
    want   = { deployment = 730 }
    unused = ["traffic"]
  }
}
