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

resource "aws_cloudwatch_event_rule" "bad" {
  name                = "bad"
  schedule_expression = "rate(1 minute)"
}

resource "aws_glue_job" "bad" {
  name              = "bad"
  role_arn          = "arn:aws:iam::123456789012:role/load"
  glue_version      = "4.0"
  worker_type       = "G.1X"
  number_of_workers = 20

  command {
    script_location = "s3://scripts-4711/load.py"
  }
}

resource "aws_cloudwatch_event_rule" "good" {
  name                = "good"
  schedule_expression = "cron(0 * * * ? *)"
}

resource "aws_glue_job" "good" {
  name              = "good"
  role_arn          = "arn:aws:iam::123456789012:role/load"
  glue_version      = "5.0"
  worker_type       = "G.1X"
  number_of_workers = 2
  timeout           = 60

  command {
    script_location = "s3://scripts-4711/load.py"
  }
}
