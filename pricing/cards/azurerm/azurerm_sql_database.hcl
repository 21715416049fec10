# A database of Azure SQL, in the older form: billed as azurerm_mssql_database of
# the size that requested_service_objective_name says. In an elastic pool the pool
# is billed. Its size comes in bytes or gigabytes, as text.
resource "azurerm_sql_database" {
  assume "max_size_gb" {
    why = "what max_size_bytes says, else the default of the size"
  }
  assume "max_size_bytes" {
    why = "what max_size_gb says, else the default of the size"
  }
  assume "elastic_pool_name" {
    why = "in no pool"
  }
  assume "zone_redundant" {
    value = false
    why   = "not zone-redundant, the default of the API"
  }

  usage "monthly_vcore_hours" {
    unit        = "vCore-hours"
    description = "vCore-hours a month that a serverless database is billed for"
  }
  usage "extra_data_storage_gb" {
    unit        = "GB"
    default     = null
    description = "data beyond what a DTU size includes, where the size does not say"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "storage a Hyperscale database really uses"
  }
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
    gb = self.max_size_gb != null ? tonumber(self.max_size_gb) : self.max_size_bytes != null ? tonumber(self.max_size_bytes) / 1073741824 : null
  }

  part "" {
    card = "azurerm_mssql_database"
    given = {
      sku_name        = self.requested_service_objective_name
      max_size_gb     = let.gb
      zone_redundant  = self.zone_redundant
      elastic_pool_id = self.elastic_pool_name
    }
    usage = {
      monthly_vcore_hours            = usage.monthly_vcore_hours
      extra_data_storage_gb          = usage.extra_data_storage_gb
      storage_gb                     = usage.storage_gb
      backup_storage_gb              = usage.backup_storage_gb
      long_term_retention_storage_gb = usage.long_term_retention_storage_gb
    }
  }

  example "S3 with 500 GB" {
    given   = { requested_service_objective_name = "S3", max_size_bytes = "536870912000", max_size_gb = null }
    want    = { DTUs = 30.416666666667, "extra data storage" = 250 }
    unused  = ["backup storage"]
    monthly = "202.4271250000016129"
    prices  = { "sql-database/single-standard/s3/s3-dtus" = 4.8387, "sql-database/standard-storage/standard/data-stored" = 0.221 }
    source  = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08; 730 / 24 days"
  }

  example "by vCore" {
    given   = { requested_service_objective_name = "GP_Gen5_2", max_size_gb = "50", elastic_pool_name = unknown }
    omitted = ["elastic_pool_name"]
    want    = { compute = 1460, "SQL licence" = 1460, storage = 50, "log storage" = 15 }
    unused  = ["backup storage"]
  }

  example "in a pool" {
    given  = { requested_service_objective_name = "ElasticPool", elastic_pool_name = "pool" }
    want   = {}
    status = "free"
  }

  example "size left to the server" {
    given  = { requested_service_objective_name = unknown, elastic_pool_name = null }
    want   = {}
    gaps   = ["compute", "read replicas", "serverless compute", "SQL licence", "storage", "log storage", "used storage", "DTUs", "extra data storage", "compute of another kind", "backup storage"]
    status = "gap"
  }
}
