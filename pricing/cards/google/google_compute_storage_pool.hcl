# A Hyperdisk storage pool: gibibytes it is made for, whatever its disks use,
# and the throughput and IOPS it is made for, which have no price in the
# catalogue. Known in us-central1.
resource "google_compute_storage_pool" {
  let {
    kind = regex("hyperdisk-[a-z]+", lower(self.storage_pool_type))
  }

  cost "capacity" {
    quantity = tonumber(self.pool_provisioned_capacity_gb)
    unit     = "GiB-month"
    price    = "disk/storage-pool/${let.kind}/capacity"
  }

  cost "throughput" {
    quantity = tonumber(self.pool_provisioned_throughput)
    unit     = "MiBps-month"
    price    = "disk/storage-pool/${let.kind}/throughput"
  }

  cost "IOPS" {
    when     = let.kind == "hyperdisk-balanced"
    quantity = tonumber(self.pool_provisioned_iops)
    unit     = "IOPS-month"
    price    = "disk/storage-pool/${let.kind}/iops"
  }

  uses "disks" {
    storage   = "disk"
    selector  = let.kind
    gigabytes = tonumber(self.pool_provisioned_capacity_gb)
  }

  example "ten tebibytes of balanced disks" {
    given   = { storage_pool_type = "hyperdisk-balanced", pool_provisioned_capacity_gb = "10240", pool_provisioned_throughput = "1024", pool_provisioned_iops = "10000" }
    want    = { capacity = 10240 }
    gaps    = ["throughput", "IOPS"]
    status  = "partial"
    monthly = "819.20"
    prices  = { "disk/storage-pool/hyperdisk-balanced/capacity" = 0.08 }
    source  = "cloud.google.com/compute/disks-image-pricing, us-central1, 2026-08"
  }

  example "size known only after apply" {
    given  = { storage_pool_type = "hyperdisk-throughput", pool_provisioned_capacity_gb = unknown, pool_provisioned_throughput = "1024" }
    want   = {}
    gaps   = ["capacity", "throughput"]
    status = "gap"
  }
}
