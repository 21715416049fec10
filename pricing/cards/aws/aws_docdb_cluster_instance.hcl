# A machine of a DocumentDB cluster: hours of its class, dearer where the
# cluster's storage is I/O-optimised. The volume belongs to the cluster. A
# cluster out of sight is taken for one of standard storage. A serverless
# machine (db.serverless) is billed by capacity units from the cluster's
# minimum to its maximum; no price is published here for them, nor for CPU
# credits of burstable classes.
resource "aws_docdb_cluster_instance" {
  ref "cluster" {
    path  = "cluster_identifier"
    types = ["aws_docdb_cluster"]
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "monthly_cpu_credit_hrs" {
    unit        = "vCPU-hours"
    default     = null
    description = "surplus CPU credits of a burstable class"
  }
  usage "capacity_units_per_hr" {
    unit        = "DCU"
    default     = null
    description = "capacity units of a serverless machine, on average of all hours"
  }

  let {
    class      = lower(self.instance_class)
    family     = split(".", let.class)[1]
    mode       = coalesce(get(refs.cluster, "storage_type"), "standard") == "iopt1" ? "io-optimized" : "standard"
    disk       = endswith(let.family, "gd") ? "-nvme" : ""
    hours      = coalesce(usage.monthly_hrs, hours)
    burstable  = contains(["t3", "t4g"], let.family)
    serverless = let.class == "db.serverless"
    scaling    = get(refs.cluster, "serverless_v2_scaling_configuration", [])
    units      = usage.capacity_units_per_hr == null ? get(let.scaling, "min_capacity") : usage.capacity_units_per_hr
    most       = usage.capacity_units_per_hr == null ? get(let.scaling, "max_capacity") : usage.capacity_units_per_hr
  }

  cost "instance" {
    when     = !let.serverless
    quantity = let.hours
    unit     = "hour"
    price    = "docdb/instance/${let.class}/${let.mode}${let.disk}"
  }

  cost "serverless capacity" {
    when     = let.serverless
    quantity = let.units == null ? null : let.units * let.hours
    high     = let.most * let.hours
    unit     = "DCU-hour"
    price    = "docdb/serverless/${let.mode}"
  }

  cost "CPU credits" {
    when     = let.burstable && usage.monthly_cpu_credit_hrs != null
    quantity = usage.monthly_cpu_credit_hrs
    unit     = "vCPU-hour"
    price    = "docdb/cpu-credits/${let.family}"
  }

  uses "machine" {
    when    = !let.serverless
    machine = let.class
    burst   = let.burstable
  }
  uses "serverless capacity" {
    when = let.serverless
    gap  = "what a capacity unit of DocumentDB occupies is not published"
  }

  example "db.r5.large" {
    given   = { instance_class = "db.r5.large" }
    refs    = { cluster = { storage_type = "standard" } }
    want    = { instance = 730 }
    monthly = "202.21"
    prices  = { "docdb/instance/db.r5.large/standard" = 0.277 }
    source  = "aws.amazon.com/documentdb/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "I/O-optimised, burstable with credits" {
    given  = { instance_class = "db.t3.medium" }
    refs   = { cluster = { storage_type = "iopt1" } }
    usage  = { monthly_cpu_credit_hrs = 10 }
    want   = { instance = 730 }
    gaps   = ["CPU credits"]
    prices = { "docdb/instance/db.t3.medium/io-optimized" = 0.0858 }
  }

  example "with disks of its own" {
    given  = { instance_class = "db.r6gd.2xlarge" }
    want   = { instance = 730 }
    prices = { "docdb/instance/db.r6gd.2xlarge/standard-nvme" = 1.2842 }
  }

  example "serverless has no published price" {
    given  = { instance_class = "db.serverless" }
    refs   = { cluster = { serverless_v2_scaling_configuration = [{ min_capacity = 1, max_capacity = 8 }] } }
    want   = {}
    gaps   = ["serverless capacity"]
    status = "gap"
  }

  example "class known only after apply" {
    given  = { instance_class = unknown }
    want   = {}
    gaps   = ["instance", "serverless capacity"]
    status = "gap"
  }
}
