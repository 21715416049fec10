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

resource "aws_lambda_alias" "bad" {
  name             = "bad"
  function_name    = "checkout"
  function_version = "1"
}

resource "aws_lambda_provisioned_concurrency_config" "bad" {
  function_name                     = aws_lambda_alias.bad.function_name
  qualifier                         = aws_lambda_alias.bad.name
  provisioned_concurrent_executions = 20
}

resource "aws_lambda_alias" "good" {
  name             = "good"
  function_name    = "checkout"
  function_version = "1"
}

resource "aws_lambda_provisioned_concurrency_config" "good" {
  function_name                     = aws_lambda_alias.good.function_name
  qualifier                         = aws_lambda_alias.good.name
  provisioned_concurrent_executions = 20
}

resource "aws_appautoscaling_target" "good" {
  service_namespace  = "lambda"
  scalable_dimension = "lambda:function:ProvisionedConcurrency"
  resource_id        = "function:${aws_lambda_alias.good.function_name}:${aws_lambda_alias.good.name}"
  min_capacity       = 5
  max_capacity       = 20
}
