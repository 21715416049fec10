# The same size is sold on Arm, for less power and mostly for less money.
provider "aws" {
  region = "eu-west-1"
}

variable "engine" {
  description = "postgres, or sqlserver-se where the ledger has not moved yet."
  type        = string
}

resource "aws_elasticache_replication_group" "bad" {
  replication_group_id = "sessions"
  description          = "Sessions"
  engine               = "valkey"
  node_type            = "cache.m6i.large" # want: is the same size on Arm
}

resource "aws_db_instance" "bad" {
  identifier                  = "ledger"
  engine                      = "postgres"
  instance_class              = "db.m6i.large" # want: db.m6i.large runs on x86
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_db_instance" "good" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.m7g.large"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
}

# SQL Server runs nowhere else.
resource "aws_db_instance" "good_engine" {
  identifier                  = "legacy"
  engine                      = "sqlserver-se"
  license_model               = "license-included"
  instance_class              = "db.m6i.large"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_db_instance" "open" {
  identifier                  = "drafts"
  engine                      = var.engine # want unknown: runs on x86
  instance_class              = "db.m6i.large"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
}
