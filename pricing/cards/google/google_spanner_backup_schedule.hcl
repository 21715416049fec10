# A backup schedule of a Spanner database: the backups it makes, as long as
# they are kept, incremental ones by what they add. Known in South Carolina
# only.
resource "google_spanner_backup_schedule" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept"
  }

  cost "backups" {
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "spanner/standard/regional/backup"
  }

  uses "storage" {
    gap = "no figure exists for the storage of backups of Spanner"
  }

  example "200 GB" {
    region  = "us-east1"
    given   = { retention_duration = "604800s" }
    usage   = { backup_storage_gb = 200 }
    want    = { backups = 200 }
    status  = "priced"
    monthly = "20.00"
    prices  = { "spanner/standard/regional/backup" = 0.1 }
    source  = "cloud.google.com/spanner/pricing, us-east1, 2026-08"
  }

  example "no use given" {
    region = "us-east1"
    given  = {}
    want   = {}
    unused = ["backups"]
    status = "usage"
  }
}
