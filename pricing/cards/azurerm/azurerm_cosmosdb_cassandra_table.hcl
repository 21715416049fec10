# A table of Cosmos DB (Cassandra), billed as azurerm_cosmosdb_sql_container says.
resource "azurerm_cosmosdb_cassandra_table" {
  assume "throughput" {
    why = "shared with the keyspace where that has throughput, else 400 RU/s"
  }

  ref "keyspace" {
    path  = "cassandra_keyspace_id"
    types = ["azurerm_cosmosdb_cassandra_keyspace"]
    assume "throughput" {
      why = "no throughput of its own"
    }
  }
  ref "account" {
    of    = "keyspace"
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
    description = "request units a month of a serverless table"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data and indexes stored"
  }
  usage "analytical_storage_gb" {
    unit        = "GB"
    description = "data in the analytical store"
  }
  usage "monthly_analytical_storage_write_operations" {
    unit        = "operations"
    description = "writes a month to the analytical store"
  }
  usage "monthly_analytical_storage_read_operations" {
    unit        = "operations"
    description = "reads a month from the analytical store"
  }
  usage "monthly_restored_data_gb" {
    unit        = "GB"
    description = "data restored a month from continuous backup"
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
    database = refs.keyspace == null ? null : {
      throughput         = get(refs.keyspace, "throughput")
      autoscale_settings = get(refs.keyspace, "autoscale_settings")
    }
  }

  part "" {
    card = "azurerm_cosmosdb_sql_container"
    given = {
      account_name           = let.account
      database_name          = let.database
      throughput             = self.throughput
      autoscale_settings     = self.autoscale_settings
      analytical_storage_ttl = self.analytical_storage_ttl
    }
    usage = {
      max_request_units_utilization_percentage    = usage.max_request_units_utilization_percentage
      monthly_serverless_request_units            = usage.monthly_serverless_request_units
      storage_gb                                  = usage.storage_gb
      analytical_storage_gb                       = usage.analytical_storage_gb
      monthly_analytical_storage_write_operations = usage.monthly_analytical_storage_write_operations
      monthly_analytical_storage_read_operations  = usage.monthly_analytical_storage_read_operations
      monthly_restored_data_gb                    = usage.monthly_restored_data_gb
    }
  }

  example "1,000 RU/s and 50 GB" {
    given   = { throughput = 1000 }
    refs    = { keyspace = {}, account = { geo_location = [{ location = "westeurope" }] } }
    usage   = { storage_gb = 50 }
    want    = { "throughput westeurope" = 7300, "storage westeurope" = 50 }
    status  = "priced"
    monthly = "70.90"
    prices  = { "cosmos-db/rus-100-ru-s" = 0.008, "cosmos-db/rus-data-stored" = 0.25 }
    source  = "azure.microsoft.com/pricing/details/cosmos-db, West Europe, 2026-08"
  }

  example "throughput of the keyspace" {
    given   = { throughput = unknown }
    omitted = ["throughput"]
    refs    = { account = { geo_location = [{ location = "westeurope" }] }, keyspace = { throughput = 400 } }
    want    = {}
    unused  = ["storage westeurope"]
    status  = "usage"
  }

  example "serverless, continuous backup" {
    given   = { throughput = unknown }
    omitted = ["throughput", "account.backup.tier"]
    refs    = { keyspace = {}, account = { geo_location = [{ location = "westeurope" }], capabilities = [{ name = "EnableServerless" }], backup = [{ type = "Continuous", tier = unknown }] } }
    usage   = { monthly_serverless_request_units = 3000000, storage_gb = 10, monthly_restored_data_gb = 0 }
    want    = { "request units" = 3, "storage westeurope" = 10, "continuous backup westeurope" = 10, "restored data" = 0 }
  }

  example "throughput known only after apply" {
    given  = { throughput = unknown }
    refs   = { keyspace = {}, account = { geo_location = [{ location = "westeurope" }] } }
    want   = {}
    unused = ["storage westeurope"]
    gaps   = ["throughput westeurope"]
    status = "gap"
  }
}
