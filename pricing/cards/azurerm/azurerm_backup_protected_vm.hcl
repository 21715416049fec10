# A virtual machine protected by Azure Backup: a fee by what is protected of it
# (half up to 50 GB, one up to 500 GB, one more for each further 500 GB), and the
# backups kept, at the price of the redundancy of the vault. Snapshots for instant
# restores lie with the disks and are billed there.
resource "azurerm_backup_protected_vm" {
  ref "vault" {
    path  = "recovery_vault_name"
    types = ["azurerm_recovery_services_vault"]
  }

  usage "disk_utilization_gb" {
    unit        = "GB"
    description = "data of the machine that is protected"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups of the machine kept in the vault"
  }

  let {
    unseen = refs.vault == null
    mode   = lower(coalesce(get(refs.vault, "storage_mode_type"), "GeoRedundant"))
    copies = let.mode == "georedundant" ? (coalesce(get(refs.vault, "cross_region_restore_enabled"), false) ? "ra-grs" : "grs") : let.mode == "zoneredundant" ? "zrs" : "lrs"
  }

  cost "protected instance" {
    quantity = usage.disk_utilization_gb == null ? null : usage.disk_utilization_gb <= 50 ? 0.5 : ceil(usage.disk_utilization_gb / 500)
    unit     = "instance-month"
    price    = "backup/backup/azure-vm/azure-vm-protected-instance"
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = let.unseen ? null : "backup/backup/standard/standard-${let.copies}-data-stored"
    hint     = "the redundancy is that of the vault, which is not part of this input"
  }

  uses "backups" {
    storage   = "storage-account"
    selector  = let.copies
    gigabytes = usage.backup_storage_gb
  }

  example "300 GB in a geo-redundant vault" {
    refs    = { vault = { storage_mode_type = "GeoRedundant", cross_region_restore_enabled = false } }
    usage   = { disk_utilization_gb = 300, backup_storage_gb = 500 }
    want    = { "protected instance" = 1, "backup storage" = 500 }
    status  = "priced"
    monthly = "32.40"
    prices  = { "backup/backup/azure-vm/azure-vm-protected-instance" = 10, "backup/backup/standard/standard-grs-data-stored" = 0.0448 }
    source  = "azure.microsoft.com/pricing/details/backup, West Europe, 2026-08"
  }

  example "a small one costs half, 1,100 GB three times as much" {
    refs   = { vault = { storage_mode_type = "LocallyRedundant" } }
    usage  = { disk_utilization_gb = 50 }
    want   = { "protected instance" = 0.5 }
    unused = ["backup storage"]
  }

  example "1,100 GB" {
    refs   = { vault = { storage_mode_type = "ZoneRedundant" } }
    usage  = { disk_utilization_gb = 1100 }
    want   = { "protected instance" = 3 }
    unused = ["backup storage"]
  }

  example "a vault that the input does not hold" {
    usage  = { disk_utilization_gb = 100, backup_storage_gb = 100 }
    want   = { "protected instance" = 1 }
    gaps   = ["backup storage"]
    status = "partial"
  }

  example "without use" {
    refs   = { vault = { storage_mode_type = "GeoRedundant" } }
    want   = {}
    unused = ["protected instance", "backup storage"]
    status = "usage"
  }
}
