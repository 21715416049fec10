# What a service runs is billed by itself.
provider "aws" {
  region = "eu-west-1"
}

variable "propagate_tags" {
  description = "SERVICE, TASK_DEFINITION or NONE."
  type        = string
}

resource "aws_ecs_cluster" "this" {
  name = "payments"
}

resource "aws_ecs_task_definition" "api" {
  family                = "api"
  container_definitions = jsonencode([{ name = "api", image = "api:1.4.2", memory = 512 }])
}

resource "aws_ecs_service" "bad" {
  # want: its tasks carry no tags
  name            = "api"
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = 2
}

resource "aws_batch_job_definition" "bad" {
  # want: the tasks of its jobs carry no tags
  name = "nightly"
  type = "container"

  container_properties = jsonencode({ image = "nightly:1.4.2", vcpus = 1, memory = 512 })
}

resource "aws_ecs_service" "good" {
  name            = "web"
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = 2
  propagate_tags  = "SERVICE"
}

resource "aws_ecs_service" "open" {
  name            = "jobs"
  cluster         = aws_ecs_cluster.this.id
  task_definition = aws_ecs_task_definition.api.arn
  desired_count   = 2
  propagate_tags  = var.propagate_tags # want unknown: its tasks carry no tags
}
