# A database of Cosmos DB (SQL): the throughput its containers
# share, by the hour in every region of the account; none where none is set.
# Storage and requests are billed with the containers, but may be told here for
# those that the application makes. azurerm_cosmosdb_sql_container says how.
resource "azurerm_cosmosdb_sql_database" {
  assume "throughput" {
    why = "no throughput of its own"
  }

  ref "account" {
    path  = "account_name"
    types = ["azurerm_cosmosdb_account"]
    assume "capabilities" {
      why = "no capability: not serverless"
    }
    assume "backup" {
      why = "periodic, two free copies"
    }
    assume "backup.tier" {
      value = "Continuous30Days"
      why   = "Continuous30Days, the provider's default"
    }
    assume "backup.interval_in_minutes" {
      value = 240
      why   = "240, the provider's default"
    }
    assume "backup.retention_in_hours" {
      value = 8
      why   = "8, the provider's default"
    }
    assume "backup.storage_redundancy" {
      value = "Geo"
      why   = "Geo, the provider's default"
    }
  }

  usage "max_request_units_utilization_percentage" {
    unit        = "percent"
    default     = null
    description = "average use of autoscaled throughput; at least 10 is billed"
  }
  usage "monthly_serverless_request_units" {
    unit        = "request units"
    default     = null
    description = "request units a month of a serverless database, where the application makes its containers"
  }
  usage "storage_gb" {
    unit        = "GB"
    default     = null
    description = "data and indexes stored, where the application makes the containers"
  }

  let {
    # The account as the container's card reads it; null where there is none.
    account = refs.account == null ? null : {
      geo_location                     = [for p in first(get(refs.account, "geo_location"), []) : { location = get(p, "location"), zone_redundant = get(p, "zone_redundant") }]
      capabilities                     = get(refs.account, "capabilities")
      multiple_write_locations_enabled = get(refs.account, "multiple_write_locations_enabled")
      enable_multiple_write_locations  = get(refs.account, "enable_multiple_write_locations")
      backup                           = get(refs.account, "backup")
    }
  }

  part "" {
    card = "azurerm_cosmosdb_sql_container"
    given = {
      account_name        = let.account
      throughput          = self.throughput
      autoscale_settings  = self.autoscale_settings
      is_database         = true
      stores              = usage.storage_gb != null
      requests            = usage.monthly_serverless_request_units != null
    }
    usage = {
      max_request_units_utilization_percentage = usage.max_request_units_utilization_percentage
      monthly_serverless_request_units         = usage.monthly_serverless_request_units
      storage_gb                               = usage.storage_gb
    }
  }

  example "400 RU/s in two regions" {
    given   = { throughput = 400 }
    refs    = { account = { geo_location = [{ location = "westeurope" }, { location = "northeurope" }] } }
    want    = { "throughput westeurope" = 2920, "throughput northeurope" = 2920 }
    status  = "priced"
    monthly = "46.72"
    prices  = { "cosmos-db/rus-100-ru-s" = 0.008 }
    source  = "azure.microsoft.com/pricing/details/cosmos-db, West Europe and North Europe, 2026-08"
  }

  example "no throughput of its own" {
    given   = { throughput = unknown }
    omitted = ["throughput", "account.capabilities"]
    refs    = { account = { geo_location = [{ location = "westeurope" }], capabilities = unknown } }
    want    = {}
    status  = "free"
  }

  example "autoscaled" {
    given = { throughput = unknown, autoscale_settings = [{ max_throughput = 1000 }] }
    refs  = { account = { geo_location = [{ location = "westeurope" }] } }
    want  = { "autoscaled throughput westeurope" = 730 }
  }

  example "serverless, told what is used" {
    given = { throughput = null }
    refs  = { account = { geo_location = [{ location = "westeurope" }], capabilities = [{ name = "EnableServerless" }] } }
    usage = { monthly_serverless_request_units = 1000000, storage_gb = 5 }
    want  = { "request units" = 1, "storage westeurope" = 5 }
  }

  example "throughput known only after apply" {
    given  = { throughput = unknown }
    refs   = { account = { geo_location = [{ location = "westeurope" }] } }
    want   = {}
    gaps   = ["throughput westeurope"]
    status = "gap"
  }
}
