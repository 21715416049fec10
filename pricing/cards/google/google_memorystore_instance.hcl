# A Memorystore for Valkey instance: hours of its nodes, shards times one and
# the replicas of each; persistence and backups. The prices of the larger
# nodes and of persistence are not in the catalogue.
resource "google_memorystore_instance" {
  assume "node_type" {
    value = "HIGHMEM_MEDIUM"
    why   = "HIGHMEM_MEDIUM, the default of the API"
  }
  assume "replica_count" {
    value = 0
    why   = "none, the default of the API"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it exists, where that is not all 730"
  }
  usage "backup_storage_gb" {
    unit        = "GB"
    default     = null
    description = "backups kept"
  }

  let {
    kind  = lower(replace(coalesce(self.node_type, "HIGHMEM_MEDIUM"), "_", "-"))
    nodes = self.shard_count * (1 + coalesce(self.replica_count, 0))
  }

  cost "nodes" {
    quantity = let.nodes * coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "memorystore/valkey/${let.kind}"
  }

  cost "backups" {
    when     = usage.backup_storage_gb != null
    quantity = usage.backup_storage_gb
    unit     = "GiB-month"
    price    = "memorystore/valkey/backup"
  }

  uses "nodes" {
    gap = "the machines behind Memorystore are not published"
  }

  example "three shards with a replica each" {
    given   = { shard_count = 3, replica_count = 1, node_type = "STANDARD_SMALL" }
    want    = { nodes = 4380 }
    status  = "priced"
    monthly = "624.15"
    prices  = { "memorystore/valkey/standard-small" = 0.1425 }
    source  = "cloud.google.com/memorystore/valkey/pricing, us-central1, 2026-08"
  }

  example "the usual node: no price here" {
    given   = { shard_count = 1, node_type = unknown, replica_count = unknown }
    usage   = { backup_storage_gb = 10 }
    want    = {}
    gaps    = ["nodes", "backups"]
    omitted = ["node_type", "replica_count"]
    status  = "gap"
  }

  example "shards known only after apply" {
    given  = { shard_count = unknown, node_type = "SHARED_CORE_NANO", replica_count = 0 }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
