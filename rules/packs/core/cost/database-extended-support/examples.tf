# Engines, and when AWS begins to bill extended support for them.
provider "aws" {
  region = "eu-west-1"
}

variable "engine_version" {
  type = string
}

resource "aws_db_instance" "ledger" {
  # want: postgres 12.22 left standard support on 2025-02-28: extended support is billed
  identifier                  = "ledger"
  engine                      = "postgres"
  engine_version              = "12.22"
  instance_class              = "db.m7g.large"
  allocated_storage           = 100
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "shop" {
  # want: aurora-mysql 5.7.mysql_aurora.2.11.5 left standard support
  cluster_identifier          = "shop"
  engine                      = "aurora-mysql"
  engine_version              = "5.7.mysql_aurora.2.11.5"
  master_username             = "owner"
  manage_master_user_password = true
}

# A group that names no engine runs Redis.
resource "aws_elasticache_replication_group" "sessions" {
  # want: redis 5.0.6 left standard support
  replication_group_id = "sessions"
  description          = "sessions"
  engine_version       = "5.0.6"
  node_type            = "cache.t4g.small"
}

resource "aws_db_instance" "reports" {
  # want unknown: engine_version
  identifier                  = "reports"
  engine                      = "postgres"
  engine_version              = var.engine_version
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_db_instance" "good" {
  identifier                  = "good"
  engine                      = "postgres"
  engine_version              = "17.2"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
}

# Upgraded by AWS when its support ends, instead of billed.
resource "aws_db_instance" "good_upgraded" {
  identifier                  = "upgraded"
  engine                      = "mysql"
  engine_version              = "8.0"
  engine_lifecycle_support    = "open-source-rds-extended-support-disabled"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 20
  username                    = "owner"
  manage_master_user_password = true
}
