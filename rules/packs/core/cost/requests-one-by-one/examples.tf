provider "aws" {
  region = "eu-west-1"
}

variable "seconds" {
  type = number
}

resource "aws_sqs_queue" "bad" {
  # want: receivers do not wait
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
  batch_size       = 1 # want: one message at a time
}

resource "aws_sqs_queue" "depends" {
  name                      = "reports"
  receive_wait_time_seconds = var.seconds # want unknown: receive_wait_time_seconds
}
