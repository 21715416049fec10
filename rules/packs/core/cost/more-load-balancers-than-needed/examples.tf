provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = {
      environment = "staging"
    }
  }
}

resource "aws_lb" "all" {
  # want: one of 3 load balancers in non-production
  for_each = toset(["basket", "orders", "web"])

  name               = each.key
  load_balancer_type = "application"
}

resource "aws_lb" "good" {
  name               = "live"
  load_balancer_type = "application"

  tags = {
    environment = "production"
  }
}
