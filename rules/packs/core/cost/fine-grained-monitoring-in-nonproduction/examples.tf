# How closely a test environment is watched.
provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "test" }
  }
}

variable "period" {
  type = number
}

resource "aws_synthetics_canary" "home" {
  # want: a canary every minute in non-production
  name                 = "home"
  artifact_s3_location = "s3://canaries-4711/"
  execution_role_arn   = "arn:aws:iam::123456789012:role/canary"
  handler              = "home.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  zip_file             = "home.zip"

  schedule {
    expression = "rate(1 minute)"
  }
}

resource "aws_ecs_cluster" "apps" {
  # want: Container Insights (enabled) in non-production
  name = "apps"

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_cloudwatch_metric_alarm" "queue" {
  # want: a high-resolution alarm (10 s) in non-production
  alarm_name          = "queue"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "Waiting"
  namespace           = "App"
  period              = 10
  statistic           = "Maximum"
  threshold           = 100
}

resource "aws_cloudwatch_metric_alarm" "later" {
  # want unknown: period is not known
  alarm_name          = "later"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  metric_name         = "Waiting"
  namespace           = "App"
  period              = var.period
  statistic           = "Maximum"
  threshold           = 100
}

resource "aws_ecs_cluster" "good" {
  name = "good"

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

resource "aws_synthetics_canary" "good" {
  name                 = "good"
  artifact_s3_location = "s3://canaries-4711/"
  execution_role_arn   = "arn:aws:iam::123456789012:role/canary"
  handler              = "good.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  zip_file             = "good.zip"

  schedule {
    expression = "rate(1 hour)"
  }
}

# In production somebody is woken.
resource "aws_ecs_cluster" "good_production" {
  name = "good-production"
  tags = { environment = "production" }

  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}
