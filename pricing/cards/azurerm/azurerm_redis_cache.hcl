# A Redis cache: hours of its size. The Standard and Premium prices hold the
# primary with one replica; a clustered Premium cache pays them for each shard,
# and further replicas by the node.
#
# Azure Cache for Redis is being retired in favour of azurerm_managed_redis.
resource "azurerm_redis_cache" {
  assume "replicas_per_master" {
    why = "one replica, which the price holds"
  }
  assume "replicas_per_primary" {
    why = "one replica, which the price holds"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    sku      = lower(self.sku_name)
    size     = "${lower(self.family)}${self.capacity}"
    premium  = let.sku == "premium"
    shards   = let.premium ? max(1, coalesce(self.shard_count, 1)) : 1
    replicas = let.premium ? coalesce(self.replicas_per_primary, self.replicas_per_master, 1) : 1
    hours    = coalesce(usage.monthly_hrs, hours)

    # vCPUs and GB of one node by the size tables of the service; C0 is shared.
    node = {
      c1 = { vcpu = 1, gib = 1 }
      c2 = { vcpu = 2, gib = 2.5 }
      c3 = { vcpu = 4, gib = 6 }
      c4 = { vcpu = 2, gib = 13 }
      c5 = { vcpu = 4, gib = 26 }
      c6 = { vcpu = 8, gib = 53 }
      p1 = { vcpu = 2, gib = 6 }
      p2 = { vcpu = 4, gib = 13 }
      p3 = { vcpu = 4, gib = 26 }
      p4 = { vcpu = 8, gib = 53 }
      p5 = { vcpu = 20, gib = 120 }
    }[let.size]
    halves = let.sku != "basic" && !priced("redis/${let.sku}/${let.size}") && priced("redis/${let.sku}/${let.size}/instance")
    nodes  = let.shards * (let.sku == "basic" ? 1 : 1 + let.replicas)
  }

  # Some regions have the price of a node alone, which is half a cache.
  cost "cache" {
    quantity = let.shards * let.hours * (let.halves ? 2 : 1)
    unit     = "hour"
    price    = let.halves ? "redis/${let.sku}/${let.size}/instance" : "redis/${let.sku}/${let.size}"
  }

  cost "further replicas" {
    when     = let.premium
    quantity = let.shards * max(0, let.replicas - 1) * let.hours
    unit     = "hour"
    price    = "redis/premium/${let.size}/instance"
  }

  uses "nodes" {
    when       = let.size != "c0"
    vcpu       = let.node.vcpu
    memory_gib = let.node.gib
    count      = let.nodes
    vcpu_hours = let.hours
  }

  uses "shared node" {
    when = let.size == "c0"
    gap  = "how much of a shared node is used is not known"
  }

  example "Standard C1" {
    given   = { sku_name = "Standard", family = "C", capacity = 1, replicas_per_master = unknown, replicas_per_primary = unknown }
    omitted = ["replicas_per_master", "replicas_per_primary"]
    want    = { cache = 730 }
    status  = "priced"
    monthly = "100.74"
    prices  = { "redis/standard/c1" = 0.138 }
    source  = "azure.microsoft.com/pricing/details/cache, West Europe, 2026-08"
  }

  example "Premium P1, two shards with two replicas" {
    given   = { sku_name = "Premium", family = "P", capacity = 1, shard_count = 2, replicas_per_master = 2, replicas_per_primary = unknown }
    omitted = ["replicas_per_primary"]
    want    = { cache = 1460, "further replicas" = 1460 }
    monthly = "1214.72"
    prices  = { "redis/premium/p1" = 0.555, "redis/premium/p1/instance" = 0.277 }
    source  = "azure.microsoft.com/pricing/details/cache, West Europe, 2026-08"
  }

  example "a region with the price of nodes only" {
    region = "francecentral"
    given  = { sku_name = "Standard", family = "C", capacity = 1 }
    want   = { cache = 1460 }
  }

  example "Basic C0" {
    given   = { sku_name = "Basic", family = "C", capacity = 0 }
    usage   = { monthly_hrs = 100 }
    want    = { cache = 100 }
    monthly = "2.20"
    prices  = { "redis/basic/c0" = 0.022 }
    source  = "azure.microsoft.com/pricing/details/cache, West Europe, 2026-08"
  }

  example "size known only after apply" {
    given  = { sku_name = "Standard", family = "C", capacity = unknown }
    want   = {}
    gaps   = ["cache"]
    status = "gap"
  }
}
