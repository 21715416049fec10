# A backup of a NetApp volume: gibibytes it stores, what has changed since the
# last. Known in us-central1.
resource "google_netapp_backup" {
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored"
  }

  cost "storage" {
    quantity = usage.storage_gb
    unit     = "GiB-month"
    price    = "netapp/backup"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind NetApp Volumes"
  }

  example "100 GB" {
    given   = { location = "us-central1" }
    usage   = { storage_gb = 100 }
    want    = { storage = 100 }
    status  = "priced"
    monthly = "4.50"
    prices  = { "netapp/backup" = 0.045 }
    source  = "cloud.google.com/netapp/volumes/pricing, us-central1, 2026-08"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
