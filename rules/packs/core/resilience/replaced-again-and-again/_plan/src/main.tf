terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region                      = "eu-west-3"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true

  default_tags {
    tags = {
      environment = "production"
      owner       = "shop"
      cost-center = "4711"
    }
  }
}

resource "aws_launch_template" "web" {
  image_id      = "ami-0c1bc246476a5572b"
  instance_type = "m7g.large"
}

resource "aws_autoscaling_group" "bad" {
  name                      = "web"
  availability_zones        = ["eu-west-3a", "eu-west-3b"]
  min_size                  = 1
  max_size                  = 1
  health_check_type         = "ELB"
  health_check_grace_period = 15

  launch_template {
    id = aws_launch_template.web.id
  }
}

resource "aws_autoscaling_group" "good" {
  name                      = "web-patient"
  availability_zones        = ["eu-west-3a", "eu-west-3b"]
  min_size                  = 1
  max_size                  = 1
  health_check_type         = "ELB"
  health_check_grace_period = 180

  launch_template {
    id = aws_launch_template.web.id
  }

  tag {
    key                 = "environment"
    value               = "production"
    propagate_at_launch = true
  }

  tag {
    key                 = "owner"
    value               = "shop"
    propagate_at_launch = true
  }

  tag {
    key                 = "cost-center"
    value               = "4711"
    propagate_at_launch = true
  }
}

resource "aws_ecs_service" "bad" {
  name            = "orders"
  cluster         = "shop"
  task_definition = "orders:1"
  desired_count   = 1
}

resource "aws_ecs_service" "good" {
  name            = "payments"
  propagate_tags  = "SERVICE"
  cluster         = "shop"
  task_definition = "payments:1"
  desired_count   = 1

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
}
