# A pool of NetApp Volumes: gibibytes it is made for, used or not, by its
# service level. Volumes are carved out of it and cost nothing more. Known in
# us-central1; the level Extreme, and throughput of Flex pools, have no price
# in the catalogue.
resource "google_netapp_storage_pool" {
  let {
    level = lower(self.service_level)
    gib   = tonumber(self.capacity_gib)
  }

  cost "capacity" {
    quantity = let.gib
    unit     = "GiB-month"
    price    = "netapp/${let.level}/capacity"
  }

  cost "throughput" {
    when     = let.level == "flex" && first(self.custom_performance_enabled, false) == true
    quantity = tonumber(self.total_throughput_mibps)
    unit     = "MiBps-month"
    price    = "netapp/flex/throughput"
  }

  uses "storage" {
    gap = "no figure exists for the storage behind NetApp Volumes"
  }

  example "two tebibytes of Premium" {
    given   = { service_level = "PREMIUM", capacity_gib = "2048" }
    want    = { capacity = 2048 }
    status  = "priced"
    monthly = "593.92"
    prices  = { "netapp/premium/capacity" = 0.29 }
    source  = "cloud.google.com/netapp/volumes/pricing, us-central1, 2026-08"
  }

  example "Extreme: no price here" {
    given  = { service_level = "EXTREME", capacity_gib = "2048" }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }

  example "a region without a price here" {
    region = "europe-west4"
    given  = { service_level = "STANDARD", capacity_gib = "2048" }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }

  example "size known only after apply" {
    given  = { service_level = "STANDARD", capacity_gib = unknown }
    want   = {}
    gaps   = ["capacity"]
    status = "gap"
  }
}
