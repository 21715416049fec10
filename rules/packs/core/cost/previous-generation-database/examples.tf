provider "aws" {
  region = "eu-west-1"
}

variable "class" {
  type = string
}

resource "aws_db_instance" "bad" {
  identifier                  = "orders"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.m4.large" # want: db.m4.large is of a previous generation
  allocated_storage           = 100
  storage_type                = "gp3"
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_db_instance" "good" {
  identifier                  = "payments"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.m7g.large"
  allocated_storage           = 100
  storage_type                = "gp3"
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_db_instance" "depends" {
  identifier                  = "reports"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = var.class # want unknown: instance_class
  allocated_storage           = 100
  storage_type                = "gp3"
  username                    = "owner"
  manage_master_user_password = true
}

resource "aws_opensearch_domain" "bad" {
  domain_name    = "search"
  engine_version = "OpenSearch_2.15"

  cluster_config {
    instance_type = "m4.large.search" # want: m4.large.search is of a previous generation
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = 100
  }
}
