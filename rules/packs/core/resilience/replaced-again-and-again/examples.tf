provider "aws" {
  region = "eu-west-1"
}

variable "breaker" {
  type = bool
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "bad" {
  name                      = "web"
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  min_size                  = 2
  max_size                  = 6
  health_check_type         = "ELB"
  health_check_grace_period = 15 # want: the load balancer is asked about a machine after 15 seconds

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "good" {
  name                      = "web-patient"
  availability_zones        = ["eu-west-1a", "eu-west-1b"]
  min_size                  = 2
  max_size                  = 6
  health_check_type         = "ELB"
  health_check_grace_period = 180

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_ecs_service" "bad" {
  # want: no circuit breaker
  name            = "orders"
  cluster         = "shop"
  task_definition = "orders:1"
  desired_count   = 1
}

resource "aws_ecs_service" "good" {
  name            = "payments"
  cluster         = "shop"
  task_definition = "payments:1"
  desired_count   = 1

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}

resource "aws_ecs_service" "depends" {
  # want unknown: no circuit breaker
  name            = "reports"
  cluster         = "shop"
  task_definition = "reports:1"
  desired_count   = 1

  deployment_circuit_breaker {
    enable   = var.breaker
    rollback = true
  }
}
