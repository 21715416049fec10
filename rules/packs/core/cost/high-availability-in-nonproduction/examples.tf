# Standbys of a test environment, which can wait for a restart.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

variable "two_zones" {
  type = bool
}

resource "aws_db_instance" "orders" {
  # want: standby in a second zone in non-production
  identifier                  = "orders"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  multi_az                    = true
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "shop" {
  # want: cluster of 2 instances in non-production
  cluster_identifier          = "shop"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  manage_master_user_password = true
}

resource "aws_rds_cluster_instance" "shop" {
  count = 2

  identifier         = "shop-${count.index}"
  cluster_identifier = aws_rds_cluster.shop.id
  engine             = aws_rds_cluster.shop.engine
  instance_class     = "db.t4g.medium"
}

resource "aws_elasticache_replication_group" "sessions" {
  # want: 3 cache nodes in non-production
  replication_group_id = "sessions"
  description          = "sessions"
  engine               = "valkey"
  node_type            = "cache.t4g.small"
  num_cache_clusters   = 3
}

resource "aws_db_instance" "reports" {
  # want unknown: multi_az
  identifier                  = "reports"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  multi_az                    = var.two_zones
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_db_instance" "good" {
  identifier                  = "good"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  multi_az                    = false
  username                    = "owner"
  manage_master_user_password = true
}

# One environment is like production, to rehearse a failover in.
resource "aws_db_instance" "good_staging" {
  identifier                  = "staging"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  multi_az                    = true
  username                    = "owner"
  manage_master_user_password = true
  tags                        = { environment = "staging" }
}
