# A machine of a Neptune cluster: hours of its class, dearer where the cluster's
# storage is I/O-optimised; or NCU-hours of a serverless one (db.serverless),
# at least the cluster's minimum, shown with the range to its maximum. A cluster
# out of sight is taken for one of standard storage. CPU credits of burstable
# classes have no published price in most regions.
resource "aws_neptune_cluster_instance" {
  ref "cluster" {
    path  = "cluster_identifier"
    types = ["aws_neptune_cluster"]
    assume "storage_type" {
      value = "standard"
      why   = "standard storage, the default"
    }
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
    unit        = "NCU"
    default     = null
    description = "capacity units of a serverless machine, on average of all hours"
  }

  let {
    class      = lower(self.instance_class)
    family     = split(".", let.class)[1]
    mode       = coalesce(get(refs.cluster, "storage_type"), "standard") == "iopt1" ? "io-optimized" : "standard"
    hours      = coalesce(usage.monthly_hrs, hours)
    burstable  = contains(["t3", "t4g"], let.family)
    serverless = let.class == "db.serverless"
    scaling    = get(refs.cluster, "serverless_v2_scaling_configuration", [])
    # The block says 2.5 and 128 where it is silent.
    defined = length(let.scaling) > 0
    least   = let.defined ? get(let.scaling, "min_capacity", 2.5) : null
    units   = usage.capacity_units_per_hr == null ? let.least : usage.capacity_units_per_hr
    most    = usage.capacity_units_per_hr == null ? get(let.scaling, "max_capacity", 128) : usage.capacity_units_per_hr
  }

  cost "instance" {
    when     = !let.serverless
    quantity = let.hours
    unit     = "hour"
    price    = "neptune/instance/${let.class}/${let.mode}"
  }

  cost "serverless capacity" {
    when     = let.serverless
    quantity = let.units == null ? null : let.units * let.hours
    high     = let.most * let.hours
    unit     = "NCU-hour"
    price    = "neptune/serverless/${let.mode}"
  }

  cost "CPU credits" {
    when     = let.burstable && usage.monthly_cpu_credit_hrs != null
    quantity = usage.monthly_cpu_credit_hrs
    unit     = "vCPU-hour"
    price    = "component/aws_neptune_cluster_instance/cpu-credits"
  }

  uses "machine" {
    when    = !let.serverless
    machine = let.class
    burst   = let.burstable
  }
  # An NCU is 2 GiB of memory with the processor that goes with it: four to a
  # vCPU, as the memory-optimised classes have them.
  uses "serverless capacity" {
    when       = let.serverless && let.units != null
    vcpu       = 0.25
    memory_gib = 2
    count      = let.units
    high       = let.most
  }

  example "db.r6g.large" {
    given   = { instance_class = "db.r6g.large" }
    refs    = { cluster = { storage_type = unknown, serverless_v2_scaling_configuration = [] } }
    omitted = ["cluster.storage_type"]
    want    = { instance = 730 }
    monthly = "239.951"
    prices  = { "neptune/instance/db.r6g.large/standard" = 0.3287 }
    source  = "aws.amazon.com/neptune/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "I/O-optimised" {
    given  = { instance_class = "db.r5.large" }
    refs   = { cluster = { storage_type = "iopt1" } }
    want   = { instance = 730 }
    prices = { "neptune/instance/db.r5.large/io-optimized" = 0.469 }
  }

  example "serverless: the cluster's minimum" {
    given   = { instance_class = "db.serverless" }
    refs    = { cluster = { serverless_v2_scaling_configuration = [{ min_capacity = 1, max_capacity = 8 }] } }
    want    = { "serverless capacity" = 730 }
    monthly = "117.384"
    prices  = { "neptune/serverless/standard" = 0.1608 }
    source  = "aws.amazon.com/neptune/pricing, us-east-1, 2025-05"
  }

  example "serverless, the cluster out of sight" {
    given  = { instance_class = "db.serverless" }
    want   = {}
    unused = ["serverless capacity"]
    status = "usage"
  }

  example "class known only after apply" {
    given  = { instance_class = unknown }
    want   = {}
    gaps   = ["instance", "serverless capacity"]
    status = "gap"
  }

  example "credits of a burstable class" {
    region = "eu-west-2"
    given  = { instance_class = "db.t3.medium" }
    usage  = { monthly_cpu_credit_hrs = 10 }
    want   = { instance = 730, "CPU credits" = 10 }
  }
}
