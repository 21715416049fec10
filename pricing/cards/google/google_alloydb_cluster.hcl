# An AlloyDB cluster: the storage that all its instances share, and backups,
# which have no price in the catalogue. Its instances are resources of their
# own.
resource "google_alloydb_cluster" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "alloydb/storage"
  }

  cost "backups" {
    when     = usage.backup_storage_gb != null
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "alloydb/backup"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind AlloyDB"
  }

  example "500 GB" {
    given   = { location = "us-central1" }
    usage   = { storage_gb = 500 }
    want    = { storage = 500 }
    status  = "priced"
    monthly = "150.00"
    prices  = { "alloydb/storage" = 0.3 }
    source  = "cloud.google.com/alloydb/pricing, us-central1, 2026-06"
  }

  example "backups: no price here" {
    given  = {}
    usage  = { storage_gb = 10, backup_storage_gb = 10 }
    want   = { storage = 10 }
    gaps   = ["backups"]
    status = "partial"
  }

  example "no use given" {
    given  = { location = unknown }
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
