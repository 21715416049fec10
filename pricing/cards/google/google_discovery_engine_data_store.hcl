# A data store of search apps: gigabytes of its index. The first ten are the
# billing account's and are not taken off.
resource "google_discovery_engine_data_store" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data indexed"
  }

  cost "index" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "discovery-engine/storage"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind it"
  }

  example "100 GB" {
    given   = { location = "global" }
    usage   = { storage_gb = 100 }
    want    = { index = 100 }
    status  = "priced"
    monthly = "500.00"
    prices  = { "discovery-engine/storage" = 5 }
    source  = "cloud.google.com/generative-ai-app-builder/pricing, 2026-06"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["index"]
    status = "usage"
  }
}
