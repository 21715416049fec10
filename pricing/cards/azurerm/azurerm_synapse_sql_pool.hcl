# A dedicated SQL pool: hours of its size, paid while it is not paused; terabytes
# stored; and, where backups go to the other region (which is so unless it is
# switched off), the same again there.
resource "azurerm_synapse_sql_pool" {
  usage "storage_tb" {
    unit        = "TB"
    description = "data and snapshots stored"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it is not paused, where that is not all 730"
  }

  let {
    size  = lower(self.sku_name)
    hours = coalesce(usage.monthly_hrs, hours)
    geo   = coalesce(self.geo_backup_policy_enabled, true) && lower(coalesce(self.storage_account_type, "GRS")) == "grs"
  }

  cost "data warehouse units" {
    quantity = let.hours
    unit     = "hour"
    price    = "azure-synapse-analytics/azure-synapse-analytics-dedicated-sql-pool/${let.size}/100-dwus"
  }

  cost "storage" {
    quantity = usage.storage_tb
    unit     = "TB-month"
    price    = "azure-synapse-analytics/azure-synapse-analytics-sql-storage/standard-lrs/standard-lrs-data-stored"
  }

  cost "geo-redundant disaster recovery" {
    when     = let.geo
    quantity = usage.storage_tb * 1000
    unit     = "GB-month"
    price    = "azure-synapse-analytics/azure-synapse-analytics-sql-disaster-recovery-storage/standard-ra-grs/standard-ra-grs-data-stored"
  }

  uses "units" { gap = "a data warehouse unit is no amount of hardware" }

  uses "storage" {
    storage   = "sql-database"
    gigabytes = usage.storage_tb * 1000 * (let.geo ? 2 : 1)
  }

  example "DW200c with two terabytes" {
    given   = { sku_name = "DW200c", create_mode = "Default" }
    usage   = { storage_tb = 2 }
    want    = { "data warehouse units" = 730, storage = 2, "geo-redundant disaster recovery" = 2000 }
    status  = "priced"
    monthly = "2363.00" # 2204.60 + 46.00 + 112.40
    prices = {
      "azure-synapse-analytics/azure-synapse-analytics-dedicated-sql-pool/dw200c/100-dwus"                                        = 3.02
      "azure-synapse-analytics/azure-synapse-analytics-sql-storage/standard-lrs/standard-lrs-data-stored"                         = 23
      "azure-synapse-analytics/azure-synapse-analytics-sql-disaster-recovery-storage/standard-ra-grs/standard-ra-grs-data-stored" = 0.0562
    }
    source = "azure.microsoft.com/pricing/details/synapse-analytics, West Europe, 2026-08"
  }

  example "paused at night, no backup elsewhere" {
    given  = { sku_name = "DW1000c", geo_backup_policy_enabled = false, storage_account_type = "LRS" }
    usage  = { monthly_hrs = 250 }
    want   = { "data warehouse units" = 250 }
    unused = ["storage"]
  }

  example "size known only after apply" {
    given  = { sku_name = unknown, geo_backup_policy_enabled = false }
    want   = {}
    gaps   = ["data warehouse units"]
    unused = ["storage"]
    status = "gap"
  }
}
