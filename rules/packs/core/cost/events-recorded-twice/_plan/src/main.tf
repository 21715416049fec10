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


resource "aws_cloudtrail" "account" {
  name                  = "account"
  s3_bucket_name        = "trails"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "bad" {
  name           = "team"
  s3_bucket_name = "trails-of-the-team"

  event_selector {
    include_management_events = true
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3"]
    }
  }
}

resource "aws_cloudtrail" "good" {
  name           = "ledger"
  s3_bucket_name = "trails-of-the-ledger"

  event_selector {
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::ledger/"]
    }
  }
}
