# An elastic pool by DTU, in the older form: billed as azurerm_mssql_elasticpool
# of that edition and size. pool_size is in MB.
resource "azurerm_sql_elasticpool" {
  assume "pool_size" {
    why = "what the pool includes"
  }

  usage "extra_data_storage_gb" {
    unit        = "GB"
    default     = null
    description = "data beyond what the eDTUs include, where the size does not say"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "point-in-time backup beyond what is included"
  }

  part "" {
    card = "azurerm_mssql_elasticpool"
    given = {
      sku         = [{ name = "${self.edition}Pool", capacity = self.dtu }]
      max_size_gb = self.pool_size == null ? null : self.pool_size / 1024
    }
    usage = { extra_data_storage_gb = usage.extra_data_storage_gb, backup_storage_gb = usage.backup_storage_gb }
  }

  example "200 eDTUs of Standard, with 300 GB" {
    given   = { edition = "Standard", dtu = 200, pool_size = 307200 }
    want    = { eDTUs = 30.416666666667, "extra data storage" = 100 }
    unused  = ["backup storage"]
    monthly = "463.1416666666715"
    prices  = { "sql-database/elastic-pool-standard/200-dtu-pack/edtus" = 14.5, "sql-database/standard-storage/standard/data-stored" = 0.221 }
    source  = "azure.microsoft.com/pricing/details/azure-sql-database/elastic, West Europe, 2026-08; 730 / 24 days"
  }

  example "Basic, size left out" {
    given   = { edition = "Basic", dtu = 100, pool_size = unknown }
    omitted = ["pool_size"]
    want    = { eDTUs = 30.416666666667 }
    unused  = ["backup storage"]
  }

  example "size known only after apply" {
    given  = { edition = "Standard", dtu = unknown, pool_size = 51200 }
    want   = {}
    gaps   = ["eDTUs", "extra data storage"]
    unused = ["backup storage"]
    status = "gap"
  }
}
