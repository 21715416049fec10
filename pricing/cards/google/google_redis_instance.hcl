# A Memorystore for Redis instance: gibibytes it is made for, by the hour. The
# price of a gibibyte falls with the size of the whole instance (bands M1 to M5)
# and is about twice as much in STANDARD_HA, which is two nodes. Read replicas
# beyond the first cost half of that pair each.
resource "google_redis_instance" {
  assume "replica_count" {
    why = "one in STANDARD_HA, two with read replicas"
  }
  assume "read_replicas_mode" {
    value = "READ_REPLICAS_DISABLED"
    why   = "no read replicas, the default of the API"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }

  let {
    hours = coalesce(usage.monthly_hrs, hours)
    size  = self.memory_size_gb
    ha    = upper(coalesce(self.tier, "BASIC")) == "STANDARD_HA"
    band  = let.size <= 4 ? "m1" : let.size <= 10 ? "m2" : let.size <= 35 ? "m3" : let.size <= 100 ? "m4" : "m5"
    price = "memorystore/redis/${let.ha ? "standard" : "basic"}/${let.band}"
    reads = upper(coalesce(self.read_replicas_mode, "READ_REPLICAS_DISABLED")) == "READ_REPLICAS_ENABLED"
    nodes = let.ha ? 1 + coalesce(self.replica_count, let.reads ? 2 : 1) : 1
  }

  cost "memory" {
    quantity = let.size * let.hours
    unit     = "GiB-hour"
    price    = let.price
  }

  cost "read replicas" {
    when     = let.ha && let.reads
    name     = "further read replicas (half of a pair each)"
    quantity = let.size * max(0, let.nodes - 2) * let.hours
    unit     = "GiB-hour"
    price    = let.price
    factor   = 0.5
  }

  uses "nodes" {
    gap = "the machines behind Memorystore are not published"
  }

  example "5 GB with a standby" {
    given   = { tier = "STANDARD_HA", memory_size_gb = 5, replica_count = unknown, read_replicas_mode = unknown }
    omitted = ["replica_count", "read_replicas_mode"]
    want    = { memory = 3650 }
    status  = "priced"
    monthly = "197.10"
    prices  = { "memorystore/redis/standard/m2" = 0.054 }
    source  = "cloud.google.com/memorystore/docs/redis/pricing, us-central1, 2026-04"
  }

  example "basic is the default" {
    given   = { memory_size_gb = 4 }
    want    = { memory = 2920 }
    monthly = "143.08"
    prices  = { "memorystore/redis/basic/m1" = 0.049 }
    source  = "cloud.google.com/memorystore/docs/redis/pricing, us-central1, 2026-04"
  }

  example "three read replicas are four nodes" {
    given   = { tier = "STANDARD_HA", memory_size_gb = 16, replica_count = 3, read_replicas_mode = "READ_REPLICAS_ENABLED" }
    want    = { memory = 11680, "further read replicas (half of a pair each)" = 23360 }
    monthly = "1074.56"
    prices  = { "memorystore/redis/standard/m3" = 0.046 }
    source  = "cloud.google.com/memorystore/docs/redis/pricing, us-central1, 2026-04"
  }

  example "the largest band" {
    given = { tier = "STANDARD_HA", memory_size_gb = 200 }
    want  = { memory = 146000 }
  }

  example "size known only after apply" {
    given  = { tier = "BASIC", memory_size_gb = unknown }
    want   = {}
    gaps   = ["memory"]
    status = "gap"
  }
}
