# What starts a function.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  project = "example-shop"
  region  = "europe-west4"
}

resource "aws_lambda_function" "bad" {
  # want: 4 triggers of the provider's own on it, at most 3: event source mappings and subscriptions of topics
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  runtime       = "python3.13"
  handler       = "orders.handle"
  filename      = "orders.zip"
  architectures = ["arm64"]
}

resource "aws_lambda_event_source_mapping" "queue" {
  for_each         = toset(["placed", "paid", "sent"])
  event_source_arn = "arn:aws:sqs:eu-west-1:123456789012:${each.key}"
  function_name    = aws_lambda_function.bad.arn
}

resource "aws_sns_topic_subscription" "alarms" {
  topic_arn = "arn:aws:sns:eu-west-1:123456789012:alarms"
  protocol  = "lambda"
  endpoint  = aws_lambda_function.bad.arn
}

resource "aws_lambda_function" "good" {
  function_name = "quotes"
  role          = "arn:aws:iam::123456789012:role/quotes"
  runtime       = "python3.13"
  handler       = "quotes.handle"
  filename      = "quotes.zip"
  architectures = ["arm64"]
}

resource "aws_lambda_function_url" "good" {
  function_name      = aws_lambda_function.good.function_name
  authorization_type = "AWS_IAM"
}

resource "google_cloudfunctions2_function" "good" {
  name     = "thumbnails"
  location = "europe-west4"

  event_trigger {
    event_type   = "google.cloud.pubsub.topic.v1.messagePublished"
    pubsub_topic = "projects/example-shop/topics/pictures"
  }
}
