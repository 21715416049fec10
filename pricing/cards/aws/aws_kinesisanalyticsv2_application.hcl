# An application of Managed Service for Apache Flink: hours of its processing
# units while it runs. Flink asks for parallelism, of which some share a unit,
# and one more unit for orchestration; a Studio notebook two more. Each unit
# holds 50 GB of running storage. SQL applications have neither.
#
# An application that is not started costs nothing: say so with monthly_hrs.
# Where it scales itself, parallelism is what it starts with and never goes
# below, so more than this may be billed.
resource "aws_kinesisanalyticsv2_application" {
  assume "application_configuration" {
    why = "not configured: parallelism 1"
  }
  assume "application_configuration.flink_application_configuration" {
    why = "not configured: parallelism 1"
  }
  assume "application_configuration.flink_application_configuration.parallelism_configuration" {
    why = "not configured: parallelism 1"
  }
  assume "application_configuration.flink_application_configuration.parallelism_configuration.parallelism" {
    value = 1
    why   = "1, the default of the API"
  }
  assume "application_configuration.flink_application_configuration.parallelism_configuration.parallelism_per_kpu" {
    value = 1
    why   = "1, the default of the API"
  }

  usage "kinesis_processing_units" {
    unit        = "units"
    default     = null
    description = "processing units on average, without those for orchestration, where parallelism does not say"
  }
  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "durable_application_backup_gb" {
    unit        = "GB"
    default     = null
    description = "snapshots kept of the application's state"
  }

  let {
    runtime  = upper(self.runtime_environment)
    sql      = startswith(let.runtime, "SQL")
    studio   = startswith(let.runtime, "ZEPPELIN")
    settings = get(self.application_configuration, "flink_application_configuration.parallelism_configuration")
    own      = upper(get(let.settings, "configuration_type", "DEFAULT")) == "CUSTOM"
    asked    = let.own ? ceil(get(let.settings, "parallelism", 1) / get(let.settings, "parallelism_per_kpu", 1)) : 1
    units    = usage.kinesis_processing_units == null ? (let.sql ? null : let.asked) : usage.kinesis_processing_units
    extra    = let.sql ? 0 : (let.studio ? 2 : 1)
    hours    = coalesce(usage.monthly_hrs, hours)
  }

  cost "processing units" {
    quantity = let.units == null ? null : let.units * let.hours
    unit     = "hour"
    price    = "flink/kpu/${let.sql ? "sql" : (let.studio ? "studio" : "application")}"
  }

  cost "orchestration units" {
    when     = let.extra > 0
    quantity = let.extra * let.hours
    unit     = "hour"
    price    = "flink/kpu/${let.studio ? "studio" : "application"}"
  }

  cost "running storage" {
    when     = !let.sql
    quantity = let.units == null ? null : let.units * 50 * let.hours / hours
    unit     = "GB-month"
    price    = let.studio ? "flink/storage-studio" : "flink/storage"
  }

  cost "snapshots" {
    when     = usage.durable_application_backup_gb != null
    quantity = usage.durable_application_backup_gb
    unit     = "GB-month"
    price    = "flink/backup"
  }

  # A unit is one vCPU and 4 GiB.
  uses "units" {
    vcpu       = let.units == null ? null : let.units + let.extra
    memory_gib = let.units == null ? null : (let.units + let.extra) * 4
    vcpu_hours = let.hours
  }

  example "Flink with parallelism 8, four to a unit" {
    given   = { runtime_environment = "FLINK-1_20", application_configuration = [{ flink_application_configuration = [{ parallelism_configuration = [{ configuration_type = "CUSTOM", parallelism = 8, parallelism_per_kpu = 4 }] }] }] }
    want    = { "processing units" = 1460, "orchestration units" = 730, "running storage" = 100 }
    monthly = "250.90"
    prices  = { "flink/kpu/application" = 0.11, "flink/storage" = 0.10 }
    source  = "aws.amazon.com/managed-service-apache-flink/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "nothing configured, with snapshots, half the month" {
    given   = { runtime_environment = "FLINK-1_20", application_configuration = unknown }
    omitted = ["application_configuration"]
    usage   = { monthly_hrs = 365, durable_application_backup_gb = 10 }
    want    = { "processing units" = 365, "orchestration units" = 365, "running storage" = 25, snapshots = 10 }
    prices  = { "flink/backup" = 0.023 }
  }

  example "Studio notebook" {
    given = { runtime_environment = "ZEPPELIN-FLINK-3_0", application_configuration = [] }
    want  = { "processing units" = 730, "orchestration units" = 1460, "running storage" = 50 }
  }

  example "SQL application, units not given" {
    given  = { runtime_environment = "SQL-1_0" }
    want   = {}
    unused = ["processing units"]
    status = "usage"
  }

  example "parallelism known only after apply" {
    given  = { runtime_environment = "FLINK-1_20", application_configuration = [{ flink_application_configuration = [{ parallelism_configuration = [{ configuration_type = "CUSTOM", parallelism = unknown }] }] }] }
    want   = { "orchestration units" = 730 }
    gaps   = ["processing units", "running storage"]
    status = "partial"
  }
}
