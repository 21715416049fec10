# An index of Vector Search: gigabytes processed to build it or to change it.
# Serving is billed by the deployed index.
resource "google_vertex_ai_index" {
  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data processed by building and updates"
  }

  cost "building" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GiB"
    price    = "vertex-ai/vector-search/building"
  }

  uses "building" {
    gap = "the machines behind it are shared"
  }

  example "50 GB" {
    given   = { region = "us-central1" }
    usage   = { monthly_data_processed_gb = 50 }
    want    = { building = 50 }
    status  = "priced"
    monthly = "150.00"
    prices  = { "vertex-ai/vector-search/building" = 3 }
    source  = "cloud.google.com/vertex-ai/pricing, 2026-08"
  }

  example "no use given" {
    given  = { region = unknown }
    want   = {}
    unused = ["building"]
    status = "usage"
  }
}
