# A container of Cosmos DB: throughput by the hour for each 100 RU/s, in every
# region of its account; storage in every region; and by request in a serverless
# account. With several write regions each costs twice as much. Autoscaled
# throughput costs half as much again (not with several write regions) and moves
# between a tenth of its maximum and all of it: a tenth is what is sure. In
# availability zones a region costs a quarter more, but for autoscale and several
# write regions. A container without throughput of its own shares its database's
# where that has some, and costs nothing then; else it gets 400 RU/s.
#
# Two periodic backups are free; more, and continuous backup of 30 days, are
# billed by what is stored. The free tier (1,000 RU/s and 25 GB) is the
# account's and is not taken off. An account that is not part of the input is
# taken to be in one region. The other cards of Cosmos DB are built on this one
# and hand it account and database.
resource "azurerm_cosmosdb_sql_container" {
  assume "throughput" {
    why = "shared with the database where that has throughput, else 400 RU/s"
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
  ref "database" {
    path  = "database_name"
    types = ["azurerm_cosmosdb_sql_database"]
    assume "throughput" {
      why = "no throughput of its own"
    }
  }

  usage "max_request_units_utilization_percentage" {
    unit        = "percent"
    default     = null
    description = "average use of autoscaled throughput; at least 10 is billed"
  }
  usage "monthly_serverless_request_units" {
    unit        = "request units"
    description = "request units a month of a serverless container"
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
    # The other cards hand both over in place of their names; of a name alone
    # nothing is known.
    account  = first(refs.account, self.account_name)
    database = first(refs.database, self.database_name)

    places = first(get(let.account, "geo_location"), [{ location = region, zone_redundant = false }])
    # {"westeurope" = zone_redundant}; locations may be written "West Europe".
    regions    = { for p in let.places : replace(lower(get(p, "location", region)), " ", "") => coalesce(get(p, "zone_redundant", false), false) }
    multi      = first(get(let.account, "multiple_write_locations_enabled"), get(let.account, "enable_multiple_write_locations"), false)
    serverless = contains([for c in first(get(let.account, "capabilities"), []) : get(c, "name", "")], "EnableServerless")

    # Set by the cards of databases: without throughput they have none, and data
    # and requests are their containers'.
    is_database = coalesce(self.is_database, false)
    stores      = !let.is_database || coalesce(self.stores, false)
    requests    = !let.is_database || coalesce(self.requests, false)

    max    = get(self.autoscale_settings, "max_throughput")
    scaled = length(self.autoscale_settings) > 0
    shared = get(let.database, "throughput") != null || length(get(let.database, "autoscale_settings")) > 0
    fixed  = let.serverless || let.scaled ? 0 : coalesce(self.throughput, let.shared || let.is_database ? 0 : 400)
    use    = coalesce(usage.max_request_units_utilization_percentage, 10)
    upto   = coalesce(usage.max_request_units_utilization_percentage, 100)
    key    = let.multi ? "cosmos-db/mrus-100-multi-master-ru-s" : "cosmos-db/rus-100-ru-s"

    backup     = get(let.account, "backup")
    continuous = get(let.backup, "type", "Periodic") == "Continuous" && get(let.backup, "tier", "Continuous30Days") == "Continuous30Days"
    copies     = get(let.backup, "type", "Periodic") == "Continuous" ? 0 : max(0, floor(get(let.backup, "retention_in_hours", 8) * 60 / get(let.backup, "interval_in_minutes", 240)) - 2)
    kept       = { geo = "ra-grs", local = "lrs", zone = "zrs" }[lower(get(let.backup, "storage_redundancy", "Geo"))]
    analysed   = self.analytical_storage_ttl != null
  }

  cost "throughput" {
    when     = !let.serverless && !let.scaled
    for_each = let.regions
    quantity = let.fixed / 100 * hours
    unit     = "100-RU/s-hour"
    price    = let.key
    factor   = each.value && !let.multi ? 1.25 : 1
    region   = each.key
  }

  cost "autoscaled throughput" {
    when     = let.scaled
    for_each = let.regions
    quantity = let.max / 100 * hours * max(10, let.use) / 100
    high     = let.max / 100 * hours * max(10, let.upto) / 100
    unit     = "100-RU/s-hour"
    price    = let.key
    factor   = let.multi ? 1 : 1.5
    region   = each.key
  }

  cost "request units" {
    when     = let.serverless && let.requests
    quantity = usage.monthly_serverless_request_units / 1000000
    unit     = "1M-RU"
    price    = "cosmos-db/serverless-rus-1m-rus"
  }

  cost "storage" {
    when     = let.stores
    for_each = let.regions
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = let.multi ? "cosmos-db/mrus-data-stored" : "cosmos-db/rus-data-stored"
    region   = each.key
  }

  cost "periodic backup" {
    when     = let.stores && let.copies > 0
    quantity = usage.storage_gb * let.copies
    unit     = "GB-month"
    price    = "cosmos-db/snapshot-periodic-backup-${let.kept}-periodic-backup-${let.kept}-data-stored"
  }

  cost "continuous backup" {
    when     = let.stores && let.continuous
    for_each = let.regions
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "azure-cosmos-db/azure-cosmos-db-pitr/backup/cont-30d-bckp-continuous-backup"
    region   = each.key
  }

  cost "restored data" {
    when     = let.stores && get(let.backup, "type", "Periodic") == "Continuous"
    quantity = usage.monthly_restored_data_gb
    unit     = "GB"
    price    = "azure-cosmos-db/azure-cosmos-db-pitr/backup/cont-30d-bckp-data-restore"
  }

  cost "analytical storage" {
    when     = let.analysed
    for_each = let.regions
    quantity = usage.analytical_storage_gb
    unit     = "GB-month"
    price    = "cosmos-db/analytics-storage-standard-standard-data-stored"
    region   = each.key
  }

  cost "analytical writes" {
    when     = let.analysed
    quantity = usage.monthly_analytical_storage_write_operations / 1000000
    unit     = "1M-operations"
    price    = "azure-cosmos-db/azure-cosmos-db-analytics-storage/standard/standard-write-operations"
  }

  cost "analytical reads" {
    when     = let.analysed
    quantity = usage.monthly_analytical_storage_read_operations / 1000000
    unit     = "1M-operations"
    price    = "azure-cosmos-db/azure-cosmos-db-analytics-storage/standard/standard-read-operations"
  }

  uses "throughput" {
    when = let.serverless && let.requests || let.scaled || let.fixed > 0
    gap  = "a request unit is no amount of hardware"
  }

  uses "storage" {
    when      = let.stores
    storage   = "cosmos-db"
    gigabytes = usage.storage_gb
    count     = length(let.regions)
  }

  example "1,000 RU/s in one region" {
    given   = { throughput = 1000, autoscale_settings = [] }
    refs    = { account = { geo_location = [{ location = "westeurope", zone_redundant = false }], multiple_write_locations_enabled = false } }
    usage   = { storage_gb = 50 }
    want    = { "throughput westeurope" = 7300, "storage westeurope" = 50 }
    status  = "priced"
    monthly = "70.90"
    prices  = { "cosmos-db/rus-100-ru-s" = 0.008, "cosmos-db/rus-data-stored" = 0.25 }
    source  = "azure.microsoft.com/pricing/details/cosmos-db, West Europe, 2026-08"
  }

  example "written in two regions" {
    given   = { throughput = 2000 }
    refs    = { account = { geo_location = [{ location = "West Europe", zone_redundant = true }, { location = "North Europe", zone_redundant = false }], multiple_write_locations_enabled = true } }
    want    = { "throughput westeurope" = 14600, "throughput northeurope" = 14600 }
    unused  = ["storage westeurope", "storage northeurope"]
    status  = "partial"
    monthly = "467.20"
    prices  = { "cosmos-db/mrus-100-multi-master-ru-s" = 0.016 }
    source  = "azure.microsoft.com/pricing/details/cosmos-db, West Europe and North Europe, 2026-08"
  }

  example "in availability zones, a quarter more" {
    given   = { throughput = 1000 }
    refs    = { account = { geo_location = [{ location = "westeurope", zone_redundant = true }] } }
    want    = { "throughput westeurope" = 7300 }
    unused  = ["storage westeurope"]
    monthly = "73.00"
    prices  = { "cosmos-db/rus-100-ru-s" = 0.008 }
    source  = "azure.microsoft.com/pricing/details/cosmos-db, West Europe, 2026-08"
  }

  example "autoscaled to 4,000 RU/s" {
    given   = { throughput = unknown, autoscale_settings = [{ max_throughput = 4000 }] }
    refs    = { account = { geo_location = [{ location = "westeurope", zone_redundant = true }] } }
    want    = { "autoscaled throughput westeurope" = 2920 }
    unused  = ["storage westeurope"]
    monthly = "35.04"
    prices  = { "cosmos-db/rus-100-ru-s" = 0.008 }
    source  = "azure.microsoft.com/pricing/details/cosmos-db/autoscale-provisioned, West Europe, 2026-08"
  }

  example "autoscaled, half used" {
    given  = { autoscale_settings = [{ max_throughput = 4000 }] }
    usage  = { max_request_units_utilization_percentage = 50 }
    want   = { "autoscaled throughput westeurope" = 14600 }
    unused = ["storage westeurope"]
  }

  example "throughput of the database" {
    given   = { throughput = unknown }
    omitted = ["throughput"]
    refs    = { account = { geo_location = [{ location = "westeurope" }] }, database = { throughput = 400 } }
    want    = {}
    unused  = ["storage westeurope"]
    status  = "usage"
  }

  example "no throughput anywhere: 400 RU/s" {
    given   = { throughput = unknown }
    omitted = ["throughput", "account.capabilities", "account.backup", "database.throughput"]
    refs    = { account = { geo_location = [{ location = "westeurope" }], capabilities = unknown, backup = unknown }, database = { throughput = unknown } }
    want    = { "throughput westeurope" = 2920 }
    unused  = ["storage westeurope"]
  }

  example "throughput known only after apply" {
    given  = { throughput = unknown }
    refs   = { account = { geo_location = [{ location = "westeurope" }] } }
    want   = {}
    gaps   = ["throughput westeurope"]
    unused = ["storage westeurope"]
    status = "gap"
  }

  example "an account that the input does not hold" {
    given  = { throughput = 400 }
    refs   = { account = unknown }
    want   = {}
    gaps   = ["throughput", "storage", "request units", "continuous backup", "periodic backup", "restored data"]
    status = "gap"
  }

  example "serverless" {
    given   = { throughput = unknown }
    omitted = ["throughput"]
    refs    = { account = { geo_location = [{ location = "westeurope" }], capabilities = [{ name = "EnableServerless" }] } }
    usage   = { monthly_serverless_request_units = 20000000, storage_gb = 10 }
    want    = { "request units" = 20, "storage westeurope" = 10 }
    status  = "priced"
    monthly = "8.60"
    prices  = { "cosmos-db/serverless-rus-1m-rus" = 0.305, "cosmos-db/rus-data-stored" = 0.25 }
    source  = "azure.microsoft.com/pricing/details/cosmos-db/serverless, West Europe, 2026-08"
  }

  example "hourly backups kept for a day, and an analytical store" {
    given   = { throughput = 400, analytical_storage_ttl = -1 }
    refs    = { account = { geo_location = [{ location = "westeurope" }], backup = [{ type = "Periodic", interval_in_minutes = 60, retention_in_hours = 24, storage_redundancy = "Local" }] } }
    usage   = { storage_gb = 10, analytical_storage_gb = 20 }
    want    = { "throughput westeurope" = 2920, "storage westeurope" = 10, "periodic backup" = 220, "analytical storage westeurope" = 20 }
    unused  = ["analytical writes", "analytical reads"]
    monthly = "52.00"
    prices = {
      "cosmos-db/rus-100-ru-s"                                                = 0.008
      "cosmos-db/rus-data-stored"                                             = 0.25
      "cosmos-db/snapshot-periodic-backup-lrs-periodic-backup-lrs-data-stored" = 0.117
      "cosmos-db/analytics-storage-standard-standard-data-stored"             = 0.02
    }
    source = "azure.microsoft.com/pricing/details/cosmos-db, West Europe, 2026-08"
  }

  example "continuous backup" {
    given  = { throughput = 400 }
    refs   = { account = { geo_location = [{ location = "westeurope" }], backup = [{ type = "Continuous" }] } }
    usage  = { storage_gb = 10 }
    want   = { "throughput westeurope" = 2920, "storage westeurope" = 10, "continuous backup westeurope" = 10 }
    unused = ["restored data"]
  }
}
