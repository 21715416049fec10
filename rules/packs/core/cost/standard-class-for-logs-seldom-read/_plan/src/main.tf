terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "eu-west-1"
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
  name              = "/shop/audit"
  retention_in_days = 365
}

resource "aws_cloudwatch_log_group" "good" {
  name              = "/shop/audit-archive"
  retention_in_days = 365
  log_group_class   = "INFREQUENT_ACCESS"
}

resource "aws_cloudwatch_log_group" "good_orders" {
  name              = "/shop/orders"
  retention_in_days = 30
}

# An alarm counts what comes in: that takes the standard class.
resource "aws_cloudwatch_log_group" "good_watched" {
  name              = "/shop/audit-watched"
  retention_in_days = 365
}

resource "aws_cloudwatch_log_metric_filter" "watched" {
  name           = "logins"
  log_group_name = aws_cloudwatch_log_group.good_watched.name
  pattern        = "ERROR"

  metric_transformation {
    name      = "errors"
    namespace = "shop"
    value     = "1"
  }
}
