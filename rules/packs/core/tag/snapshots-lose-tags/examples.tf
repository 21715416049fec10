# Snapshots outlive what they were taken from.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { owner = "payments" }
  }
}

variable "copy_tags" {
  description = "Whether snapshots carry the tags of their database."
  type        = bool
}

resource "aws_db_instance" "bad" {
  # want: snapshots do not get its tags
  identifier                  = "ledger"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_rds_cluster" "bad" {
  cluster_identifier          = "orders"
  engine                      = "aurora-postgresql"
  master_username             = "owner"
  manage_master_user_password = true
  copy_tags_to_snapshot       = false # want: snapshots do not get its tags
}

resource "aws_db_instance" "good" {
  identifier                  = "reports"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
  copy_tags_to_snapshot       = true
}

resource "aws_db_instance" "open" {
  identifier                  = "drafts"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "owner"
  manage_master_user_password = true
  copy_tags_to_snapshot       = var.copy_tags # want unknown: snapshots do not get its tags
}
