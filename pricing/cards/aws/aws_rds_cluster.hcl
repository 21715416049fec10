# An RDS cluster, which is one of three things.
#
# Aurora: storage, I/O, backups and backtrack by use; its machines are
# aws_rds_cluster_instance. I/O-optimised storage (aurora-iopt1) is dearer by
# the GB, and its I/O is free. Aurora serverless v1 bills its capacity here, by
# ACU-hour. A Multi-AZ DB cluster (db_cluster_instance_class) has three machines
# of MySQL or PostgreSQL with storage of their own; the prices of the catalogue
# are for all three. Writes replicated by a global database are not counted.
resource "aws_rds_cluster" {
  assume "engine_mode" {
    value = "provisioned"
    why   = "provisioned, the default"
  }
  assume "engine_version" {
    why = "not configured: a version in standard support"
  }
  assume "engine_lifecycle_support" {
    value = "open-source-rds-extended-support"
    why   = "extended support is on, the default"
  }
  assume "storage_type" {
    why = "the default: aurora, or io1 of a Multi-AZ DB cluster"
  }
  assume "iops" {
    why = "what the kind of storage includes"
  }
  assume "backup_retention_period" {
    value = 1
    why   = "one day, the default"
  }
  assume "performance_insights_enabled" {
    value = false
    why   = "off, the default"
  }
  assume "performance_insights_retention_period" {
    value = 7
    why   = "7 days, the default"
  }
  assume "database_insights_mode" {
    value = "standard"
    why   = "standard mode, the default"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "storage_gb" {
    unit        = "GB"
    description = "data stored, which Aurora bills as it grows"
  }
  usage "write_requests_per_sec" {
    unit        = "requests a second"
    description = "writes to storage, billed where it is not I/O-optimised"
  }
  usage "read_requests_per_sec" {
    unit        = "requests a second"
    description = "reads from storage, billed where it is not I/O-optimised"
  }
  usage "backup_snapshot_size_gb" {
    unit        = "GB"
    description = "backup of one day; the first day of retention is free"
  }
  usage "additional_backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups of a Multi-AZ DB cluster beyond its own size, which are free"
  }
  usage "average_statements_per_hr" {
    unit        = "statements"
    description = "statements an hour that change something, for backtrack"
  }
  usage "change_records_per_statement" {
    unit        = "records"
    description = "change records a statement makes, for backtrack"
  }
  usage "snapshot_export_size_gb" {
    unit        = "GB"
    default     = null
    description = "snapshots exported to S3 in a month"
  }
  usage "capacity_units_per_hr" {
    unit        = "ACU"
    default     = null
    description = "capacity units of a serverless v1 cluster, on average of all hours"
  }
  usage "monthly_additional_performance_insights_requests" {
    unit        = "requests"
    default     = null
    description = "API requests of Performance Insights above the free million"
  }

  let {
    engine     = lower(self.engine) == "aurora" ? "aurora-mysql" : lower(self.engine)
    aurora     = startswith(let.engine, "aurora")
    serverless = let.aurora && lower(coalesce(self.engine_mode, "provisioned")) == "serverless"
    hours      = coalesce(usage.monthly_hrs, hours)

    # Aurora
    mode     = coalesce(self.storage_type, "aurora") == "aurora-iopt1" ? "io-optimized" : "standard"
    requests = usage.write_requests_per_sec + usage.read_requests_per_sec
    window   = coalesce(self.backtrack_window, 0) / 3600
    days     = coalesce(self.backup_retention_period, 1)

    # Serverless v1: what is sure to run is its minimum, unless it may pause.
    min   = get(self.scaling_configuration, "min_capacity", let.engine == "aurora-postgresql" ? 2 : 1)
    max   = get(self.scaling_configuration, "max_capacity", 16)
    pause = get(self.scaling_configuration, "auto_pause", true)
    units = usage.capacity_units_per_hr == null ? (let.pause ? null : let.min) : usage.capacity_units_per_hr

    # Multi-AZ DB cluster
    class    = lower(coalesce(self.db_cluster_instance_class, ""))
    trio     = !let.aurora && let.class != ""
    kind     = lower(coalesce(self.storage_type, "io1"))
    size     = self.allocated_storage
    striped  = let.size >= 400
    iops     = coalesce(self.iops, 0)
    extra    = let.iops == 0 || !let.trio ? 0 : (let.kind == "gp3" ? max(0, let.iops - (let.striped ? 12000 : 3000)) : let.iops)
    vcpu     = let.trio ? machine(let.class).vcpu : 0
    insights = let.trio && coalesce(self.performance_insights_enabled, false)
  }

  cost "storage" {
    when     = let.aurora
    quantity = usage.storage_gb
    unit     = "GB-month"
    price    = "rds/aurora/storage/${let.mode}"
  }

  cost "I/O requests" {
    when     = let.aurora && let.mode == "standard"
    quantity = let.requests * let.hours * 3600 / 1000000
    unit     = "1M-requests"
    price    = "rds/aurora/io-requests"
  }

  cost "backup storage" {
    when     = let.aurora && let.days > 1
    quantity = usage.backup_snapshot_size_gb * (let.days - 1)
    unit     = "GB-month"
    price    = "rds/aurora/backup-storage"
  }

  # A price for a million change records held for an hour.
  cost "backtrack" {
    when     = let.aurora && let.window > 0
    quantity = usage.average_statements_per_hr * usage.change_records_per_statement * let.window * let.hours / 1000000
    unit     = "1M-change-records"
    price    = "rds/aurora/backtrack"
  }

  cost "snapshot export" {
    when     = usage.snapshot_export_size_gb != null
    quantity = usage.snapshot_export_size_gb
    unit     = "GB"
    price    = "rds/snapshot-export"
  }

  cost "serverless capacity" {
    when     = let.serverless
    quantity = let.units == null ? null : let.units * let.hours
    low      = (usage.capacity_units_per_hr == null ? let.min : usage.capacity_units_per_hr) * let.hours
    high     = (usage.capacity_units_per_hr == null ? let.max : usage.capacity_units_per_hr) * let.hours
    unit     = "ACU-hour"
    price    = "rds/aurora/serverless-v1/${trimprefix(let.engine, "aurora-")}"
  }

  cost "machines" {
    when     = let.trio
    quantity = let.hours
    unit     = "hour"
    price    = "rds/${let.class}/${let.engine}/multi-az-cluster"
  }

  cost "cluster storage" {
    when     = let.trio
    quantity = let.size
    unit     = "GB-month"
    price    = "rds/storage/${let.kind}/multi-az-cluster"
  }

  cost "provisioned iops" {
    when     = let.extra > 0
    quantity = let.extra
    unit     = "IOPS-month"
    price    = "rds/iops/${let.kind}/multi-az-cluster"
  }

  cost "additional backup" {
    when     = let.trio && (let.days > 1 || usage.additional_backup_storage_gb != null)
    quantity = usage.additional_backup_storage_gb
    unit     = "GB-month"
    price    = "rds/backup-storage"
  }

  # Of Aurora the machines pay these.
  part "extended support" {
    card = "aws_rds_extended_support"
    given = {
      engine     = let.trio ? let.engine : "none"
      version    = let.trio ? self.engine_version : null
      lifecycle  = let.trio ? self.engine_lifecycle_support : null
      vcpu_hours = let.vcpu * 3 * let.hours
    }
  }

  part "insights" {
    card = "aws_rds_insights"
    given = {
      enabled   = let.insights
      retention = let.insights ? self.performance_insights_retention_period : 7
      mode      = let.trio ? self.database_insights_mode : "standard"
      size      = let.vcpu * 3
    }
    usage = { monthly_additional_performance_insights_requests = usage.monthly_additional_performance_insights_requests }
  }

  uses "storage" {
    when      = let.aurora
    storage   = "rds"
    selector  = "aurora"
    gigabytes = usage.storage_gb
  }

  # Four ACU count as a vCPU, as in the prices of Performance Insights.
  uses "serverless capacity" {
    when       = let.serverless && let.units != null
    vcpu       = 0.25
    memory_gib = 2
    count      = let.units
    low        = usage.capacity_units_per_hr == null ? let.min : usage.capacity_units_per_hr
    high       = usage.capacity_units_per_hr == null ? let.max : usage.capacity_units_per_hr
  }
  uses "paused capacity" {
    when = let.serverless && let.units == null
    gap  = "a serverless cluster that may pause has no sure capacity: set capacity_units_per_hr"
  }

  uses "machines" {
    when    = let.trio
    machine = let.class
    count   = 3
  }
  uses "cluster storage" {
    when      = let.trio
    storage   = "rds"
    selector  = "single-az"
    gigabytes = let.size * 3
  }

  example "Aurora, all of it by use" {
    given   = { engine = "aurora-postgresql", engine_mode = "provisioned", engine_version = "16.4", storage_type = "", backup_retention_period = 7 }
    usage   = { storage_gb = 200, write_requests_per_sec = 10, read_requests_per_sec = 90, backup_snapshot_size_gb = 200 }
    want    = { storage = 200, "I/O requests" = 262.8, "backup storage" = 1200 }
    monthly = "97.76"
    prices  = { "rds/aurora/storage/standard" = 0.1, "rds/aurora/io-requests" = 0.2, "rds/aurora/backup-storage" = 0.021 }
    source  = "aws.amazon.com/rds/aurora/pricing, us-east-1, 2025-06"
  }

  example "as a plan shows it: defaults known only after apply" {
    given = {
      engine                                = "aurora-postgresql"
      engine_mode                           = "provisioned"
      engine_version                        = unknown
      engine_lifecycle_support              = unknown
      storage_type                          = unknown
      allocated_storage                     = unknown
      backup_retention_period               = unknown
      performance_insights_retention_period = unknown
      database_insights_mode                = unknown
      scaling_configuration                 = []
    }
    omitted = ["engine_version", "engine_lifecycle_support", "storage_type", "backup_retention_period", "performance_insights_retention_period", "database_insights_mode"]
    want    = {}
    unused  = ["storage", "I/O requests"]
    status  = "usage"
  }

  example "kind of storage known only after apply" {
    given  = { engine = "aurora-mysql", storage_type = unknown }
    usage  = { storage_gb = 100 }
    want   = {}
    gaps   = ["storage", "I/O requests"]
    status = "gap"
  }

  example "I/O-optimised" {
    given  = { engine = "aurora-mysql", storage_type = "aurora-iopt1" }
    usage  = { storage_gb = 200, write_requests_per_sec = 10, read_requests_per_sec = 90 }
    want   = { storage = 200 }
    prices = { "rds/aurora/storage/io-optimized" = 0.225 }
  }

  example "backtrack of a day, and an export" {
    given = { engine = "aurora-mysql", backtrack_window = 86400 }
    usage = { storage_gb = 0, write_requests_per_sec = 0, read_requests_per_sec = 0, average_statements_per_hr = 10000, change_records_per_statement = 2, snapshot_export_size_gb = 50 }
    want  = { storage = 0, "I/O requests" = 0, backtrack = 350.4, "snapshot export" = 50 }
  }

  example "serverless v1 that never pauses" {
    given   = { engine = "aurora-mysql", engine_mode = "serverless", scaling_configuration = [{ auto_pause = false, min_capacity = 2, max_capacity = 8 }] }
    usage   = { storage_gb = 10, write_requests_per_sec = 0, read_requests_per_sec = 0 }
    want    = { storage = 10, "I/O requests" = 0, "serverless capacity" = 1460 }
    monthly = "88.60"
    prices  = { "rds/aurora/storage/standard" = 0.1, "rds/aurora/io-requests" = 0.2, "rds/aurora/serverless-v1/mysql" = 0.06 }
    source  = "aws.amazon.com/rds/aurora/pricing, us-east-1, 2025-06"
  }

  example "serverless v1 that may pause" {
    given  = { engine = "aurora-postgresql", engine_mode = "serverless", scaling_configuration = [] }
    want   = {}
    unused = ["storage", "I/O requests", "serverless capacity"]
  }

  example "three machines of PostgreSQL" {
    given = {
      engine                    = "postgres"
      engine_version            = "16.4"
      db_cluster_instance_class = "db.r6gd.large"
      storage_type              = "io1"
      allocated_storage         = 100
      iops                      = 1000
      backup_retention_period   = 0
    }
    want    = { machines = 730, "cluster storage" = 100, "provisioned iops" = 1000 }
    monthly = "864.56"
    prices = {
      "rds/db.r6gd.large/postgres/multi-az-cluster" = 0.722
      "rds/storage/io1/multi-az-cluster"            = 0.375
      "rds/iops/io1/multi-az-cluster"               = 0.3
    }
    source = "aws.amazon.com/rds/postgresql/pricing, us-east-1, 2025-06"
  }

  example "three machines past standard support, watched for long" {
    given = {
      engine                                = "mysql"
      engine_version                        = "8.0.39"
      db_cluster_instance_class             = "db.r6gd.large"
      storage_type                          = "io1"
      allocated_storage                     = 100
      iops                                  = 1000
      performance_insights_enabled          = true
      performance_insights_retention_period = 93
      backup_retention_period               = 7
    }
    unused = ["additional backup"]
    want = {
      machines                   = 730
      "cluster storage"          = 100
      "provisioned iops"         = 1000
      "extended support: vCPU"   = 4380
      "insights: first month"    = 6
      "insights: further months" = 12
    }
  }
}
