# Loops that can be seen without reading code.
provider "aws" {
  region = "eu-west-1"
}

variable "recursion" {
  type = string
}

resource "aws_lambda_function" "ship" {
  function_name = "ship"
  role          = "arn:aws:iam::123456789012:role/ship"
  runtime       = "python3.13"
  handler       = "ship.main"
  filename      = "ship.zip"
}

resource "aws_lambda_function_recursion_config" "ship" {
  # want: loop detection is off
  function_name  = aws_lambda_function.ship.function_name
  recursive_loop = "Allow"
}

resource "aws_cloudwatch_log_subscription_filter" "ship" {
  # want: the logs of aws_lambda_function.ship start aws_lambda_function.ship
  name            = "ship"
  log_group_name  = "/aws/lambda/ship"
  filter_pattern  = ""
  destination_arn = aws_lambda_function.ship.arn
}

resource "aws_s3_bucket" "files" {
  bucket = "files-4711"
}

resource "aws_s3_bucket_logging" "files" {
  # want: aws_s3_bucket.files logs into itself
  bucket        = aws_s3_bucket.files.id
  target_bucket = aws_s3_bucket.files.id
  target_prefix = "logs/"
}

resource "aws_iot_topic_rule" "meters" {
  # want: publishes to meters/raw, which it is started by
  name        = "meters"
  enabled     = true
  sql         = "SELECT * FROM 'meters/raw'"
  sql_version = "2016-03-23"

  republish {
    role_arn = "arn:aws:iam::123456789012:role/meters"
    topic    = "meters/raw"
  }
}

resource "aws_s3_bucket_logging" "elsewhere" {
  # want: made-elsewhere logs into itself
  bucket        = "made-elsewhere"
  target_bucket = "made-elsewhere"
  target_prefix = "logs/"
}

resource "aws_lambda_function_event_invoke_config" "ship" {
  # want: the result of aws_lambda_function.ship is sent to aws_lambda_function.ship itself
  function_name = aws_lambda_function.ship.function_name

  destination_config {
    on_success {
      destination = aws_lambda_function.ship.arn
    }
  }
}

resource "aws_lambda_function_recursion_config" "later" {
  # want unknown: recursive_loop is not known
  function_name  = aws_lambda_function.ship.function_name
  recursive_loop = var.recursion
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs-4711"
}

resource "aws_s3_bucket_logging" "good" {
  bucket        = aws_s3_bucket.files.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "files/"
}

resource "aws_cloudwatch_log_subscription_filter" "good" {
  name            = "good"
  log_group_name  = "/aws/lambda/orders"
  filter_pattern  = "ERROR"
  destination_arn = aws_lambda_function.ship.arn
}
