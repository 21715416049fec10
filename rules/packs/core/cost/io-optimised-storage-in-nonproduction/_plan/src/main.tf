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
      environment = "test"
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_rds_cluster" "bad" {
  cluster_identifier          = "bad"
  engine                      = "aurora-postgresql"
  engine_version              = "16.6"
  master_username             = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
  copy_tags_to_snapshot       = true
  storage_type                = "aurora-iopt1"
}

resource "aws_rds_cluster" "good" {
  cluster_identifier          = "good"
  engine                      = "aurora-postgresql"
  engine_version              = "16.6"
  master_username             = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
  copy_tags_to_snapshot       = true
}
