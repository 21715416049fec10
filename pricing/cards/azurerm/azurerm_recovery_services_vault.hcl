# A Recovery Services vault: nothing for itself. Machines and shares protected by
# resources of their own (azurerm_backup_protected_vm and the like) are billed
# there. Here is billed what no resource shows: servers, SQL Server and SAP HANA
# protected in it, by the month, and the backups they keep, at the price of the
# vault's redundancy. Restoring in the paired region makes stored data dearer.
resource "azurerm_recovery_services_vault" {
  usage "protected_server_instances" {
    unit        = "instances"
    default     = null
    description = "servers elsewhere protected in the vault, counted by 500 GB"
  }
  usage "protected_sql_instances" {
    unit        = "instances"
    default     = null
    description = "SQL Server in virtual machines protected in the vault, counted by 500 GB"
  }
  usage "protected_sap_hana_instances" {
    unit        = "instances"
    default     = null
    description = "SAP HANA in virtual machines protected in the vault, counted by 500 GB"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "backups kept of what no resource of the input protects"
  }
  usage "archive_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups moved to the archive tier"
  }

  let {
    mode   = lower(coalesce(self.storage_mode_type, "GeoRedundant"))
    copies = let.mode == "georedundant" ? (coalesce(self.cross_region_restore_enabled, false) ? "ra-grs" : "grs") : let.mode == "zoneredundant" ? "zrs" : "lrs"
    kinds = { for name, k in {
      "servers"    = { n = usage.protected_server_instances, meter = "on-premises-server/on-premises-server" }
      "SQL Server" = { n = usage.protected_sql_instances, meter = "sql-server-in-azure-vm/sql-server-in-azure-vm" }
      "SAP HANA"   = { n = usage.protected_sap_hana_instances, meter = "sap-hana-on-azure-vm/sap-hana-on-azure-vm" }
    } : name => k if k.n != null }
  }

  cost "protected" {
    for_each = let.kinds
    quantity = each.value.n
    unit     = "instance-month"
    price    = "backup/backup/${each.value.meter}-protected-instance"
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "backup/backup/standard/standard-${let.copies}-data-stored"
  }

  # The archive is kept locally or geo-redundantly.
  cost "archive storage" {
    when     = usage.archive_storage_gb != null
    quantity = usage.archive_storage_gb
    unit     = "GB-month"
    price    = "backup/backup/archive/archive-${endswith(let.copies, "grs") ? "grs" : "lrs"}-data-stored"
  }

  uses "backups" {
    storage   = "storage-account"
    selector  = let.copies
    gigabytes = usage.backup_storage_gb
  }

  example "two SQL servers and 1 TB" {
    given   = { sku = "Standard", storage_mode_type = "GeoRedundant", cross_region_restore_enabled = true }
    usage   = { protected_sql_instances = 2, backup_storage_gb = 1000, archive_storage_gb = 500 }
    want    = { "protected SQL Server" = 2, "backup storage" = 1000, "archive storage" = 500 }
    status  = "priced"
    monthly = "123.80" # 65 + 56.90 + 1.90
    prices = {
      "backup/backup/sql-server-in-azure-vm/sql-server-in-azure-vm-protected-instance" = 32.5
      "backup/backup/standard/standard-ra-grs-data-stored"                             = 0.0569
      "backup/backup/archive/archive-grs-data-stored"                                  = 0.0038
    }
    source = "azure.microsoft.com/pricing/details/backup, West Europe, 2026-08"
  }

  example "without use" {
    given  = { sku = "Standard", storage_mode_type = "LocallyRedundant" }
    want   = {}
    unused = ["backup storage"]
    status = "usage"
  }

  example "redundancy known only after apply" {
    given  = { sku = "Standard", storage_mode_type = unknown }
    usage  = { backup_storage_gb = 10 }
    want   = {}
    gaps   = ["backup storage"]
    status = "gap"
  }
}
