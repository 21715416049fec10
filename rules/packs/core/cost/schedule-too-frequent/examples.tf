# Jobs by the clock.
provider "aws" {
  region = "eu-west-1"
}

provider "google" {
  region = "europe-west1"
}

variable "schedule" {
  type = string
}

resource "aws_cloudwatch_event_rule" "poll" {
  # want: runs every minute, 43,800 times a month
  name                = "poll"
  schedule_expression = "rate(1 minute)"
}

resource "aws_scheduler_schedule" "poll" {
  # want: runs every 2 minutes, 21,900 times a month
  name                = "poll"
  schedule_expression = "cron(0/2 * * * ? *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-west-1:123456789012:function:poll"
    role_arn = "arn:aws:iam::123456789012:role/poll"
  }
}

resource "google_cloud_scheduler_job" "poll" {
  # want: runs every 3 minutes, 14,600 times a month
  name     = "poll"
  schedule = "*/3 * * * *"
}

resource "aws_glue_job" "load" {
  # want: may run for 2,880 minutes, the default, on 20 workers
  name              = "load"
  role_arn          = "arn:aws:iam::123456789012:role/load"
  glue_version      = "4.0"
  worker_type       = "G.1X"
  number_of_workers = 20

  command {
    script_location = "s3://scripts-4711/load.py"
  }
}

resource "aws_cloudwatch_event_rule" "later" {
  # want unknown: schedule_expression is not known
  name                = "later"
  schedule_expression = var.schedule
}

resource "aws_cloudwatch_event_rule" "good" {
  name                = "good"
  schedule_expression = "rate(1 hour)"
}

resource "aws_cloudwatch_event_rule" "good_events" {
  name          = "good-events"
  event_pattern = jsonencode({ source = ["aws.s3"] })
}

resource "aws_glue_job" "good" {
  name         = "good"
  role_arn     = "arn:aws:iam::123456789012:role/good"
  glue_version = "5.0"
  timeout      = 60

  command {
    script_location = "s3://scripts-4711/good.py"
  }
}

# Not running.
resource "aws_cloudwatch_event_rule" "good_stopped" {
  name                = "good-stopped"
  schedule_expression = "rate(1 minute)"
  state               = "DISABLED"
}
