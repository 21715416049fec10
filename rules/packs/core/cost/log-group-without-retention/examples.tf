provider "aws" {
  region = "eu-west-1"
}

variable "retention_days" {
  type = number
}

resource "aws_cloudwatch_log_group" "bad" {
  name = "/aws/lambda/orders"
  # want: kept for ever: at 5 GB a month that is 60 GB after a year
}

# Nought is how CloudWatch writes "for ever".
resource "aws_cloudwatch_log_group" "bad_zero" {
  name              = "/ecs/orders"
  retention_in_days = 0 # want: kept for ever
}

resource "aws_cloudwatch_log_group" "good" {
  name              = "/ecs/payments"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "depends" {
  name              = "/ecs/reports"
  retention_in_days = var.retention_days # want unknown: kept for ever
}
