# Functions that others start, and how many of them may run at once.
provider "aws" {
  region = "eu-west-1"
}

variable "concurrency" {
  type = number
}

locals {
  role = "arn:aws:iam::123456789012:role/functions"
}

resource "aws_lambda_function" "hook" {
  # want: started by its URL, and nothing limits it: 1,000 at once with 512 MB
  function_name = "hook"
  role          = local.role
  handler       = "main.handle"
  runtime       = "python3.12"
  memory_size   = 512
  s3_bucket     = "code"
  s3_key        = "hook.zip"
}

resource "aws_lambda_function_url" "hook" {
  function_name      = aws_lambda_function.hook.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_function" "notify" {
  # want unknown: started by a topic
  function_name                  = "notify"
  role                           = local.role
  handler                        = "main.handle"
  runtime                        = "python3.12"
  reserved_concurrent_executions = var.concurrency
  s3_bucket                      = "code"
  s3_key                         = "notify.zip"
}

resource "aws_sns_topic_subscription" "notify" {
  topic_arn = "arn:aws:sns:eu-west-1:123456789012:orders"
  protocol  = "lambda"
  endpoint  = aws_lambda_function.notify.arn
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = local.role
  handler       = "main.handle"
  runtime       = "python3.12"
  s3_bucket     = "code"
  s3_key        = "worker.zip"
}

resource "aws_lambda_event_source_mapping" "orders" {
  # want: started by a queue, and neither the mapping nor the function is limited
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.worker.arn
}

resource "aws_lambda_event_source_mapping" "good" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.worker.arn

  scaling_config {
    maximum_concurrency = 10
  }
}

resource "aws_lambda_function" "good" {
  function_name                  = "good"
  role                           = local.role
  handler                        = "main.handle"
  runtime                        = "python3.12"
  reserved_concurrent_executions = 10
  s3_bucket                      = "code"
  s3_key                         = "good.zip"
}

resource "aws_lambda_function_url" "good" {
  function_name      = aws_lambda_function.good.function_name
  authorization_type = "NONE"
}
