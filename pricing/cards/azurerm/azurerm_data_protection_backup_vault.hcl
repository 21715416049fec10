# A Backup vault: nothing for itself. Billed are the sources protected in it, each
# kind by the month at a price of its own (blobs, lakes, Kubernetes by namespace,
# PostgreSQL, Cosmos DB), the writes of vaulted blobs, and the backups kept, at the
# price of the vault's redundancy. Its backup instances do not say how large their
# sources are, so all comes from usage; snapshots of disks are billed as snapshots.
resource "azurerm_data_protection_backup_vault" {
  usage "protected_blob_instances" {
    unit        = "instances"
    default     = null
    description = "storage accounts with vaulted backup of blobs"
  }
  usage "protected_kubernetes_namespaces" {
    unit        = "namespaces"
    default     = null
    description = "namespaces of clusters that are protected"
  }
  usage "protected_postgresql_instances" {
    unit        = "instances"
    default     = null
    description = "PostgreSQL databases that are protected, counted by the size bands of the service"
  }
  usage "monthly_write_operations" {
    unit        = "operations"
    default     = null
    description = "writes a month of vaulted backups of blobs"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept in the vault"
  }

  let {
    mode   = lower(self.redundancy)
    copies = let.mode == "georedundant" ? (coalesce(self.cross_region_restore_enabled, false) ? "ra-grs" : "grs") : let.mode == "zoneredundant" ? "zrs" : "lrs"
    kinds = { for name, k in {
      "blobs"      = { n = usage.protected_blob_instances, meter = "azure-blob/azure-blob-protected-instance" }
      "Kubernetes" = { n = usage.protected_kubernetes_namespaces, meter = "aks/aks-namespace" }
      "PostgreSQL" = { n = usage.protected_postgresql_instances, meter = "postgresql/postgresql-protected-instance" }
    } : name => k if k.n != null }
  }

  cost "protected" {
    for_each = let.kinds
    quantity = each.value.n
    unit     = "instance-month"
    price    = "backup/backup/${each.value.meter}"
  }

  cost "write operations" {
    when     = usage.monthly_write_operations != null
    quantity = usage.monthly_write_operations / 1000000
    unit     = "1M-operations"
    price    = "backup/backup/azure-blob/azure-blob-${let.copies}-write-operations"
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "backup/backup/standard/standard-${let.copies}-data-stored"
  }

  uses "backups" {
    storage   = "storage-account"
    selector  = let.copies
    gigabytes = usage.backup_storage_gb
  }

  example "blobs of one account" {
    given   = { datastore_type = "VaultStore", redundancy = "LocallyRedundant" }
    usage   = { protected_blob_instances = 1, monthly_write_operations = 2000000, backup_storage_gb = 1000 }
    want    = { "protected blobs" = 1, "write operations" = 2, "backup storage" = 1000 }
    status  = "priced"
    monthly = "46.20"
    prices = {
      "backup/backup/azure-blob/azure-blob-protected-instance"   = 13
      "backup/backup/azure-blob/azure-blob-lrs-write-operations" = 5.4
      "backup/backup/standard/standard-lrs-data-stored"          = 0.0224
    }
    source = "azure.microsoft.com/pricing/details/backup, West Europe, 2026-08"
  }

  example "four namespaces, restored in the other region" {
    given  = { datastore_type = "VaultStore", redundancy = "GeoRedundant", cross_region_restore_enabled = true }
    usage  = { protected_kubernetes_namespaces = 4 }
    want   = { "protected Kubernetes" = 4 }
    unused = ["backup storage"]
    prices = { "backup/backup/aks/aks-namespace" = 12 }
  }

  example "redundancy known only after apply" {
    given  = { datastore_type = "VaultStore", redundancy = unknown }
    usage  = { backup_storage_gb = 10 }
    want   = {}
    gaps   = ["backup storage"]
    status = "gap"
  }
}
