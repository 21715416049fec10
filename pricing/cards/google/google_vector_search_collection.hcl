# A collection of Vector Search 2.0: gigabytes it stores. Writes and reads are
# billed by units that no plan and no meter of one's own counts; they are left
# out, as are indexes, which bill their machines.
resource "google_vector_search_collection" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "vector-search/data"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind it"
  }

  example "100 GB" {
    given   = { location = "us-central1" }
    usage   = { storage_gb = 100 }
    want    = { storage = 100 }
    status  = "priced"
    monthly = "30.00"
    prices  = { "vector-search/data" = 0.3 }
    source  = "cloud.google.com/vertex-ai/pricing, 2026-08"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
