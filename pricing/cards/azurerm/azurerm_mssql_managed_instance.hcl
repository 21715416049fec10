# A managed instance of SQL Server: vCore-hours, the licence apart (none with
# BasePrice), storage above the 32 GB that are included, and backups. The
# catalogue has prices of General Purpose and Business Critical on Gen5; outside
# West Europe they are those of SQL Database, which are the same where both are
# known. The licence is the same everywhere.
resource "azurerm_mssql_managed_instance" {
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "point-in-time backup beyond what is included"
  }
  usage "long_term_retention_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept by a long-term retention policy"
  }

  let {
    sku      = lower(self.sku_name)
    tier     = split("_", let.sku)[0]
    vcores   = self.vcores
    licensed = lower(coalesce(self.license_type, "LicenseIncluded")) != "baseprice"
    # Backups cost what those of SQL Database do.
    copies = { lrs = "lrs", zrs = "zrs", grs = "ra-grs", gzrs = "ra-gzrs" }[lower(coalesce(self.storage_account_type, "GRS"))]
    extra  = max(0, self.storage_size_in_gb - 32)
  }

  cost "compute" {
    quantity = let.vcores * hours
    unit     = "vCore-hour"
    price    = "sql-managed-instance/${replace(let.sku, "_", "-")}/vcore"
  }

  # Recovered from a published total: the list of the service has no meter for
  # the licence of Business Critical.
  cost "SQL licence" {
    when     = let.licensed
    quantity = let.vcores * hours
    unit     = "vCore-hour"
    price    = let.tier == "bc" ? "component/azurerm_mssql_elasticpool/sql-license" : "sql-managed-instance/sql-license"
    region   = "westeurope"
  }

  cost "additional storage" {
    quantity = let.extra
    unit     = "GB-month"
    price    = let.tier == "gp" ? "sql-managed-instance/storage" : null
    hint     = "the price of Business Critical storage is not in the catalogue"
  }

  cost "backup storage" {
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "sql-database/single-elastic-pool-pitr-backup-storage/backup-${let.copies}/${let.copies}-data-stored"
  }

  cost "long-term retention" {
    when     = usage.long_term_retention_storage_gb != null
    quantity = usage.long_term_retention_storage_gb
    unit     = "GB-month"
    price    = "sql-database/-ltr-backup-storage/backup-${let.copies}/backup-${let.copies}-data-stored"
  }

  # Gen5 has 5.1 GB of memory for each vCore; Business Critical runs on four
  # machines.
  uses "compute" {
    vcpu       = let.vcores
    memory_gib = let.vcores * 5.1
    count      = let.tier == "bc" ? 4 : 1
  }

  uses "storage" {
    storage   = "sql-database"
    gigabytes = self.storage_size_in_gb
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

  example "licence brought along, included storage, long-term retention" {
    given  = { sku_name = "GP_Gen5", vcores = 8, storage_size_in_gb = 32, license_type = "BasePrice", storage_account_type = "ZRS" }
    usage  = { long_term_retention_storage_gb = 10 }
    want   = { compute = 5840, "long-term retention" = 10 }
    unused = ["backup storage"]
  }

  example "in East US" {
    region  = "eastus"
    given   = { sku_name = "GP_Gen5", vcores = 4, storage_size_in_gb = 32, license_type = "BasePrice", storage_account_type = "LRS" }
    want    = { compute = 2920 }
    unused  = ["backup storage"]
    monthly = "444.47364"
    prices  = { "sql-managed-instance/gp-gen5/vcore" = 0.152217 }
    source  = "azure.microsoft.com/pricing/details/azure-sql-managed-instance/single, 2026-08, by the price of SQL Database"
  }

  example "Business Critical" {
    given  = { sku_name = "BC_Gen5", vcores = 4, storage_size_in_gb = 64, license_type = "LicenseIncluded" }
    want   = { compute = 2920, "SQL licence" = 2920 }
    gaps   = ["additional storage"]
    unused = ["backup storage"]
  }

  example "vCores known only after apply" {
    given  = { sku_name = "GP_Gen5", vcores = unknown, storage_size_in_gb = 64, license_type = "LicenseIncluded" }
    want   = { "additional storage" = 32 }
    gaps   = ["compute", "SQL licence"]
    unused = ["backup storage"]
    status = "partial"
  }
}
