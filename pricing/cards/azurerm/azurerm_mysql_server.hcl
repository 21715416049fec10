# A single MySQL server, the older form that Azure has retired: hours of its vCores,
# storage as large as provisioned, and backup beyond the included 100 % of it,
# dearer where it is geo-redundant. Basic storage is cheaper. A replica is a server
# of its own. The cards of PostgreSQL and MariaDB are built on this one and say
# which of the three it is.
resource "azurerm_mysql_server" {
  assume "storage_mb" {
    why = "the size of the storage is left to the service"
  }

  usage "additional_backup_storage_gb" {
    unit        = "GB"
    description = "backup beyond the included 100 % of the storage"
  }

  let {
    engine = coalesce(self.engine, "mysql")
    # GP_Gen5_4: tier, generation, vCores.
    words  = split("_", lower(self.sku_name))
    vcores = tonumber(let.words[2])
    tier   = { b = "basic", gp = "general-purpose", mo = "memory-optimized" }[let.words[0]]
    server = "azure-database-for-${let.engine}/azure-database-for-${let.engine}-single-server"
    meters = ["${let.server}-${let.tier}-compute-${let.words[1]}/1-vcore/vcore", "${let.server}-${let.tier}-compute-${let.words[1]}/vcore"]
    # Of some regions the price of one size alone is known, recovered from a total.
    known   = { b = 2, gp = 4, mo = 16 }[let.words[0]]
    total   = "component/azurerm_${let.engine}_server/compute-${let.words[0]}-${let.words[1]}-${let.known}"
    keys    = [for k in concat(let.meters, [let.total]) : k if priced(k)]
    key     = first(concat(let.keys, let.meters)...)
    storage = "${let.server}-${let.tier == "basic" ? "basic-storage/basic/basic" : "general-purpose-storage/general-purpose/general-purpose"}-data-stored"
    stored  = let.tier != "basic" && !priced(let.storage) && priced("component/azurerm_${let.engine}_server/storage") ? "component/azurerm_${let.engine}_server/storage" : let.storage
    copies  = coalesce(self.geo_redundant_backup_enabled, false) ? "grs" : "lrs"
    backup  = "${let.server}-backup-storage/backup-${let.copies}/backup-${let.copies}-data-stored"
    # GiB of memory for a vCore.
    memory = { b = 2, gp = 5, mo = 10 }[let.words[0]]
  }

  cost "compute" {
    quantity = let.vcores * hours
    unit     = "vCore-hour"
    price    = let.key
    factor   = let.key == let.total ? 1 / let.known : 1
  }

  cost "storage" {
    quantity = self.storage_mb / 1024
    unit     = "GB-month"
    price    = let.stored
  }

  cost "additional backup storage" {
    quantity = usage.additional_backup_storage_gb
    unit     = "GB-month"
    price    = let.backup
  }

  uses "compute" {
    vcpu       = let.vcores
    memory_gib = let.vcores * let.memory
  }
  uses "storage" {
    storage   = let.engine == "postgresql" ? "postgresql" : "mysql"
    gigabytes = self.storage_mb / 1024
  }

  example "four vCores with 100 GB" {
    given   = { sku_name = "GP_Gen5_4", storage_mb = 102400, geo_redundant_backup_enabled = true }
    usage   = { additional_backup_storage_gb = 50 }
    want    = { compute = 2920, storage = 100, "additional backup storage" = 50 }
    status  = "priced"
    monthly = "329.854" # 304.264 + 13.69 + 11.90
    prices = {
      "azure-database-for-mysql/azure-database-for-mysql-single-server-general-purpose-compute-gen5/1-vcore/vcore"                          = 0.1042
      "azure-database-for-mysql/azure-database-for-mysql-single-server-general-purpose-storage/general-purpose/general-purpose-data-stored" = 0.1369
      "azure-database-for-mysql/azure-database-for-mysql-single-server-backup-storage/backup-grs/backup-grs-data-stored"                    = 0.238
    }
    source = "azure.microsoft.com/pricing/details/mysql, West Europe, 2026-08"
  }

  example "Basic" {
    given  = { sku_name = "B_Gen5_1", storage_mb = 5120 }
    want   = { compute = 730, storage = 5 }
    unused = ["additional backup storage"]
    prices = { "azure-database-for-mysql/azure-database-for-mysql-single-server-basic-storage/basic/basic-data-stored" = 0.119 }
  }

  example "a region where one size is known" {
    region  = "eastus"
    given   = { sku_name = "GP_Gen5_8", storage_mb = 51200 }
    want    = { compute = 5840, storage = 50 }
    unused  = ["additional backup storage"]
    monthly = "517.334" # 5840 x 0.3504 / 4 + 50 x 0.115
    prices  = { "component/azurerm_mysql_server/compute-gp-gen5-4" = 0.3504, "component/azurerm_mysql_server/storage" = 0.115 }
    source  = "recovered from a published total of four vCores, East US, 2024-07"
  }

  example "size known only after apply" {
    given  = { sku_name = unknown, storage_mb = 5120 }
    want   = {}
    gaps   = ["compute", "storage"]
    unused = ["additional backup storage"]
    status = "gap"
  }
}
