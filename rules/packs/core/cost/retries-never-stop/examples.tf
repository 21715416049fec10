# What happens to a message that cannot be handled.
provider "aws" {
  region = "eu-west-1"
}

variable "tries" {
  type = number
}

resource "aws_lambda_event_source_mapping" "stream" {
  # want: a batch that fails is tried until its records expire
  event_source_arn  = "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks"
  function_name     = "clicks"
  starting_position = "LATEST"
}

resource "aws_sqs_queue" "orders" {
  # want: a message that its function cannot handle comes back until it expires
  name = "orders"
}

resource "aws_lambda_event_source_mapping" "orders" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = "orders"
}

resource "google_pubsub_subscription" "orders" {
  # want: a message that is refused is pushed again at once
  name  = "orders"
  topic = "orders"

  push_config {
    push_endpoint = "https://orders.example.com"
  }
}

resource "aws_lambda_event_source_mapping" "later" {
  # want unknown: a batch that fails
  event_source_arn       = "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks"
  function_name          = "clicks"
  starting_position      = "LATEST"
  maximum_retry_attempts = var.tries
}

resource "aws_lambda_event_source_mapping" "good" {
  event_source_arn               = "arn:aws:kinesis:eu-west-1:123456789012:stream/clicks"
  function_name                  = "clicks"
  starting_position              = "LATEST"
  maximum_retry_attempts         = 3
  bisect_batch_on_function_error = true
}

resource "aws_sqs_queue" "aside" {
  name = "aside"
}

resource "aws_sqs_queue" "good" {
  name = "good"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.aside.arn
    maxReceiveCount     = 5
  })
}

resource "aws_lambda_event_source_mapping" "good_queue" {
  event_source_arn = aws_sqs_queue.good.arn
  function_name    = "orders"
}
