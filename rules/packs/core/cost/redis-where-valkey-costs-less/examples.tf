provider "aws" {
  region = "eu-west-1"
}

variable "engine" {
  type = string
}

resource "aws_elasticache_replication_group" "bad" {
  replication_group_id = "sessions"
  description          = "Sessions of the shop"
  engine               = "redis" # want: redis engine; valkey does the same on the same nodes for less
  engine_version       = "7.1"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 1
}

# Redis is what comes when nothing is said.
resource "aws_elasticache_replication_group" "bad_default" {
  # want: redis engine
  replication_group_id = "carts"
  description          = "Carts of the shop"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 1
}

resource "aws_elasticache_replication_group" "good" {
  replication_group_id = "search"
  description          = "Answers of the search"
  engine               = "valkey"
  engine_version       = "8.0"
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 1
}

resource "aws_elasticache_replication_group" "depends" {
  replication_group_id = "limits"
  description          = "Counters of the rate limits"
  engine               = var.engine # want unknown: engine
  node_type            = "cache.m7g.large"
  num_cache_clusters   = 1
}
