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

resource "aws_db_instance" "bad" {
  identifier                  = "bad"
  engine                      = "sqlserver-ee"
  engine_version              = "16.00.4215.2.v1"
  instance_class              = "db.r7i.xlarge"
  license_model               = "license-included"
  allocated_storage           = 100
  storage_type                = "gp3"
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
  copy_tags_to_snapshot       = true
}

resource "aws_db_instance" "good" {
  identifier                  = "good"
  engine                      = "sqlserver-web"
  engine_version              = "16.00.4215.2.v1"
  instance_class              = "db.r7i.large"
  license_model               = "license-included"
  allocated_storage           = 100
  storage_type                = "gp3"
  username                    = "shop"
  manage_master_user_password = true
  skip_final_snapshot         = true
  copy_tags_to_snapshot       = true
}
