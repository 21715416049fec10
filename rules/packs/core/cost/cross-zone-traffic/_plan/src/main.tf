terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      team        = "payments"
      cost-center = "cc-4711"
      environment = "staging"
    }
  }

  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
  skip_region_validation      = true
}

resource "aws_lb" "bad" {
  name                             = "bad"
  internal                         = true
  load_balancer_type               = "network"
  subnets                          = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
  enable_cross_zone_load_balancing = true
}

resource "aws_lb" "good" {
  name               = "good"
  internal           = true
  load_balancer_type = "network"
  subnets            = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
}

resource "aws_lb_target_group" "good" {
  name        = "good"
  port        = 8883
  protocol    = "TLS"
  target_type = "ip"
  vpc_id      = "vpc-0123456789abcdef0"
}

resource "aws_lb_listener" "all" {
  for_each = { bad = aws_lb.bad.arn, good = aws_lb.good.arn }

  load_balancer_arn = each.value
  port              = 8883
  protocol          = "TLS"
  certificate_arn   = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.good.arn
  }
}
