# When a job starts.
provider "aws" {
  region = "eu-central-1"
}

variable "mode" {
  description = "OFF or FLEXIBLE."
  type        = string
}

locals {
  role = "arn:aws:iam::123456789012:role/scheduler"
  task = "arn:aws:ecs:eu-central-1:123456789012:task-definition/report"
}

resource "aws_scheduler_schedule" "bad" {
  # want: starts at its minute on a grid of
  name                = "report"
  schedule_expression = "cron(0 18 * * ? *)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:ecs:eu-central-1:123456789012:cluster/batch"
    role_arn = local.role

    ecs_parameters {
      task_definition_arn = local.task
    }
  }
}

resource "aws_scheduler_schedule" "good" {
  name                = "archive"
  schedule_expression = "cron(0 18 * * ? *)"

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 240
  }

  target {
    arn      = "arn:aws:ecs:eu-central-1:123456789012:cluster/batch"
    role_arn = local.role

    ecs_parameters {
      task_definition_arn = local.task
    }
  }
}

resource "aws_scheduler_schedule" "open" {
  # want unknown: flexible_time_window.mode
  name                = "index"
  schedule_expression = "cron(0 18 * * ? *)"

  flexible_time_window {
    mode = var.mode
  }

  target {
    arn      = "arn:aws:ecs:eu-central-1:123456789012:cluster/batch"
    role_arn = local.role

    ecs_parameters {
      task_definition_arn = local.task
    }
  }
}
