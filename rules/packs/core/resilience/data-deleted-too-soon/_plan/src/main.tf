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

resource "aws_cloudwatch_log_group" "bad" {
  name              = "bad"
  retention_in_days = 90
  tags              = { data-class = "audit" }
}

resource "aws_cloudwatch_log_group" "good" {
  name              = "good"
  retention_in_days = 2557
  tags              = { data-class = "audit" }
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders-4711"
  tags   = { data-class = "orders" }
}

resource "aws_s3_bucket_lifecycle_configuration" "bad" {
  bucket = aws_s3_bucket.orders.id

  rule {
    id     = "expire"
    status = "Enabled"

    filter {}

    expiration {
      days = 30
    }
  }
}
