# Production data, and what one wrong rename does to it.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

variable "deletion_protection" {
  description = "Off while the database is being moved."
  type        = bool
}

resource "aws_db_instance" "bad" {
  # want: a month of production data has no deletion protection and no final snapshot
  identifier                  = "ledger"
  engine                      = "postgres"
  instance_class              = "db.m7g.2xlarge"
  allocated_storage           = 500
  username                    = "owner"
  manage_master_user_password = true
  skip_final_snapshot         = true
}

resource "aws_s3_bucket" "bad" {
  bucket        = "ledger-exports"
  force_destroy = true # want: force_destroy lets one apply delete the bucket with everything in it
}

resource "aws_db_instance" "good" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.m7g.2xlarge"
  allocated_storage           = 500
  username                    = "owner"
  manage_master_user_password = true
  deletion_protection         = true
  final_snapshot_identifier   = "orders-final"
}

# Thrown away every night.
resource "aws_s3_bucket" "good" {
  bucket        = "ledger-previews"
  force_destroy = true
  tags          = { environment = "staging" }
}

resource "aws_rds_cluster" "open" {
  cluster_identifier          = "customers"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  manage_master_user_password = true
  final_snapshot_identifier   = "customers-final"
  deletion_protection         = var.deletion_protection # want unknown: no deletion protection
}
