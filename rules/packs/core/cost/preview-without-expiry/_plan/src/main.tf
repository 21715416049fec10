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
      environment = "preview"
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_kms_key" "bad" {
  description = "bad"
}

resource "aws_kms_key" "good" {
  description = "good"
  tags        = { expires = "2026-12-01" }
}
