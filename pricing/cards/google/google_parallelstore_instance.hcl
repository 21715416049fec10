# A Parallelstore file system: gibibytes it is made for by the hour, by
# whether it is for scratch or to last. Known in us-central1.
resource "google_parallelstore_instance" {
  assume "deployment_type" {
    value = "SCRATCH"
    why   = "SCRATCH, the default of the API"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    kind = lower(coalesce(self.deployment_type, "SCRATCH"))
  }

  cost "capacity" {
    quantity = tonumber(self.capacity_gib) * coalesce(usage.monthly_hrs, hours)
    unit     = "GiB-hour"
    price    = "parallelstore/${let.kind == "deployment_type_unspecified" ? "scratch" : let.kind}/capacity"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind Parallelstore"
  }

  example "12 tebibytes for scratch" {
    given   = { capacity_gib = "12000", deployment_type = "SCRATCH" }
    want    = { capacity = 8760000 }
    status  = "priced"
    monthly = "1680.00156"
    prices  = { "parallelstore/scratch/capacity" = 0.000191781 }
    source  = "cloud.google.com/parallelstore/pricing, us-central1, 2026-08"
  }

  example "to last" {
    given = { capacity_gib = "27000", deployment_type = "PERSISTENT" }
    usage = { monthly_hrs = 100 }
    want  = { capacity = 2700000 }
  }

  example "size known only after apply" {
    given   = { capacity_gib = unknown, deployment_type = unknown }
    want    = {}
    gaps    = ["capacity"]
    omitted = ["deployment_type"]
    status  = "gap"
  }
}
