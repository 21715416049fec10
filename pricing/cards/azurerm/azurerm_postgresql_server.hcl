# A single PostgreSQL server, the older form that Azure has retired, billed as
# azurerm_mysql_server says.
resource "azurerm_postgresql_server" {
  assume "storage_mb" {
    why = "the size of the storage is left to the service"
  }

  usage "additional_backup_storage_gb" {
    unit        = "GB"
    description = "backup beyond the included 100 % of the storage"
  }

  part "" {
    card = "azurerm_mysql_server"
    given = {
      engine                       = "postgresql"
      sku_name                     = self.sku_name
      storage_mb                   = self.storage_mb
      geo_redundant_backup_enabled = self.geo_redundant_backup_enabled
    }
    usage = { additional_backup_storage_gb = usage.additional_backup_storage_gb }
  }

  example "memory optimised, with 200 GB" {
    given   = { sku_name = "MO_Gen5_2", storage_mb = 204800, geo_redundant_backup_enabled = false }
    usage   = { additional_backup_storage_gb = 10 }
    want    = { compute = 1460, storage = 200, "additional backup storage" = 10 }
    status  = "priced"
    monthly = "237.204" # 208.634 + 27.38 + 1.19
    prices = {
      "azure-database-for-postgresql/azure-database-for-postgresql-single-server-memory-optimized-compute-gen5/1-vcore/vcore"                         = 0.1429
      "azure-database-for-postgresql/azure-database-for-postgresql-single-server-general-purpose-storage/general-purpose/general-purpose-data-stored" = 0.1369
      "azure-database-for-postgresql/azure-database-for-postgresql-single-server-backup-storage/backup-lrs/backup-lrs-data-stored"                    = 0.119
    }
    source = "azure.microsoft.com/pricing/details/postgresql, West Europe, 2026-08"
  }

  example "size known only after apply" {
    given  = { sku_name = unknown, storage_mb = 5120 }
    want   = {}
    gaps   = ["compute", "storage"]
    unused = ["additional backup storage"]
    status = "gap"
  }
}
