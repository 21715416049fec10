# A Memorystore for Redis Cluster: hours of its nodes, shards times one and the
# replicas of each; persistence to disk and backups.
resource "google_redis_cluster" {
  assume "node_type" {
    value = "REDIS_HIGHMEM_MEDIUM"
    why   = "REDIS_HIGHMEM_MEDIUM, the default of the API"
  }
  assume "persistence_config" {
    why = "not configured: none"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }
  usage "aof_storage_gb" {
    unit        = "GB"
    description = "data written for persistence by append-only file"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept"
  }

  let {
    kind  = lower(replace(coalesce(self.node_type, "REDIS_HIGHMEM_MEDIUM"), "_", "-"))
    nodes = self.shard_count * (1 + coalesce(self.replica_count, 0))
    hours = coalesce(usage.monthly_hrs, hours)
    aof   = upper(coalesce(get(self.persistence_config, "mode"), "DISABLED")) == "AOF"
  }

  cost "nodes" {
    quantity = let.nodes * let.hours
    unit     = "hour"
    price    = "memorystore/redis-cluster/${let.kind}"
  }

  # Known from rounded totals, in one region only.
  cost "persistence" {
    when     = let.aof
    quantity = usage.aof_storage_gb * let.hours
    unit     = "GiB-hour"
    price    = "component/google_redis_cluster/aof-persistence"
  }

  cost "backups" {
    when     = usage.backup_storage_gb != null
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "memorystore/redis-cluster/backup"
  }

  uses "nodes" {
    gap = "the machines behind Memorystore are not published"
  }

  example "three shards with a replica each" {
    given   = { node_type = unknown, shard_count = 3, replica_count = 1, persistence_config = unknown }
    omitted = ["node_type", "persistence_config"]
    want    = { nodes = 4380 }
    status  = "priced"
    monthly = "842.274"
    prices  = { "memorystore/redis-cluster/redis-highmem-medium" = 0.1923 }
    source  = "cloud.google.com/memorystore/docs/cluster/pricing, us-central1, 2024-07"
  }

  example "small nodes that persist" {
    given  = { node_type = "REDIS_SHARED_CORE_NANO", shard_count = 1, replica_count = 0, persistence_config = [{ mode = "AOF" }] }
    want   = { nodes = 730 }
    unused = ["persistence"]
  }

  example "shards known only after apply" {
    given  = { node_type = "REDIS_STANDARD_SMALL", shard_count = unknown }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
