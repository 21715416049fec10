# A vault of Backup and DR: the storage of its backups, and a fee on the
# gigabytes of the machines that are protected with it. Known in us-central1.
resource "google_backup_dr_backup_vault" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept"
  }
  usage "protected_vm_gb" {
    unit        = "GB"
    default     = null
    description = "disks of protected machines"
  }

  cost "storage" {
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "backup-dr/vault/storage"
  }

  cost "protected machines" {
    when     = usage.protected_vm_gb != null
    quantity = usage.protected_vm_gb
    unit     = "GiB-month"
    price    = "backup-dr/vm/protected"
  }

  uses "storage" {
    gap = "no figure exists for the storage of backups"
  }

  example "1,000 GB of 2,000" {
    given   = { location = "us-central1" }
    usage   = { backup_storage_gb = 1000, protected_vm_gb = 2000 }
    want    = { storage = 1000, "protected machines" = 2000 }
    status  = "priced"
    monthly = "85.00"
    prices  = { "backup-dr/vault/storage" = 0.045, "backup-dr/vm/protected" = 0.02 }
    source  = "cloud.google.com/backup-disaster-recovery/pricing, us-central1, 2026-08"
  }

  example "no use given" {
    given  = {}
    want   = {}
    unused = ["storage"]
    status = "usage"
  }
}
