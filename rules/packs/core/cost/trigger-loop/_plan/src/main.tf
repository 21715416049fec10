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

resource "aws_s3_bucket" "this" {
  for_each = toset(["files", "logs"])
  bucket   = "${each.key}-4711"
}

# Each log file is logged again.
resource "aws_s3_bucket_logging" "bad" {
  bucket        = aws_s3_bucket.this["files"].id
  target_bucket = aws_s3_bucket.this["files"].id
  target_prefix = "logs/"
}

resource "aws_s3_bucket_logging" "good" {
  bucket        = aws_s3_bucket.this["files"].id
  target_bucket = aws_s3_bucket.this["logs"].id
  target_prefix = "files/"
}

resource "aws_lambda_function_recursion_config" "bad" {
  function_name  = "ship"
  recursive_loop = "Allow"
}

resource "aws_lambda_function_recursion_config" "good" {
  function_name  = "bill"
  recursive_loop = "Terminate"
}
