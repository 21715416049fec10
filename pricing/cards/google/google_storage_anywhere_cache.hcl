# A cache of a bucket in a zone (Anywhere Cache, now Rapid Cache): gigabytes
# it holds, by the hour, which follows what is read; and data copied into it,
# which has no price in the catalogue. Known in us-central1.
resource "google_storage_anywhere_cache" {
  usage "cached_gb" {
    unit        = "GB"
    description = "data in the cache, on average over the month"
  }
  usage "monthly_data_ingested_gb" {
    unit        = "GB"
    default     = null
    description = "data copied into the cache"
  }

  cost "storage" {
    quantity = usage.cached_gb * hours
    unit     = "GiB-hour"
    price    = "gcs/anywhere-cache/storage"
  }

  cost "ingestion" {
    when     = usage.monthly_data_ingested_gb != null
    quantity = usage.monthly_data_ingested_gb
    unit     = "GiB"
    price    = "gcs/anywhere-cache/ingestion"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind the cache"
  }

  example "1,000 GB" {
    given   = { zone = "us-central1-a" }
    usage   = { cached_gb = 1000 }
    want    = { storage = 730000 }
    status  = "priced"
    monthly = "90.009"
    prices  = { "gcs/anywhere-cache/storage" = 0.0001233 }
    source  = "cloud.google.com/storage/pricing, us-central1, 2026-08"
  }

  example "ingestion: no price here" {
    given  = { zone = "us-central1-a" }
    usage  = { cached_gb = 1, monthly_data_ingested_gb = 1 }
    want   = { storage = 730 }
    gaps   = ["ingestion"]
    status = "partial"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
