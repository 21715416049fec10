# A managed instance of SQL Server, in the older form: billed as
# azurerm_mssql_managed_instance of that size.
resource "azurerm_sql_managed_instance" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "point-in-time backup beyond what is included"
  }
  usage "long_term_retention_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept by a long-term retention policy"
  }

  part "" {
    card = "azurerm_mssql_managed_instance"
    given = {
      sku_name             = self.sku_name
      vcores               = self.vcores
      storage_size_in_gb   = self.storage_size_in_gb
      license_type         = self.license_type
      storage_account_type = self.storage_account_type
    }
    usage = { backup_storage_gb = usage.backup_storage_gb, long_term_retention_storage_gb = usage.long_term_retention_storage_gb }
  }

  example "four vCores with 256 GB" {
    given   = { sku_name = "GP_Gen5", vcores = 4, storage_size_in_gb = 256, license_type = "LicenseIncluded", storage_account_type = "LRS" }
    usage   = { backup_storage_gb = 100 }
    want    = { compute = 2920, "SQL licence" = 2920, "additional storage" = 224, "backup storage" = 100 }
    status  = "priced"
    monthly = "823.411695"
    prices = {
      "sql-managed-instance/gp-gen5/vcore"                                              = 0.167439375
      "sql-managed-instance/sql-license"                                                = 0.099966
      "sql-managed-instance/storage"                                                    = 0.137
      "sql-database/single-elastic-pool-pitr-backup-storage/backup-lrs/lrs-data-stored" = 0.119
    }
    source = "azure.microsoft.com/pricing/details/azure-sql-managed-instance/single, West Europe, 2024-07 and 2024-12"
  }

  example "vCores known only after apply" {
    given  = { sku_name = "GP_Gen5", vcores = unknown, storage_size_in_gb = 64, license_type = "BasePrice" }
    want   = { "additional storage" = 32 }
    gaps   = ["compute"]
    unused = ["backup storage"]
    status = "partial"
  }
}
