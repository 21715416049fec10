# An RDS database: hours of its class by engine, licence and deployment, its
# storage with the IOPS and throughput bought above what it includes, backups
# beyond its own size, extended support of old versions, long retention of
# Performance Insights and CPU credits.
#
# A Multi-AZ instance pays compute and storage for both machines; the prices of
# the catalogue are for the pair. General purpose storage of the third
# generation includes more IOPS and throughput from 400 GB on (Oracle: 200 GB;
# SQL Server: never). A read replica has its source's engine, version and
# storage. One that is reachable from outside has a public IPv4 address. What
# max_allocated_storage may grow to, enhanced monitoring (logs) and snapshots of
# its own are not counted. Aurora belongs to aws_rds_cluster.
resource "aws_db_instance" {
  assume "multi_az" {
    value = false
    why   = "one zone, the default"
  }
  assume "storage_type" {
    why = "io1 with iops, else gp2 (gp3 costs the same); a replica has its source's"
  }
  assume "iops" {
    why = "what the kind of storage includes"
  }
  assume "storage_throughput" {
    why = "what the kind of storage includes"
  }
  assume "engine_version" {
    why = "not configured: a version in standard support; a replica has its source's"
  }
  assume "engine_lifecycle_support" {
    value = "open-source-rds-extended-support"
    why   = "extended support is on, the default"
  }
  assume "backup_retention_period" {
    value = 0
    why   = "no automated backups, the default of the provider"
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

  # What a replica, and a restored database, has from its source. A source may
  # be a replica itself.
  ref "replicated" {
    path  = "replicate_source_db"
    types = ["aws_db_instance"]
    assume "storage_type" {
      why = "io1 with iops, else gp2 (gp3 costs the same)"
    }
    assume "iops" {
      why = "what the kind of storage includes"
    }
    assume "engine_version" {
      why = "not configured: a version in standard support"
    }
  }
  ref "restored" {
    path  = "restore_to_point_in_time.source_db_instance_identifier"
    types = ["aws_db_instance"]
    assume "storage_type" {
      why = "io1 with iops, else gp2 (gp3 costs the same)"
    }
    assume "iops" {
      why = "what the kind of storage includes"
    }
    assume "engine_version" {
      why = "not configured: a version in standard support"
    }
  }
  ref "origin" {
    path  = "replicate_source_db"
    of    = "replicated"
    types = ["aws_db_instance"]
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "additional_backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups beyond the size of the database, which are free"
  }
  usage "monthly_standard_io_requests" {
    unit        = "requests"
    description = "I/O requests a month, billed for magnetic storage only"
  }
  usage "monthly_cpu_credit_hrs" {
    unit        = "vCPU-hours"
    default     = null
    description = "surplus CPU credits of a burstable class"
  }
  usage "monthly_additional_performance_insights_requests" {
    unit        = "requests"
    default     = null
    description = "API requests of Performance Insights above the free million"
  }

  let {
    source = first(refs.replicated, refs.restored)
    class  = lower(self.instance_class)
    engine = replace(lower(known(self.engine, get(let.source, "engine"), get(refs.origin, "engine"))), "-cdb", "")
    size   = known(self.allocated_storage, get(let.source, "allocated_storage"), get(refs.origin, "allocated_storage"))
    version = first(self.engine_version, get(let.source, "engine_version"), get(refs.origin, "engine_version"))

    # SQL Server has its licence included, Oracle EE never has, Db2 by default
    # has not. For Oracle SE2 somebody has to say.
    oracle    = startswith(let.engine, "oracle")
    sqlserver = startswith(let.engine, "sqlserver")
    db2       = startswith(let.engine, "db2")
    license   = let.engine == "oracle-se2" ? self.license_model : (let.db2 ? known(self.license_model, "bring-your-own-license") : "")
    byol      = contains(["bring-your-own-license", "byol"], let.license)
    product = (
      let.sqlserver ? "${let.engine}-license-included" :
      let.engine == "oracle-ee" ? "oracle-ee-byol" :
      let.engine == "oracle-se2" ? "oracle-se2-${let.byol ? "byol" : "license-included"}" :
      let.db2 ? "db2-${let.byol ? "byol" : "marketplace"}" :
      let.engine
    )

    zones = coalesce(self.multi_az, false) ? "multi-az" : "single-az"
    hours = coalesce(usage.monthly_hrs, hours)

    iops = first(self.iops, get(let.source, "iops"))
    kind = lower(first(self.storage_type, get(let.source, "storage_type"), let.iops == null ? "gp2" : "io1"))
    # From this size on a gp3 volume is four.
    striped = let.sqlserver ? false : let.size >= (let.oracle ? 200 : 400)
    # Only what is asked for beyond the base; the size does not matter when
    # nothing is.
    extra_iops = (
      let.iops == null || let.iops == 0 ? 0 :
      let.kind == "gp3" ? max(0, let.iops - (let.striped ? 12000 : 3000)) :
      contains(["io1", "io2"], let.kind) ? let.iops : 0
    )
    throughput       = coalesce(self.storage_throughput, 0)
    extra_throughput = let.throughput == 0 || let.kind != "gp3" ? 0 : max(0, let.throughput - (let.striped ? 500 : 125))

    family    = split(".", let.class)[1]
    burstable = contains(["t3", "t4g"], let.family)
    vcpu      = machine(let.class).vcpu
    machines  = coalesce(self.multi_az, false) ? 2 : 1
  }

  cost "instance" {
    quantity = let.hours
    unit     = "hour"
    price    = "rds/${let.class}/${let.product}/${let.zones}"
  }

  cost "storage" {
    quantity = let.size
    unit     = "GB-month"
    price    = "rds/storage/${let.kind == "standard" ? "magnetic" : let.kind}/${let.zones}"
  }

  cost "provisioned iops" {
    when     = let.extra_iops > 0
    quantity = let.extra_iops
    unit     = "IOPS-month"
    price    = "rds/iops/${let.kind}/${let.zones}"
  }

  cost "provisioned throughput" {
    when     = let.extra_throughput > 0
    quantity = let.extra_throughput
    unit     = "MBps-month"
    price    = "rds/throughput/gp3/${let.zones}"
  }

  # A volume of its own for the log: 1,000 GB with 3,000 IOPS.
  cost "log volume" {
    when     = coalesce(self.dedicated_log_volume, false)
    quantity = 1000
    unit     = "GB-month"
    price    = "rds/storage/${let.kind == "io2" ? "io2" : "io1"}/${let.zones}"
  }
  cost "log volume iops" {
    when     = coalesce(self.dedicated_log_volume, false)
    quantity = 3000
    unit     = "IOPS-month"
    price    = "rds/iops/${let.kind == "io2" ? "io2" : "io1"}/${let.zones}"
  }

  cost "I/O requests" {
    when     = let.kind == "standard"
    quantity = usage.monthly_standard_io_requests / 1000000
    unit     = "1M-requests"
    price    = "rds/io-requests/magnetic"
  }

  cost "additional backup" {
    when     = coalesce(self.backup_retention_period, 0) > 0 || usage.additional_backup_storage_gb != null
    quantity = usage.additional_backup_storage_gb
    unit     = "GB-month"
    price    = "rds/backup-storage"
  }

  cost "CPU credits" {
    when     = let.burstable && usage.monthly_cpu_credit_hrs != null
    quantity = usage.monthly_cpu_credit_hrs
    unit     = "vCPU-hour"
    price    = "rds/cpu-credits/${let.family}"
  }

  cost "public IPv4 address" {
    when     = coalesce(self.publicly_accessible, false)
    quantity = let.hours
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
  }

  part "extended support" {
    card = "aws_rds_extended_support"
    given = {
      engine     = let.engine
      version    = let.version
      lifecycle  = self.engine_lifecycle_support
      vcpu_hours = let.vcpu * let.machines * let.hours
    }
  }

  part "insights" {
    card = "aws_rds_insights"
    given = {
      enabled   = self.performance_insights_enabled
      retention = self.performance_insights_retention_period
      mode      = self.database_insights_mode
      size      = let.vcpu
    }
    usage = { monthly_additional_performance_insights_requests = usage.monthly_additional_performance_insights_requests }
  }

  uses "machine" {
    machine = let.class
    count   = let.machines
    burst   = let.burstable
  }

  uses "storage" {
    storage   = "rds"
    selector  = let.zones
    gigabytes = let.size
  }

  uses "log volume" {
    when      = coalesce(self.dedicated_log_volume, false)
    storage   = "rds"
    selector  = let.zones
    gigabytes = 1000
  }

  uses "backup" {
    when      = usage.additional_backup_storage_gb != null
    storage   = "rds"
    selector  = "backup"
    gigabytes = usage.additional_backup_storage_gb
  }

  example "PostgreSQL with 100 GB of gp3" {
    given   = { engine = "postgres", engine_version = "16.4", instance_class = "db.m5.large", allocated_storage = 100, storage_type = "gp3", multi_az = false, backup_retention_period = 0 }
    want    = { instance = 730, storage = 100 }
    monthly = "141.44"
    prices  = { "rds/db.m5.large/postgres/single-az" = 0.178, "rds/storage/gp3/single-az" = 0.115 }
    source  = "aws.amazon.com/rds/postgresql/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "the second zone costs as much again" {
    region  = "eu-west-1"
    given   = { engine = "postgres", engine_version = "16.4", instance_class = "db.r5.large", allocated_storage = 100, storage_type = "gp3", multi_az = true, backup_retention_period = 0 }
    want    = { instance = 730, storage = 100 }
    monthly = "434.20"
    prices  = { "rds/db.r5.large/postgres/multi-az" = 0.56, "rds/storage/gp3/multi-az" = 0.254 }
    source  = "aws.amazon.com/rds/postgresql/pricing, eu-west-1, 2025-06"
  }

  example "as a plan shows it: defaults known only after apply" {
    given = {
      engine                                = "mysql"
      engine_version                        = "8.4.3"
      instance_class                        = "db.t3.medium"
      allocated_storage                     = 20
      multi_az                              = unknown
      storage_type                          = unknown
      iops                                  = unknown
      storage_throughput                    = unknown
      license_model                         = unknown
      engine_lifecycle_support              = unknown
      backup_retention_period               = unknown
      performance_insights_enabled          = false
      performance_insights_retention_period = unknown
      database_insights_mode                = unknown
    }
    omitted = ["multi_az", "storage_type", "iops", "storage_throughput", "engine_lifecycle_support", "backup_retention_period", "performance_insights_retention_period", "database_insights_mode"]
    want    = { instance = 730, storage = 20 }
    monthly = "51.94"
    prices  = { "rds/db.t3.medium/mysql/single-az" = 0.068, "rds/storage/gp2/single-az" = 0.115 }
    source  = "aws.amazon.com/rds/mysql/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "reachable from outside" {
    given   = { engine = "postgres", engine_version = "16.3", instance_class = "db.t4g.micro", allocated_storage = 20, storage_type = "gp3", publicly_accessible = true, backup_retention_period = 0 }
    want    = { instance = 730, storage = 20, "public IPv4 address" = 730 }
    monthly = "17.63" # 730 x (0.016 + 0.005) + 20 x 0.115
    prices  = { "rds/db.t4g.micro/postgres/single-az" = 0.016, "rds/storage/gp3/single-az" = 0.115, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/rds/postgresql/pricing, us-east-1, 2025-06; aws.amazon.com/vpc/pricing, 2025-11"
  }

  example "class known only after apply" {
    given  = { engine = "mysql", engine_version = "8.4.3", instance_class = unknown, allocated_storage = 20, multi_az = false, backup_retention_period = 0 }
    want   = { storage = 20 }
    gaps   = ["instance"]
    status = "partial"
  }

  example "old MySQL in two zones pays extended support for both machines" {
    given = { engine = "mysql", engine_version = "5.7.44", instance_class = "db.m5.large", allocated_storage = 200, storage_type = "io1", iops = 3000, multi_az = true, backup_retention_period = 0 }
    want = {
      instance                 = 730
      storage                  = 200
      "provisioned iops"       = 3000
      "extended support: vCPU" = 2920
    }
    monthly = "1483.66"
    prices = {
      "rds/db.m5.large/mysql/multi-az"   = 0.342
      "rds/storage/io1/multi-az"         = 0.25
      "rds/iops/io1/multi-az"            = 0.2
      "rds/extended-support/vcpu/year-3" = 0.2
    }
    source = "aws.amazon.com/rds/mysql/pricing, us-east-1, 2025-06"
  }

  example "gp3 from 400 GB on includes 12,000 IOPS and 500 MB/s" {
    given = { engine = "mariadb", instance_class = "db.r6g.large", allocated_storage = 500, storage_type = "gp3", iops = 15000, storage_throughput = 600, multi_az = false, backup_retention_period = 0 }
    want = {
      instance                 = 730
      storage                  = 500
      "provisioned iops"       = 3000
      "provisioned throughput" = 100
    }
    monthly = "282.45"
    prices = {
      "rds/db.r6g.large/mariadb/single-az" = 0.215
      "rds/storage/gp3/single-az"          = 0.115
      "rds/iops/gp3/single-az"             = 0.02
      "rds/throughput/gp3/single-az"       = 0.08
    }
    source = "aws.amazon.com/rds/mariadb/pricing, us-east-1, 2025-06"
  }

  example "gp3 of SQL Server never is striped" {
    given = { engine = "sqlserver-se", instance_class = "db.m5.large", allocated_storage = 500, storage_type = "gp3", iops = 12000, storage_throughput = 500, multi_az = false, license_model = "license-included", backup_retention_period = 0 }
    want = {
      instance                 = 730
      storage                  = 500
      "provisioned iops"       = 9000
      "provisioned throughput" = 375
    }
    prices = { "rds/db.m5.large/sqlserver-se-license-included/single-az" = 0.977 }
  }

  example "gp3 of Oracle is striped from 200 GB on" {
    given = { engine = "oracle-se2-cdb", instance_class = "db.m5.large", allocated_storage = 200, storage_type = "gp3", iops = 12000, multi_az = false, license_model = "bring-your-own-license", backup_retention_period = 0 }
    want  = { instance = 730, storage = 200 }
    prices = { "rds/db.m5.large/oracle-se2-byol/single-az" = 0.171 }
  }

  example "Oracle SE2 with its licence" {
    given  = { engine = "oracle-se2", instance_class = "db.m5.large", allocated_storage = 100, multi_az = false, license_model = "license-included", backup_retention_period = 0 }
    want   = { instance = 730, storage = 100 }
    prices = { "rds/db.m5.large/oracle-se2-license-included/single-az" = 0.438 }
  }

  example "Oracle SE2 does not say whose licence" {
    given = { engine = "oracle-se2", instance_class = "db.m5.large", allocated_storage = 100, multi_az = false, license_model = unknown, backup_retention_period = 0 }
    want  = { storage = 100 }
    gaps  = ["instance"]
  }

  example "io1, because iops are said and the kind is not" {
    given = { engine = "postgres", engine_version = "16", instance_class = "db.m5.large", allocated_storage = 100, storage_type = null, iops = 1000, multi_az = false, backup_retention_period = 0 }
    want  = { instance = 730, storage = 100, "provisioned iops" = 1000 }
    prices = { "rds/storage/io1/single-az" = 0.125, "rds/iops/io1/single-az" = 0.1 }
  }

  example "a read replica has its source's engine and storage" {
    given = {
      replicate_source_db     = "main"
      instance_class          = "db.m5.large"
      engine                  = unknown
      engine_version          = unknown
      allocated_storage       = unknown
      storage_type            = unknown
      iops                    = unknown
      storage_throughput      = unknown
      multi_az                = unknown
      backup_retention_period = unknown
    }
    omitted = ["engine_version", "storage_type", "iops", "storage_throughput", "multi_az", "backup_retention_period", "replicated.storage_type", "replicated.iops"]
    refs    = { replicated = { engine = "postgres", engine_version = "13", allocated_storage = 100, storage_type = unknown, iops = unknown } }
    want    = { instance = 730, storage = 100, "extended support: vCPU" = 1460 }
    prices  = { "rds/db.m5.large/postgres/single-az" = 0.178, "rds/storage/gp2/single-az" = 0.115 }
    status  = "priced"
  }

  example "replica of something out of sight" {
    given  = { replicate_source_db = "elsewhere", instance_class = "db.m5.large", engine = unknown, engine_version = null, allocated_storage = unknown, storage_type = "gp3", multi_az = false, backup_retention_period = 0 }
    refs   = { replicated = unknown }
    want   = {}
    gaps   = ["instance", "storage", "provisioned iops", "extended support: vCPU"]
    status = "gap"
  }

  example "long retention, a log volume, credits and backups" {
    given = {
      engine                                = "postgres"
      engine_version                        = "16.4"
      instance_class                        = "db.t3.medium"
      allocated_storage                     = 100
      storage_type                          = "io1"
      iops                                  = 3000
      multi_az                              = false
      dedicated_log_volume                  = true
      backup_retention_period               = 14
      performance_insights_enabled          = true
      performance_insights_retention_period = 731
    }
    usage = { monthly_cpu_credit_hrs = 50, additional_backup_storage_gb = 300 }
    want = {
      instance                   = 730
      storage                    = 100
      "provisioned iops"         = 3000
      "log volume"               = 1000
      "log volume iops"          = 3000
      "additional backup"        = 300
      "CPU credits"              = 50
      "insights: first month"    = 2
      "insights: further months" = 46
    }
    prices = { "rds/cpu-credits/t3" = 0.075, "rds/backup-storage" = 0.095 }
  }

  example "magnetic storage, backups of unknown size" {
    given  = { engine = "mysql", engine_version = "8.4", instance_class = "db.m5.large", allocated_storage = 100, storage_type = "standard", multi_az = false, backup_retention_period = 7 }
    want   = { instance = 730, storage = 100 }
    unused = ["I/O requests", "additional backup"]
    status = "partial"
    prices = { "rds/storage/magnetic/single-az" = 0.1 }
  }
}
