# A group of ElastiCache nodes: hours of every node, backups beyond the first,
# and the surcharge for old versions of Redis OSS, as for a cluster.
#
# Nodes are counted by shards and replicas where the group has shards, else by
# num_cache_clusters. Several zones cost nothing of their own. Clusters that
# name the group as theirs are billed here. A secondary group of a global
# datastore has its primary's node type, which the plan does not show.
resource "aws_elasticache_replication_group" {
  assume "engine_version" {
    why = "not configured: a version in standard support"
  }
  assume "num_cache_clusters" {
    why = "counted by shards, else one node, the default"
  }
  assume "number_cache_clusters" {
    why = "counted by shards, else one node, the default"
  }
  assume "num_node_groups" {
    why = "not configured: one shard"
  }
  assume "replicas_per_node_group" {
    why = "not configured: no replicas by shard"
  }
  assume "node_group_configuration" {
    why = "not configured"
  }
  assume "cluster_mode" {
    why = "not configured"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month it runs, where that is not all 730"
  }
  usage "snapshot_storage_size_gb" {
    unit        = "GB"
    description = "one backup; the first that is kept is free"
  }

  let {
    # Up to version 4 of the provider cluster_mode was a block with the shards.
    shards   = first(self.num_node_groups, get(self.cluster_mode, "num_node_groups"))
    replicas = first(self.replicas_per_node_group, get(self.cluster_mode, "replicas_per_node_group"))
    listed   = [for g in first(self.node_group_configuration, []) : 1 + get(g, "replica_count", 0)]
    nodes = (
      length(let.listed) > 0 ? sum(let.listed) :
      let.shards != null || let.replicas != null ? coalesce(let.shards, 1) * (1 + coalesce(let.replicas, 0)) :
      coalesce(self.num_cache_clusters, self.number_cache_clusters, 1)
    )
  }

  part "" {
    card = "aws_elasticache_cluster"
    given = {
      engine                   = coalesce(self.engine, "redis")
      engine_version           = self.engine_version
      node_type                = self.node_type
      num_cache_nodes          = let.nodes
      snapshot_retention_limit = self.snapshot_retention_limit
    }
    usage = { monthly_hrs = usage.monthly_hrs, snapshot_storage_size_gb = usage.snapshot_storage_size_gb }
  }

  example "two nodes of Valkey, as a plan shows it" {
    given = {
      engine                  = "valkey"
      engine_version          = unknown
      node_type               = "cache.r7g.large"
      num_cache_clusters      = 2
      num_node_groups         = unknown
      replicas_per_node_group = unknown
      cluster_mode            = unknown
    }
    omitted = ["engine_version", "num_node_groups", "replicas_per_node_group", "cluster_mode"]
    want    = { nodes = 1460 }
    monthly = "255.7920"
    prices  = { "elasticache/node/cache.r7g.large/valkey" = 0.1752 }
    source  = "aws.amazon.com/elasticache/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "three shards with a replica each" {
    given = {
      engine                  = "redis"
      engine_version          = "7.1"
      node_type               = "cache.r6g.large"
      num_cache_clusters      = unknown
      num_node_groups         = 3
      replicas_per_node_group = 1
      cluster_mode            = "enabled"
    }
    omitted = ["num_cache_clusters"]
    want    = { nodes = 4380 }
    monthly = "902.28"
    prices  = { "elasticache/node/cache.r6g.large/redis" = 0.206 }
    source  = "aws.amazon.com/elasticache/pricing, us-east-1, 2025-06"
  }

  example "shards written one by one" {
    given = { engine = "valkey", node_type = "cache.r7g.large", node_group_configuration = [{ replica_count = 2 }, { replica_count = 1 }, {}] }
    want  = { nodes = 4380 }
  }

  example "shards in the block of old providers" {
    given = { node_type = "cache.m5.large", cluster_mode = [{ num_node_groups = 2, replicas_per_node_group = 1 }] }
    want  = { nodes = 2920 }
    prices = { "elasticache/node/cache.m5.large/redis" = 0.156 }
  }

  example "nothing said: one node" {
    given = { engine = "redis", node_type = "cache.m5.large" }
    want  = { nodes = 730 }
  }

  example "data tiering, past standard support, with backups" {
    given  = { engine = "redis", engine_version = "4.0.10", node_type = "cache.r6gd.xlarge", num_cache_clusters = 2, data_tiering_enabled = true, snapshot_retention_limit = 3 }
    usage  = { snapshot_storage_size_gb = 50 }
    want   = { nodes = 1460, "extended support" = 1168, "backup storage" = 100 }
    prices = { "elasticache/node/cache.r6gd.xlarge/redis" = 0.781 }
  }

  example "number of shards known only after apply" {
    given  = { engine = "valkey", node_type = "cache.r7g.large", num_node_groups = unknown }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }

  example "a node type of the past has no price" {
    given  = { engine = "redis", engine_version = "7.0", node_type = "cache.m3.medium", num_cache_clusters = 1 }
    region = "ap-southeast-7"
    want   = {}
    gaps   = ["nodes"]
  }
}
