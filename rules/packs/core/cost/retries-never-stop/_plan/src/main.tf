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

resource "aws_lambda_event_source_mapping" "bad" {
  event_source_arn  = "arn:aws:kinesis:eu-west-3:123456789012:stream/clicks"
  function_name     = "clicks"
  starting_position = "LATEST"
}

resource "aws_lambda_event_source_mapping" "good" {
  event_source_arn       = "arn:aws:kinesis:eu-west-3:123456789012:stream/clicks"
  function_name          = "clicks"
  starting_position      = "LATEST"
  maximum_retry_attempts = 3
}
