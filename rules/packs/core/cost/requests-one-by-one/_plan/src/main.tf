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

resource "aws_sqs_queue" "bad" {
  name = "orders"
}

resource "aws_sqs_queue" "good" {
  name                      = "payments"
  receive_wait_time_seconds = 20
}

# Lambda waits for messages by itself.
resource "aws_sqs_queue" "good_function" {
  name = "mails"

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.good.arn
    maxReceiveCount     = 5
  })
}

resource "aws_lambda_event_source_mapping" "bad" {
  event_source_arn = aws_sqs_queue.good_function.arn
  function_name    = "mails"
  batch_size       = 1
}
