# A machine of an Aurora cluster: hours of its class, or ACU-hours of a
# serverless one (db.serverless); extended support, long retention of
# Performance Insights, CPU credits. Storage and I/O are the cluster's.
#
# The price is another where the cluster's storage is I/O-optimised, and the
# serverless minimum is written there too: a cluster out of sight is taken for
# one of standard storage. A serverless machine is billed at least its minimum,
# which is shown with the range to the maximum; one whose minimum is nothing
# pauses, and has no sure capacity.
resource "aws_rds_cluster_instance" {
  assume "engine_version" {
    why = "the cluster's"
  }
  assume "performance_insights_enabled" {
    why = "the cluster's, else off"
  }
  assume "performance_insights_retention_period" {
    why = "the cluster's, else 7 days"
  }
  assume "publicly_accessible" {
    value = false
    why   = "not reachable from outside, the default"
  }

  ref "cluster" {
    path  = "cluster_identifier"
    types = ["aws_rds_cluster"]
    assume "storage_type" {
      value = "aurora"
      why   = "standard storage, the default"
    }
    assume "engine_version" {
      why = "not configured: a version in standard support"
    }
    assume "engine_lifecycle_support" {
      value = "open-source-rds-extended-support"
      why   = "extended support is on, the default"
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
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "capacity_units_per_hr" {
    unit        = "ACU"
    default     = null
    description = "capacity units of a serverless machine, on average of all hours"
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
    class  = lower(self.instance_class)
    engine = lower(self.engine) == "aurora" ? "aurora-mysql" : lower(self.engine)
    mode   = coalesce(get(refs.cluster, "storage_type"), "aurora") == "aurora-iopt1" ? "io-optimized" : "standard"
    hours  = coalesce(usage.monthly_hrs, hours)

    serverless = let.class == "db.serverless"
    scaling    = get(refs.cluster, "serverlessv2_scaling_configuration", [])
    least      = get(let.scaling, "min_capacity")
    units      = usage.capacity_units_per_hr == null ? (let.least == 0 ? null : let.least) : usage.capacity_units_per_hr
    most       = usage.capacity_units_per_hr == null ? get(let.scaling, "max_capacity") : usage.capacity_units_per_hr

    family    = split(".", let.class)[1]
    burstable = contains(["t3", "t4g"], let.family)
    # A serverless machine is watched by the ACU; four of them are a vCPU.
    size     = let.serverless ? let.units : machine(let.class).vcpu
    insights = coalesce(first(self.performance_insights_enabled, get(refs.cluster, "performance_insights_enabled")), false)
  }

  cost "instance" {
    when     = !let.serverless
    quantity = let.hours
    unit     = "hour"
    price    = "rds/${let.class}/${let.engine}-${let.mode}/single-az"
  }

  cost "serverless capacity" {
    when     = let.serverless
    quantity = let.units == null ? null : let.units * let.hours
    low      = (usage.capacity_units_per_hr == null ? let.least : usage.capacity_units_per_hr) * let.hours
    high     = let.most * let.hours
    unit     = "ACU-hour"
    price    = "rds/aurora/serverless-v2/${trimprefix(let.engine, "aurora-")}/${let.mode}"
  }

  cost "CPU credits" {
    when     = let.burstable && usage.monthly_cpu_credit_hrs != null
    quantity = usage.monthly_cpu_credit_hrs
    unit     = "vCPU-hour"
    price    = "rds/aurora/cpu-credits/${let.family}"
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
      engine         = let.engine
      version        = first(self.engine_version, get(refs.cluster, "engine_version"))
      lifecycle      = get(refs.cluster, "engine_lifecycle_support")
      vcpu_hours     = let.serverless ? null : let.size * let.hours
      acu_hours      = let.serverless && let.units != null ? let.units * let.hours : null
      acu_hours_low  = let.serverless && let.units != null ? let.units * let.hours : null
      acu_hours_high = let.serverless && let.units != null ? let.most * let.hours : null
    }
  }

  part "insights" {
    card = "aws_rds_insights"
    given = {
      enabled    = let.insights
      retention  = let.insights ? first(self.performance_insights_retention_period, get(refs.cluster, "performance_insights_retention_period")) : 7
      mode       = get(refs.cluster, "database_insights_mode")
      size       = let.size
      serverless = let.serverless
    }
    usage = { monthly_additional_performance_insights_requests = usage.monthly_additional_performance_insights_requests }
  }

  uses "machine" {
    when    = !let.serverless
    machine = let.class
    burst   = let.burstable
  }

  # An ACU is 2 GiB of memory; four count as a vCPU, as in the prices of
  # Performance Insights.
  uses "serverless capacity" {
    when       = let.serverless && let.units != null
    vcpu       = 0.25
    memory_gib = 2
    count      = let.units
    high       = let.most
  }
  uses "unknown capacity" {
    when = let.serverless && let.units == null
    gap  = "it may pause, or the scaling of the cluster is out of sight: set capacity_units_per_hr"
  }

  example "db.r6g.large of Aurora PostgreSQL" {
    given   = { engine = "aurora-postgresql", instance_class = "db.r6g.large", engine_version = "16.4", performance_insights_enabled = false }
    refs    = { cluster = { engine_version = "16.4", storage_type = "", serverlessv2_scaling_configuration = [] } }
    want    = { instance = 730 }
    monthly = "189.80"
    prices  = { "rds/db.r6g.large/aurora-postgresql-standard/single-az" = 0.26 }
    source  = "aws.amazon.com/rds/aurora/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "I/O-optimised, as a plan shows it" {
    given   = { engine = "aurora-mysql", instance_class = "db.r5.large", engine_version = unknown, performance_insights_enabled = unknown, performance_insights_retention_period = unknown }
    refs    = { cluster = { engine_version = unknown, engine_lifecycle_support = unknown, storage_type = "aurora-iopt1", database_insights_mode = unknown, performance_insights_enabled = unknown, performance_insights_retention_period = unknown } }
    omitted = [
      "engine_version", "performance_insights_enabled", "performance_insights_retention_period", "cluster.engine_version", "cluster.engine_lifecycle_support",
      "cluster.database_insights_mode", "cluster.performance_insights_enabled", "cluster.performance_insights_retention_period",
    ]
    want    = { instance = 730 }
    monthly = "275.21"
    prices  = { "rds/db.r5.large/aurora-mysql-io-optimized/single-az" = 0.377 }
    source  = "aws.amazon.com/rds/aurora/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "the cluster's kind of storage left out" {
    given   = { engine = "aurora-mysql", instance_class = "db.r5.large", engine_version = "8.0.mysql_aurora.3.05.2" }
    refs    = { cluster = { storage_type = unknown } }
    omitted = ["cluster.storage_type"]
    want    = { instance = 730 }
    prices  = { "rds/db.r5.large/aurora-mysql-standard/single-az" = 0.29 }
  }

  example "serverless: the cluster's minimum, up to its maximum" {
    given   = { engine = "aurora-postgresql", instance_class = "db.serverless", engine_version = "16.4" }
    refs    = { cluster = { serverlessv2_scaling_configuration = [{ min_capacity = 0.5, max_capacity = 8 }] } }
    want    = { "serverless capacity" = 365 }
    monthly = "43.80"
    prices  = { "rds/aurora/serverless-v2/postgresql/standard" = 0.12 }
    source  = "aws.amazon.com/rds/aurora/pricing, us-east-1, 2025-06"
  }

  example "serverless that may pause has no sure cost" {
    given  = { engine = "aurora-postgresql", instance_class = "db.serverless", engine_version = "16.4" }
    refs   = { cluster = { serverlessv2_scaling_configuration = [{ min_capacity = 0, max_capacity = 4 }] } }
    want   = {}
    unused = ["serverless capacity"]
    status = "usage"
  }

  example "reachable from outside" {
    given   = { engine = "aurora-mysql", instance_class = "db.r6g.large", engine_version = "8.0.mysql_aurora.3.08.0", publicly_accessible = true }
    want    = { instance = 730, "public IPv4 address" = 730 }
    monthly = "193.45" # 730 x (0.26 + 0.005)
    prices  = { "rds/db.r6g.large/aurora-mysql-standard/single-az" = 0.26, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/rds/aurora/pricing, us-east-1, 2025-06; aws.amazon.com/vpc/pricing, 2025-11"
  }

  example "serverless with its use given, past standard support" {
    given = { engine = "aurora-postgresql", instance_class = "db.serverless", engine_version = "12.22" }
    refs  = { cluster = { storage_type = "aurora-iopt1", serverlessv2_scaling_configuration = [{ min_capacity = 0, max_capacity = 8 }] } }
    usage = { capacity_units_per_hr = 3 }
    want  = { "serverless capacity" = 2190, "extended support: ACU" = 2190 }
    prices = {
      "rds/aurora/serverless-v2/postgresql/io-optimized" = 0.16
      "rds/extended-support/acu/year-1-2"                = 0.085
    }
  }

  example "serverless, the cluster out of sight" {
    given  = { engine = "aurora-postgresql", instance_class = "db.serverless", engine_version = "16" }
    want   = {}
    unused = ["serverless capacity"]
    status = "usage"
  }

  example "engine and class known only after apply" {
    given  = { engine = "aurora-mysql", instance_class = unknown, engine_version = "8.0" }
    want   = {}
    gaps   = ["instance", "serverless capacity"]
    status = "gap"
  }

  example "retention and mode of the cluster" {
    given = { engine = "aurora-postgresql", instance_class = "db.r5.large", engine_version = "16" }
    refs  = { cluster = { performance_insights_enabled = true, performance_insights_retention_period = 93 } }
    want  = { instance = 730, "insights: first month" = 2, "insights: further months" = 4 }
  }

  example "credits of a burstable class, without published price" {
    given = { engine = "aurora-mysql", instance_class = "db.t3.medium", engine_version = "8.0" }
    usage = { monthly_cpu_credit_hrs = 20 }
    want  = { instance = 730 }
    gaps  = ["CPU credits"]
  }
}
