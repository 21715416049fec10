provider "aws" {
  region = "eu-west-1"
}

variable "seconds" {
  type = number
}

resource "aws_sqs_queue" "bad" {
  # want: receivers that say nothing else do not wait
  name = "orders"
}

resource "aws_sqs_queue" "good" {
  name                      = "payments"
  receive_wait_time_seconds = 20
}

# Lambda waits for messages by itself, and nobody receives from the queue of dead letters.
resource "aws_sqs_queue" "good_function" {
  name = "mails"

  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.good_dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "good_dead" {
  name = "mails-dead"
}

resource "aws_lambda_event_source_mapping" "bad" {
  event_source_arn = aws_sqs_queue.good_function.arn
  function_name    = "mails"
  batch_size       = 1 # want: one message at a time
}

resource "aws_sqs_queue" "depends" {
  name                      = "reports"
  receive_wait_time_seconds = var.seconds # want unknown: receivers that say nothing else
}
