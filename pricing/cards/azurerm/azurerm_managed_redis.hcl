# Managed Redis: hours of each instance of its size. High availability, which is
# the default, keeps a second instance, at the same price; so the whole costs twice
# the meter. Databases are free. A cache in a geo-replication group is a resource
# of its own and is billed there.
resource "azurerm_managed_redis" {
  let {
    # Balanced_B3, MemoryOptimized_M10, ComputeOptimized_X3, FlashOptimized_A250
    words     = split("_", lower(self.sku_name))
    family    = replace(let.words[0], "optimized", "-optimized")
    size      = let.words[1]
    instances = coalesce(self.high_availability_enabled, true) ? 2 : 1
  }

  cost "instances" {
    quantity = let.instances * hours
    unit     = "hour"
    price    = "redis-cache/azure-managed-redis-${let.family}/${let.size}/${let.size}-cache-instance"
  }

  uses "instances" { gap = "the machines behind a size are not published" }

  example "three gigabytes, highly available" {
    given   = { sku_name = "Balanced_B3" }
    want    = { instances = 1460 }
    status  = "priced"
    monthly = "112.42"
    prices  = { "redis-cache/azure-managed-redis-balanced/b3/b3-cache-instance" = 0.077 }
    source  = "azure.microsoft.com/pricing/details/managed-redis, West Europe, 2026-08"
  }

  example "one instance only" {
    given  = { sku_name = "MemoryOptimized_M10", high_availability_enabled = false }
    want   = { instances = 730 }
    prices = { "redis-cache/azure-managed-redis-memory-optimized/m10/m10-cache-instance" = 0.257 }
  }

  example "on flash" {
    given  = { sku_name = "FlashOptimized_A250", high_availability_enabled = true }
    want   = { instances = 1460 }
    prices = { "redis-cache/azure-managed-redis-flash-optimized/a250/a250-cache-instance" = 1.856 }
  }

  example "size known only after apply" {
    given  = { sku_name = unknown }
    want   = {}
    gaps   = ["instances"]
    status = "gap"
  }
}
