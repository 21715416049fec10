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

resource "aws_athena_workgroup" "bad" {
  name = "bad"
}

resource "aws_redshiftserverless_workgroup" "bad" {
  namespace_name = "bad"
  workgroup_name = "bad"
  base_capacity  = 16
}

resource "aws_athena_workgroup" "good" {
  name = "good"

  configuration {
    bytes_scanned_cutoff_per_query = 200 * 1024 * 1024 * 1024
  }
}

resource "aws_redshiftserverless_workgroup" "good" {
  namespace_name = "good"
  workgroup_name = "good"
  base_capacity  = 8
}

resource "aws_redshiftserverless_usage_limit" "good" {
  resource_arn  = aws_redshiftserverless_workgroup.good.arn
  usage_type    = "serverless-compute"
  amount        = 200
  breach_action = "deactivate"
}
