# A MemoryDB cluster: hours of its nodes (shards times one primary with its
# replicas) by engine, data written, and snapshots kept for more than a day.
# Data tiering is part of the node's price (r6gd). Of Valkey the first 10 TB
# written a month are free, and no price is published here for the rest.
resource "aws_memorydb_cluster" {
  assume "engine" {
    value = "redis"
    why   = "redis, the default of the API"
  }
  assume "snapshot_retention_limit" {
    value = 0
    why   = "no automated snapshots, the default"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "monthly_data_written_gb" {
    unit        = "GB"
    description = "data written in a month"
  }
  usage "snapshot_storage_gb" {
    unit        = "GB"
    description = "snapshots; those of the first day are free"
  }

  let {
    engine = lower(coalesce(self.engine, "redis"))
    nodes  = coalesce(self.num_shards, 1) * (1 + coalesce(self.num_replicas_per_shard, 1))
    hours  = coalesce(usage.monthly_hrs, hours)
  }

  cost "nodes" {
    quantity = let.nodes * let.hours
    unit     = "hour"
    price    = "memorydb/node/${lower(self.node_type)}/${let.engine}"
  }

  cost "data written" {
    when     = let.engine == "redis"
    quantity = usage.monthly_data_written_gb
    unit     = "GB"
    price    = "memorydb/data-written/redis/gb"
  }

  cost "data written to Valkey" {
    when     = let.engine == "valkey" && usage.monthly_data_written_gb > 10240
    quantity = usage.monthly_data_written_gb - 10240
    unit     = "GB"
    price    = "memorydb/data-written/valkey/gb"
  }

  cost "snapshots" {
    when     = coalesce(self.snapshot_retention_limit, 0) > 1
    quantity = usage.snapshot_storage_gb
    unit     = "GB-month"
    price    = "memorydb/snapshot-storage"
  }

  uses "nodes" {
    machine = lower(self.node_type)
    count   = let.nodes
  }

  example "two shards with a replica each" {
    given   = { engine = "redis", node_type = "db.r6g.large", num_shards = 2, num_replicas_per_shard = 1, snapshot_retention_limit = 0 }
    usage   = { monthly_data_written_gb = 100 }
    want    = { nodes = 2920, "data written" = 100 }
    monthly = "922.28"
    prices  = { "memorydb/node/db.r6g.large/redis" = 0.309, "memorydb/data-written/redis/gb" = 0.2 }
    source  = "aws.amazon.com/memorydb/pricing, us-east-1, 2025-03"
    status  = "priced"
  }

  example "as a plan shows it" {
    given   = { engine = unknown, node_type = "db.t4g.small", num_shards = 1, num_replicas_per_shard = 0, snapshot_retention_limit = unknown }
    omitted = ["engine", "snapshot_retention_limit"]
    want    = { nodes = 730 }
    unused  = ["data written"]
    status  = "partial"
  }

  example "Valkey with snapshots" {
    given  = { engine = "valkey", node_type = "db.r6g.large", snapshot_retention_limit = 7 }
    usage  = { monthly_data_written_gb = 100, snapshot_storage_gb = 50 }
    want   = { nodes = 1460, snapshots = 50 }
    prices = { "memorydb/node/db.r6g.large/valkey" = 0.2163, "memorydb/snapshot-storage" = 0.021 }
  }

  example "number of shards known only after apply" {
    given  = { engine = "valkey", node_type = "db.r6g.large", num_shards = unknown }
    usage  = { monthly_data_written_gb = 20480 }
    want   = {}
    gaps   = ["nodes", "data written to Valkey"]
    status = "gap"
  }
}
