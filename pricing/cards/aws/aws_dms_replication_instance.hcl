# A DMS replication instance: hours of its class, and storage above what the
# class includes (50 GB of burstable classes, 100 GB of others). A Multi-AZ
# instance pays for both machines; the prices of the catalogue are for the pair.
resource "aws_dms_replication_instance" {
  assume "multi_az" {
    value = false
    why   = "one zone, the default"
  }
  assume "allocated_storage" {
    why = "what the class includes"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }

  let {
    class    = lower(self.replication_instance_class)
    zones    = coalesce(self.multi_az, false) ? "multi-az" : "single-az"
    included = startswith(let.class, "dms.t") ? 50 : 100
    size     = coalesce(self.allocated_storage, let.included)
  }

  cost "instance" {
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "dms/instance/${let.class}/${let.zones}"
  }

  cost "storage" {
    quantity = max(0, let.size - let.included)
    unit     = "GB-month"
    price    = "dms/storage/${let.zones}"
  }

  uses "machine" {
    machine = let.class
    count   = let.zones == "multi-az" ? 2 : 1
  }
  uses "storage" {
    storage   = "rds"
    selector  = let.zones
    gigabytes = let.size
  }

  example "150 GB, of which 50 are included" {
    given   = { replication_instance_class = "dms.t3.medium", allocated_storage = 150, multi_az = false }
    want    = { instance = 730, storage = 100 }
    monthly = "65.885"
    prices  = { "dms/instance/dms.t3.medium/single-az" = 0.0745, "dms/storage/single-az" = 0.115 }
    source  = "aws.amazon.com/dms/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "as a plan shows it" {
    given   = { replication_instance_class = "dms.r5.large", allocated_storage = unknown, multi_az = unknown }
    omitted = ["allocated_storage", "multi_az"]
    want    = { instance = 730 }
    prices  = { "dms/instance/dms.r5.large/single-az" = 0.176 }
    status  = "priced"
  }

  example "two zones" {
    given  = { replication_instance_class = "dms.c5.large", allocated_storage = 200, multi_az = true }
    want   = { instance = 730, storage = 100 }
    prices = { "dms/instance/dms.c5.large/multi-az" = 0.238, "dms/storage/multi-az" = 0.23 }
  }

  example "size known only after apply" {
    given  = { replication_instance_class = "dms.c5.large", allocated_storage = unknown, multi_az = false }
    want   = { instance = 730 }
    gaps   = ["storage"]
    status = "partial"
  }
}
