# A database of Azure SQL. By vCore (GP, BC and HS): vCore-hours of the tier and
# hardware, the SQL Server licence apart (none with BasePrice, none for
# Hyperscale, none for a standby), storage as large as allowed and 30 % of it
# again for the log. Serverless (GP_S, HS_S): vCore-hours really used, licence
# included; one that never pauses is billed for its least vCores at least. By DTU: days of the size, and data above what it includes.
# Hyperscale bills the storage really used and a read replica like the primary.
# Zone redundancy costs more for General Purpose only. Backups are billed beyond
# what is included, by where they are kept.
#
# In an elastic pool the pool is billed and the database costs nothing; the
# server is free. Without sku_name the size depends on the server. The licence
# is software with one price everywhere; the catalogue holds it under West Europe.
resource "azurerm_mssql_database" {
  assume "license_type" {
    value = "LicenseIncluded"
    why   = "LicenseIncluded, the default of the API"
  }
  assume "zone_redundant" {
    value = false
    why   = "not zone-redundant, the default of the API"
  }
  assume "read_replica_count" {
    value = 0
    why   = "no read replica, the default of the API"
  }
  assume "auto_pause_delay_in_minutes" {
    value = 60
    why   = "pauses after an hour, the default of the API"
  }
  assume "min_capacity" {
    why = "not configured: what is billed at least is not known"
  }
  assume "max_size_gb" {
    why = "by vCore 32 GB, by DTU what the size includes: the defaults of the API"
  }
  assume "long_term_retention_policy" {
    why = "no long-term retention"
  }
  assume "secondary_type" {
    why = "no standby"
  }

  ref "pool" {
    path  = "elastic_pool_id"
    types = ["azurerm_mssql_elasticpool"]
  }

  usage "monthly_vcore_hours" {
    unit        = "vCore-hours"
    default     = null
    description = "vCore-hours a month that a serverless database is billed for"
  }
  usage "extra_data_storage_gb" {
    unit        = "GB"
    default     = null
    description = "data beyond what a DTU size includes, where max_size_gb does not say"
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
    pooled = refs.pool != null || self.elastic_pool_id != null || lower(coalesce(self.sku_name, "")) == "elasticpool"
    words  = split("_", lower(self.sku_name))
    tier   = let.words[0]
    vcore  = !let.pooled && contains(["gp", "bc", "hs"], let.tier)
    dtu    = !let.pooled && length(regexall("^(basic|s[0-9]+|p[0-9]+)$", let.tier)) > 0
    other  = !let.pooled && !let.vcore && !let.dtu

    serverless  = let.vcore && length(let.words) == 4
    provisioned = let.vcore && !let.serverless
    hyperscale  = let.tier == "hs"
    family      = element(let.words, length(let.words) - 2)
    vcores      = tonumber(element(let.words, length(let.words) - 1))
    product = lookup({
      gp_gen4   = "single-elastic-pool-general-purpose-compute-gen4"
      gp_gen5   = "single-elastic-pool-general-purpose-compute-gen5"
      gp_fsv2   = "single-elastic-pool-general-purpose-compute-fsv2-series"
      gp_dc     = "single-elastic-pool-general-purpose-compute-dc-series"
      bc_gen4   = "single-elastic-pool-business-critical-compute-gen4"
      bc_gen5   = "single-elastic-pool-business-critical-compute-gen5"
      bc_dc     = "single-elastic-pool-business-critical-compute-dc-series"
      bc_m      = "single-elastic-pool-business-critical-compute-m-series"
      hs_gen4   = "singledb-hyperscale-compute-gen4"
      hs_gen5   = "singledb-elastic-pool-hyperscale-compute-gen5"
      hs_dc     = "single-elastic-pool-hyperscale-compute-dc-series"
      hs_prms   = "single-elastic-pool-hyperscale-premium-series-compute"
      hs_moprms = "single-elastic-pool-hyperscale-premium-series-memory-optimized-compute"
    }, "${let.tier}_${let.family}", "")
    by_use = lookup({
      gp_gen5 = "general-purpose-serverless-compute-gen5/1-vcore/vcore"
      gp_gen4 = "single-general-purpose-serverless-compute-gen4/1-vcore/vcore"
      gp_dc   = "single-general-purpose-serverless-compute-dc-series/1-vcore/vcore"
      hs_gen5 = "hyperscale-serverless-compute-gen5/1-vcore/1-vcore"
    }, "${let.tier}_${let.family}", "")
    # GiB of memory that go with a vCore.
    memory = lookup({ gen4 = 7, gen5 = 5.1, fsv2 = 1.9, dc = 4.5, m = 29.4, prms = 5.2, moprms = 10.4 }, let.family, 5.1)

    # Serverless databases of Hyperscale never pause, others not where they are
    # told so: at least the least vCores are billed all the time.
    awake = let.serverless && usage.monthly_vcore_hours == null && self.min_capacity != null && (let.hyperscale || coalesce(self.auto_pause_delay_in_minutes, 60) == -1)

    zones    = coalesce(self.zone_redundant, false)
    replicas = let.hyperscale ? coalesce(self.read_replica_count, 0) : 0
    licensed = let.provisioned && !let.hyperscale && self.license_type != "BasePrice" && coalesce(self.secondary_type, "Geo") != "Standby"
    allowed  = coalesce(self.max_size_gb, 32)

    # Days a month, since DTUs go by the day.
    days     = hours / 24
    grade    = let.tier == "basic" ? "single-basic/b/b-dtu" : startswith(let.tier, "p") ? "single-premium/${let.tier}/${let.tier}-dtu" : "single-standard/${let.tier}/${contains(["s0", "s1", "s2", "s3"], let.tier) ? "${let.tier}-dtus" : "10-dtus"}"
    included = let.tier == "basic" ? 2 : contains(["p11", "p15"], let.tier) ? 4096 : startswith(let.tier, "p") ? 500 : 250
    extra    = coalesce(usage.extra_data_storage_gb, max(0, coalesce(self.max_size_gb, let.included) - let.included))

    copies = lookup({ geo = "ra-grs", geozone = "ra-gzrs", local = "lrs", zone = "zrs" }, lower(coalesce(self.storage_account_type, "Geo")), "")
  }

  cost "compute" {
    when     = let.provisioned
    quantity = let.vcores * hours
    unit     = "vCore-hour"
    price    = let.product == "" ? null : "sql-database/${let.product}/1-vcore/vcore"
    hint     = "this hardware is not in the catalogue"
  }

  cost "read replicas" {
    when     = let.provisioned && let.hyperscale
    quantity = let.vcores * let.replicas * hours
    unit     = "vCore-hour"
    price    = let.product == "" ? null : "sql-database/${let.product}/1-vcore/vcore"
    hint     = "this hardware is not in the catalogue"
  }

  cost "serverless compute" {
    when     = let.serverless
    name     = let.awake ? "serverless compute (never paused, at its least)" : "serverless compute"
    quantity = let.awake ? self.min_capacity * hours : usage.monthly_vcore_hours
    high     = let.awake ? let.vcores * hours : usage.monthly_vcore_hours
    unit     = "vCore-hour"
    price    = let.by_use == "" ? null : "sql-database/${let.by_use}"
    hint     = "this hardware is not in the catalogue"
  }

  cost "zone redundancy" {
    when     = let.provisioned && let.tier == "gp" && let.zones
    quantity = let.vcores * hours
    unit     = "vCore-hour"
    price    = "sql-database/${let.product}/1-vcore-zone-redundancy/zone-redundancy-vcore"
  }

  cost "serverless zone redundancy" {
    when     = let.serverless && let.tier == "gp" && let.zones
    quantity = let.awake ? self.min_capacity * hours : usage.monthly_vcore_hours
    high     = let.awake ? let.vcores * hours : usage.monthly_vcore_hours
    unit     = "vCore-hour"
    price    = "sql-database/general-purpose-serverless-compute-gen5/1-vcore-zone-redundancy/zone-redundancy-vcore"
  }

  # Recovered from a published total: the list of the service has no meter for
  # the licence of Business Critical.
  cost "SQL licence" {
    when     = let.licensed
    quantity = let.vcores * hours
    unit     = "vCore-hour"
    price    = let.tier == "bc" ? "component/azurerm_mssql_elasticpool/sql-license" : "sql-managed-instance/sql-license"
    region   = "westeurope"
  }

  cost "storage" {
    when     = let.vcore && !let.hyperscale
    quantity = let.allowed
    unit     = "GB-month"
    price    = let.tier == "bc" ? "sql-database/single-elastic-pool-business-critical-storage/business-critical/business-critical-data-stored" : let.zones ? "sql-database/single-elastic-pool-general-purpose-storage/general-purpose-zone-redundancy/general-purpose-zone-redundancy-data-stored" : "sql-database/single-elastic-pool-general-purpose-storage/general-purpose/general-purpose-data-stored"
  }

  cost "log storage" {
    when     = let.vcore && !let.hyperscale
    quantity = let.allowed * 0.3
    unit     = "GB-month"
    price    = let.tier == "bc" ? "sql-database/single-elastic-pool-business-critical-storage/business-critical/business-critical-data-stored" : let.zones ? "sql-database/single-elastic-pool-general-purpose-storage/general-purpose-zone-redundancy/general-purpose-zone-redundancy-data-stored" : "sql-database/single-elastic-pool-general-purpose-storage/general-purpose/general-purpose-data-stored"
  }

  cost "used storage" {
    when     = let.vcore && let.hyperscale
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "sql-database/hyperscale-storage/hyperscale/hyperscale-data-stored"
  }

  cost "DTUs" {
    when     = let.dtu
    quantity = let.days
    unit     = "day"
    price    = "sql-database/${let.grade}"
  }

  cost "extra data storage" {
    when     = let.dtu && let.tier != "basic"
    quantity = let.extra
    unit     = "GB-month"
    price    = startswith(let.tier, "p") ? "sql-database/premium-storage/premium/data-stored" : "sql-database/standard-storage/standard/data-stored"
  }

  cost "compute of another kind" {
    when     = let.other
    quantity = hours
    unit     = "hour"
    price    = null
    hint     = "this size (a data warehouse or a free database) is not in the catalogue"
  }

  cost "backup storage" {
    when     = !let.pooled
    quantity = usage.backup_storage_gb
    unit     = "GB-month"
    price    = let.hyperscale ? "sql-database/singledb-hyperscale-storage/backup-${let.copies}/backup-${let.copies}-data-stored" : "sql-database/single-elastic-pool-pitr-backup-storage/backup-${let.copies}/${let.copies}-data-stored"
  }

  cost "long-term retention" {
    when     = length(self.long_term_retention_policy) > 0 || usage.long_term_retention_storage_gb != null
    quantity = usage.long_term_retention_storage_gb
    unit     = "GB-month"
    price    = "sql-database/-ltr-backup-storage/backup-${let.copies}/backup-${let.copies}-data-stored"
  }

  # Business Critical runs on four machines, of which the list price is one.
  uses "compute" {
    when       = let.provisioned
    vcpu       = let.vcores
    memory_gib = let.vcores * let.memory
    count      = let.tier == "bc" ? 4 : 1 + let.replicas
  }

  uses "serverless compute" {
    when       = let.serverless && (let.awake || usage.monthly_vcore_hours != null)
    vcpu       = 1
    memory_gib = 3
    vcpu_hours = let.awake ? self.min_capacity * hours : usage.monthly_vcore_hours
  }

  uses "serverless compute as needed" {
    when = let.serverless && !let.awake && usage.monthly_vcore_hours == null
    gap  = "no use given: set monthly_vcore_hours"
  }

  uses "storage" {
    when      = let.vcore && !let.hyperscale
    storage   = "sql-database"
    gigabytes = let.allowed * 1.3
  }

  uses "used storage" {
    when      = let.vcore && let.hyperscale
    storage   = "sql-database"
    gigabytes = usage.storage_gb
  }

  uses "DTUs" {
    when = let.dtu
    gap  = "a DTU is no amount of hardware"
  }

  example "General Purpose, four vCores, licence included" {
    given   = { sku_name = "GP_Gen5_4", max_size_gb = 100, license_type = unknown, zone_redundant = unknown, read_replica_count = unknown, secondary_type = unknown, elastic_pool_id = null }
    omitted = ["license_type", "zone_redundant", "read_replica_count", "secondary_type"]
    want    = { compute = 2920, "SQL licence" = 2920, storage = 100, "log storage" = 30 }
    unused  = ["backup storage"]
    status  = "partial"
    monthly = "798.6131"
    prices = {
      "sql-database/single-elastic-pool-general-purpose-compute-gen5/1-vcore/vcore"                          = 0.167439
      "sql-managed-instance/sql-license"                                                                     = 0.099966
      "sql-database/single-elastic-pool-general-purpose-storage/general-purpose/general-purpose-data-stored" = 0.13685
    }
    source = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08; licence 2024-07"
  }

  example "licence brought along, backups in three zones" {
    given   = { sku_name = "GP_Gen5_4", max_size_gb = 100, license_type = "BasePrice", storage_account_type = "Zone" }
    usage   = { backup_storage_gb = 50, long_term_retention_storage_gb = 200 }
    want    = { compute = 2920, storage = 100, "log storage" = 30, "backup storage" = 50, "long-term retention" = 200 }
    status  = "priced"
    monthly = "518.62238"
    prices = {
      "sql-database/single-elastic-pool-general-purpose-compute-gen5/1-vcore/vcore"                          = 0.167439
      "sql-database/single-elastic-pool-general-purpose-storage/general-purpose/general-purpose-data-stored" = 0.13685
      "sql-database/single-elastic-pool-pitr-backup-storage/backup-zrs/zrs-data-stored"                      = 0.119
      "sql-database/-ltr-backup-storage/backup-zrs/backup-zrs-data-stored"                                   = 0.0298
    }
    source = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08"
  }

  example "General Purpose in three zones" {
    given   = { sku_name = "GP_Gen5_2", zone_redundant = true, license_type = "BasePrice", max_size_gb = unknown }
    omitted = ["max_size_gb"]
    want    = { compute = 1460, "zone redundancy" = 1460, storage = 32, "log storage" = 9.6 }
    unused  = ["backup storage"]
    prices = {
      "sql-database/single-elastic-pool-general-purpose-compute-gen5/1-vcore-zone-redundancy/zone-redundancy-vcore"                          = 0.100463
      "sql-database/single-elastic-pool-general-purpose-storage/general-purpose-zone-redundancy/general-purpose-zone-redundancy-data-stored" = 0.274
    }
  }

  example "Business Critical: zones at no charge" {
    given   = { sku_name = "BC_Gen5_2", max_size_gb = 50, zone_redundant = true }
    want    = { compute = 1460, "SQL licence" = 1460, storage = 50, "log storage" = 15 }
    unused  = ["backup storage"]
    monthly = "1055.76084"
    prices = {
      "sql-database/single-elastic-pool-business-critical-compute-gen5/1-vcore/vcore"                              = 0.334879
      "component/azurerm_mssql_elasticpool/sql-license"                                                            = 0.375
      "sql-database/single-elastic-pool-business-critical-storage/business-critical/business-critical-data-stored" = 0.2975
    }
    source = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08; licence 2025-07"
  }

  example "serverless without use" {
    given  = { sku_name = "GP_S_Gen5_2", max_size_gb = 32, min_capacity = 0.5 }
    want   = { storage = 32, "log storage" = 9.6 }
    unused = ["serverless compute", "backup storage"]
    status = "partial"
  }

  example "serverless that never pauses" {
    given   = { sku_name = "GP_S_Gen5_4", max_size_gb = 32, min_capacity = 0.5, auto_pause_delay_in_minutes = -1 }
    want    = { "serverless compute (never paused, at its least)" = 365, storage = 32, "log storage" = 9.6 }
    unused  = ["backup storage"]
    monthly = "215.17887" # 365 x 0.573934 + 41.6 x 0.13685
    prices = {
      "sql-database/general-purpose-serverless-compute-gen5/1-vcore/vcore"                                   = 0.573934
      "sql-database/single-elastic-pool-general-purpose-storage/general-purpose/general-purpose-data-stored" = 0.13685
    }
    source = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08"
  }

  example "serverless Hyperscale never pauses" {
    given   = { sku_name = "HS_S_Gen5_4", min_capacity = 1, auto_pause_delay_in_minutes = unknown }
    omitted = ["auto_pause_delay_in_minutes"]
    want    = { "serverless compute (never paused, at its least)" = 730 }
    unused  = ["used storage", "backup storage"]
  }

  example "serverless, 300 vCore-hours" {
    given   = { sku_name = "GP_S_Gen5_2", max_size_gb = 32 }
    usage   = { monthly_vcore_hours = 300, backup_storage_gb = 0, long_term_retention_storage_gb = 0 }
    want    = { "serverless compute" = 300, storage = 32, "log storage" = 9.6, "backup storage" = 0, "long-term retention" = 0 }
    monthly = "177.87316"
    prices = {
      "sql-database/general-purpose-serverless-compute-gen5/1-vcore/vcore"                                   = 0.573934
      "sql-database/single-elastic-pool-general-purpose-storage/general-purpose/general-purpose-data-stored" = 0.13685
      "sql-database/single-elastic-pool-pitr-backup-storage/backup-ra-grs/ra-grs-data-stored"                = 0.238
      "sql-database/-ltr-backup-storage/backup-ra-grs/backup-ra-grs-data-stored"                             = 0.0595
    }
    source = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08"
  }

  example "Hyperscale with a replica" {
    given   = { sku_name = "HS_Gen5_4", read_replica_count = 1 }
    usage   = { storage_gb = 200 }
    want    = { compute = 2920, "read replicas" = 2920, "used storage" = 200 }
    unused  = ["backup storage"]
    monthly = "1233.75264"
    prices = {
      "sql-database/singledb-elastic-pool-hyperscale-compute-gen5/1-vcore/vcore" = 0.200926
      "sql-database/hyperscale-storage/hyperscale/hyperscale-data-stored"        = 0.301724
    }
    source = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08"
  }

  example "DTUs, 250 GB more than included" {
    given   = { sku_name = "S3", max_size_gb = 500 }
    want    = { DTUs = 30.416666666667, "extra data storage" = 250 }
    unused  = ["backup storage"]
    monthly = "202.4271250000016129"
    prices  = { "sql-database/single-standard/s3/s3-dtus" = 4.8387, "sql-database/standard-storage/standard/data-stored" = 0.221 }
    source  = "azure.microsoft.com/pricing/details/azure-sql-database/single, West Europe, 2026-08; 730 / 24 days"
  }

  example "Basic and large Standard and Premium sizes" {
    given  = { sku_name = "Basic", max_size_gb = 2 }
    want   = { DTUs = 30.416666666667 }
    unused = ["backup storage"]
    prices = { "sql-database/single-basic/b/b-dtu" = 0.161 }
  }

  example "Standard above S3 has a meter of another name" {
    given  = { sku_name = "S4" }
    want   = { DTUs = 30.416666666667 }
    unused = ["backup storage"]
    prices = { "sql-database/single-standard/s4/10-dtus" = 9.678 }
  }

  example "in a pool of the plan" {
    given   = { elastic_pool_id = unknown, sku_name = unknown, max_size_gb = unknown, license_type = unknown, zone_redundant = unknown }
    omitted = ["max_size_gb", "license_type", "zone_redundant"]
    refs    = { pool = { sku = [{ name = "GP_Gen5" }] } }
    want    = {}
    status  = "free"
  }

  example "size left to the server" {
    given  = { sku_name = unknown, elastic_pool_id = null }
    want   = {}
    gaps   = ["compute", "read replicas", "serverless compute", "SQL licence", "storage", "log storage", "used storage", "DTUs", "extra data storage", "compute of another kind", "backup storage"]
    status = "gap"
  }

  example "long-term retention without use" {
    given  = { sku_name = "S0", long_term_retention_policy = [{ weekly_retention = "P4W" }] }
    want   = { DTUs = 30.416666666667 }
    unused = ["backup storage", "long-term retention"]
  }

  example "a data warehouse" {
    given  = { sku_name = "DW100c" }
    want   = {}
    gaps   = ["compute of another kind"]
    unused = ["backup storage"]
  }
}
