# A single MariaDB server, the older form that Azure has retired, billed as
# azurerm_mysql_server says.
resource "azurerm_mariadb_server" {
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
      engine                       = "mariadb"
      sku_name                     = self.sku_name
      storage_mb                   = self.storage_mb
      geo_redundant_backup_enabled = self.geo_redundant_backup_enabled
    }
    usage = { additional_backup_storage_gb = usage.additional_backup_storage_gb }
  }

  example "eight vCores" {
    region  = "eastus"
    given   = { sku_name = "GP_Gen5_8", storage_mb = 51200 }
    want    = { compute = 5840, storage = 50 }
    unused  = ["additional backup storage"]
    monthly = "517.334" # 5840 x 0.3504 / 4 + 50 x 0.115
    prices  = { "component/azurerm_mariadb_server/compute-gp-gen5-4" = 0.3504, "component/azurerm_mariadb_server/storage" = 0.115 }
    source  = "recovered from a published total of four vCores, East US, 2024-07"
  }

  example "a region without prices" {
    given  = { sku_name = "GP_Gen5_2", storage_mb = 5120 }
    want   = {}
    gaps   = ["compute", "storage"]
    unused = ["additional backup storage"]
    status = "gap"
  }
}
