# An ElastiCache cluster: hours of its nodes by engine (Valkey is cheaper than
# Redis OSS and Memcached), backups beyond the first, and the surcharge for
# Redis OSS versions past their standard support. Data tiering is part of the
# node's price (r6gd).
#
# A member of a replication group is billed with the group. The surcharge is
# published as a share of the node's price: 80 %, in the third year 160 %, of
# on-demand hours. Whether a version is past standard support depends on the
# day; the calendar is judged on the day of this edition of the catalogue.
resource "aws_elasticache_cluster" {
  assume "replication_group_id" {
    why = "not configured: no member of a group"
  }
  assume "engine_version" {
    why = "not configured: a version in standard support"
  }

  ref "group" {
    path  = "replication_group_id"
    types = ["aws_elasticache_replication_group"]
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
    # The id of a group that is made in the same plan is not known yet; that
    # there is one is.
    member = get(refs.group, "replication_group_id", "-") != "-" ? true : coalesce(self.replication_group_id, "") != ""
    type   = lower(self.node_type)
    engine = lower(self.engine)
    nodes  = self.num_cache_nodes
    hours  = coalesce(usage.monthly_hrs, hours)
    kept   = let.engine == "memcached" ? 0 : coalesce(self.snapshot_retention_limit, 0)

    # First day that is billed (year, month, day), by the user guide of
    # ElastiCache, 2026-05; the day it is judged on.
    as_of = 20261121
    billed_from = {
      redis_4 = 20260201
      redis_5 = 20260201
      redis_6 = 20270201
    }
    major = split(".", coalesce(self.engine_version, "0"))[0]
    from  = lookup(let.billed_from, "${let.engine}_${let.major}", 99999999)
    share = let.from > let.as_of ? 0 : (let.from + 20000 <= let.as_of ? 1.6 : 0.8)
  }

  cost "nodes" {
    when     = !let.member
    quantity = let.nodes * let.hours
    unit     = "hour"
    price    = "elasticache/node/${let.type}/${let.engine}"
  }

  cost "extended support" {
    when     = !let.member && let.share > 0
    quantity = let.nodes * let.hours * let.share
    unit     = "hour"
    price    = "elasticache/node/${let.type}/${let.engine}"
  }

  # Known for us-east-1 only, and there from a rounded total.
  cost "backup storage" {
    when     = !let.member && let.kept > 1
    quantity = usage.snapshot_storage_size_gb * (let.kept - 1)
    unit     = "GB-month"
    price    = "component/aws_elasticache_cluster/backup-storage"
  }

  uses "nodes" {
    when    = !let.member
    machine = let.type
    count   = let.nodes
  }

  example "one node of Redis OSS" {
    given   = { engine = "redis", node_type = "cache.m5.large", num_cache_nodes = 1, engine_version = "7.1" }
    want    = { nodes = 730 }
    monthly = "113.88"
    prices  = { "elasticache/node/cache.m5.large/redis" = 0.156 }
    source  = "aws.amazon.com/elasticache/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "as a plan shows it" {
    given   = { engine = "memcached", node_type = "cache.t3.micro", num_cache_nodes = 3, engine_version = unknown, replication_group_id = unknown }
    omitted = ["engine_version", "replication_group_id"]
    want    = { nodes = 2190 }
    monthly = "37.23"
    prices  = { "elasticache/node/cache.t3.micro/memcached" = 0.017 }
    source  = "aws.amazon.com/elasticache/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "a member is billed with its group" {
    given  = { engine = unknown, node_type = unknown, num_cache_nodes = unknown, engine_version = unknown, replication_group_id = unknown }
    refs   = { group = { replication_group_id = "cache" } }
    want   = {}
    status = "free"
  }

  example "a member of a group elsewhere" {
    given  = { node_type = unknown, replication_group_id = "cache" }
    want   = {}
    status = "free"
  }

  example "past standard support" {
    given   = { engine = "redis", engine_version = "5.0.6", node_type = "cache.m5.large", num_cache_nodes = 1 }
    want    = { nodes = 730, "extended support" = 584 }
    monthly = "204.984"
    prices  = { "elasticache/node/cache.m5.large/redis" = 0.156 }
    source  = "aws.amazon.com/elasticache/pricing, us-east-1, 2025-06"
  }

  example "Redis OSS 6 is in standard support still" {
    given = { engine = "redis", engine_version = "6.x", node_type = "cache.m5.large", num_cache_nodes = 1 }
    want  = { nodes = 730 }
  }

  example "backups of a week" {
    given  = { engine = "valkey", node_type = "cache.r7g.large", num_cache_nodes = 1, snapshot_retention_limit = 7 }
    usage  = { snapshot_storage_size_gb = 10 }
    want   = { nodes = 730, "backup storage" = 60 }
    prices = { "component/aws_elasticache_cluster/backup-storage" = 0.085 }
  }

  example "backups of unknown size" {
    given  = { engine = "redis", node_type = "cache.r7g.large", num_cache_nodes = 1, snapshot_retention_limit = 7 }
    want   = { nodes = 730 }
    unused = ["backup storage"]
    status = "partial"
  }

  example "type known only after apply" {
    given  = { engine = "redis", node_type = unknown, num_cache_nodes = 1 }
    want   = {}
    gaps   = ["nodes"]
    status = "gap"
  }
}
