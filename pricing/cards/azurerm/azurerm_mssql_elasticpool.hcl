# An elastic pool of Azure SQL: what its databases share, and all that is billed
# of them. By vCore it is billed as a database of that size (see
# azurerm_mssql_database for licence, storage and zones); by DTU, days of the
# pool's eDTUs and storage above what they include.
resource "azurerm_mssql_elasticpool" {
  assume "license_type" {
    value = "LicenseIncluded"
    why   = "LicenseIncluded, the default of the API"
  }
  assume "max_size_gb" {
    why = "what max_size_bytes says, else what the pool includes"
  }
  assume "max_size_bytes" {
    why = "what max_size_gb says, else what the pool includes"
  }

  usage "extra_data_storage_gb" {
    unit        = "GB"
    default     = null
    description = "data beyond what the eDTUs include, where the size does not say"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "storage that a Hyperscale pool really uses"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    description = "point-in-time backup beyond what is included"
  }

  let {
    # GP_Gen5, BC_Gen5, HS_Gen5; BasicPool, StandardPool, PremiumPool.
    name     = lower(get(self.sku, "name"))
    capacity = get(self.sku, "capacity")
    dtu      = endswith(let.name, "pool")
    tier     = trimsuffix(let.name, "pool")
    gb       = self.max_size_gb != null ? self.max_size_gb : self.max_size_bytes != null ? self.max_size_bytes / 1073741824 : null

    # GB that go with so many eDTUs, by the limits of the service.
    basic    = { "50" = 4.88, "100" = 9.77, "200" = 19.53, "300" = 29.3, "400" = 39.06, "800" = 78.13, "1200" = 117.19, "1600" = 156.25 }
    premium  = { "125" = 250, "250" = 500, "500" = 750, "1000" = 1024, "1500" = 1536, "2000" = 2048, "2500" = 2560, "3000" = 3072, "3500" = 3584, "4000" = 4096 }
    included = let.tier == "basic" ? lookup(let.basic, tostring(let.capacity), 0) : let.tier == "premium" ? lookup(let.premium, tostring(let.capacity), 0) : let.capacity
  }

  part "" {
    card = "azurerm_mssql_database"
    when = !let.dtu
    given = {
      sku_name             = "${get(self.sku, "name")}_${let.capacity}"
      max_size_gb          = let.gb
      license_type         = self.license_type
      zone_redundant       = self.zone_redundant
      read_replica_count   = self.high_availability_replica_count
      storage_account_type = "Geo"
    }
    usage = { storage_gb = usage.storage_gb, backup_storage_gb = usage.backup_storage_gb }
  }

  # The pack of so many eDTUs; 730 hours are 30.4 days.
  cost "eDTUs" {
    when     = let.dtu
    quantity = hours / 24
    unit     = "day"
    price    = "sql-database/elastic-pool-${let.tier}/${let.capacity}-dtu-pack/edtus"
  }

  cost "extra data storage" {
    when     = let.dtu && let.tier != "basic"
    quantity = coalesce(usage.extra_data_storage_gb, max(0, coalesce(let.gb, let.included) - let.included))
    unit     = "GB-month"
    price    = "sql-database/${let.tier}-storage/${let.tier}/data-stored"
  }

  cost "backup storage" {
    when     = let.dtu
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = "sql-database/single-elastic-pool-pitr-backup-storage/backup-ra-grs/ra-grs-data-stored"
  }

  uses "eDTUs" {
    when = let.dtu
    gap  = "a DTU is no amount of hardware"
  }

  example "four vCores of General Purpose" {
    given   = { sku = [{ name = "GP_Gen5", tier = "GeneralPurpose", family = "Gen5", capacity = 4 }], max_size_gb = 100, max_size_bytes = unknown, license_type = unknown }
    omitted = ["license_type", "max_size_bytes"]
    want    = { compute = 2920, "SQL licence" = 2920, storage = 100, "log storage" = 30 }
    unused  = ["backup storage"]
    status  = "partial"
    monthly = "798.6131"
    prices = {
      "sql-database/single-elastic-pool-general-purpose-compute-gen5/1-vcore/vcore"                          = 0.167439
      "sql-managed-instance/sql-license"                                                                     = 0.099966
      "sql-database/single-elastic-pool-general-purpose-storage/general-purpose/general-purpose-data-stored" = 0.13685
    }
    source = "azure.microsoft.com/pricing/details/azure-sql-database/elastic, West Europe, 2026-08; licence 2024-07"
  }

  example "size in bytes, licence brought along" {
    given  = { sku = [{ name = "BC_Gen5", capacity = 4 }], max_size_bytes = 53687091200, max_size_gb = null, license_type = "BasePrice" }
    want   = { compute = 2920, storage = 50, "log storage" = 15 }
    unused = ["backup storage"]
  }

  example "200 eDTUs of Standard, with 300 GB" {
    given   = { sku = [{ name = "StandardPool", tier = "Standard", capacity = 200 }], max_size_gb = 300 }
    want    = { eDTUs = 30.416666666667, "extra data storage" = 100 }
    unused  = ["backup storage"]
    monthly = "463.1416666666715"
    prices  = { "sql-database/elastic-pool-standard/200-dtu-pack/edtus" = 14.5, "sql-database/standard-storage/standard/data-stored" = 0.221 }
    source  = "azure.microsoft.com/pricing/details/azure-sql-database/elastic, West Europe, 2026-08; 730 / 24 days"
  }

  example "Premium and Basic pools, size left out" {
    given   = { sku = [{ name = "PremiumPool", tier = "Premium", capacity = 125 }], max_size_gb = unknown, max_size_bytes = unknown }
    omitted = ["max_size_gb", "max_size_bytes"]
    want    = { eDTUs = 30.416666666667 }
    unused  = ["backup storage"]
    prices  = { "sql-database/elastic-pool-premium/125-dtu-pack/edtus" = 22.5 }
  }

  example "capacity known only after apply" {
    given  = { sku = [{ name = "StandardPool", capacity = unknown }], max_size_gb = 100 }
    want   = {}
    gaps   = ["eDTUs", "extra data storage"]
    unused = ["backup storage"]
    status = "gap"
  }
}
