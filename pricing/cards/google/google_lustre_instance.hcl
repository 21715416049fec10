# A Managed Lustre file system: gibibytes it is made for, by the throughput
# each tebibyte has. The catalogue has the tier of 125 MB/s in us-central1.
resource "google_lustre_instance" {
  cost "capacity" {
    quantity = tonumber(self.capacity_gib)
    unit     = "GiB-month"
    price    = "lustre/${tonumber(self.per_unit_storage_throughput)}/capacity"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind Lustre"
  }

  example "18 tebibytes" {
    given   = { capacity_gib = "18000", per_unit_storage_throughput = "125" }
    want    = { capacity = 18000 }
    status  = "priced"
    monthly = "2610.00"
    prices  = { "lustre/125/capacity" = 0.145 }
    source  = "cloud.google.com/products/managed-lustre/pricing, us-central1, 2026-08"
  }

  example "faster: no price here" {
    given  = { capacity_gib = "9000", per_unit_storage_throughput = "500" }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }

  example "size known only after apply" {
    given  = { capacity_gib = unknown, per_unit_storage_throughput = "125" }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }
}
