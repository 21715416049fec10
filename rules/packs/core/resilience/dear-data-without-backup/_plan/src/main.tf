terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "eu-west-3"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true

  default_tags {
    tags = {
      environment = "production"
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_db_instance" "bad" {
  identifier                  = "bad"
  engine                      = "postgres"
  engine_version              = "16.6"
  instance_class              = "db.r7g.xlarge"
  storage_type                = "gp3"
  allocated_storage           = 500
  username                    = "shop"
  manage_master_user_password = true
  deletion_protection         = true
  final_snapshot_identifier   = "bad"
  copy_tags_to_snapshot       = true
  multi_az                    = true
  backup_retention_period     = 0
}

resource "aws_db_instance" "good" {
  identifier                  = "good"
  engine                      = "postgres"
  engine_version              = "16.6"
  instance_class              = "db.r7g.xlarge"
  storage_type                = "gp3"
  allocated_storage           = 500
  username                    = "shop"
  manage_master_user_password = true
  deletion_protection         = true
  final_snapshot_identifier   = "good"
  copy_tags_to_snapshot       = true
  multi_az                    = true
  backup_retention_period     = 14
}
