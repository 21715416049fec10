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

resource "aws_cloudwatch_log_group" "this" {
  name              = "flows"
  retention_in_days = 30
}

resource "aws_flow_log" "bad" {
  vpc_id                   = "vpc-0a1b2c3d"
  traffic_type             = "ALL"
  log_destination          = aws_cloudwatch_log_group.this.arn
  iam_role_arn             = "arn:aws:iam::123456789012:role/flows"
  max_aggregation_interval = 60
}

resource "aws_route53_resolver_query_log_config" "bad" {
  name            = "bad"
  destination_arn = aws_cloudwatch_log_group.this.arn
}

resource "aws_flow_log" "good" {
  vpc_id               = "vpc-0a1b2c3d"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flows-4711"
}
