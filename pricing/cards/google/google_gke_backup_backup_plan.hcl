# A plan of Backup for GKE: each namespace it protects by the month, since
# March 2026 instead of each pod, and the storage of its backups. A plan that
# is deactivated makes none, and keeps those there are.
resource "google_gke_backup_backup_plan" {
  assume "deactivated" {
    value = false
    why   = "active, the default of the API"
  }

  usage "namespaces" {
    unit        = "namespaces"
    description = "namespaces it protects"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept"
  }

  cost "namespaces" {
    when     = !coalesce(self.deactivated, false)
    quantity = usage.namespaces
    unit     = "namespace-month"
    price    = "gke-backup/namespace"
  }

  cost "storage" {
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "gke-backup/storage"
  }

  uses "storage" {
    gap = "no figure exists for the storage of backups"
  }

  example "three namespaces and 500 GB" {
    given   = { location = "us-central1", deactivated = false }
    usage   = { namespaces = 3, backup_storage_gb = 500 }
    want    = { namespaces = 3, storage = 500 }
    status  = "priced"
    monthly = "49.50"
    prices  = { "gke-backup/namespace" = 9, "gke-backup/storage" = 0.045 }
    source  = "cloud.google.com/kubernetes-engine/pricing, 2026-03"
  }

  example "no use given" {
    given   = { deactivated = unknown }
    want    = {}
    unused  = ["namespaces", "storage"]
    omitted = ["deactivated"]
    status  = "usage"
  }
}
