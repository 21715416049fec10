# Load balancers, and what is behind them.
provider "aws" {
  region = "eu-west-1"
}

provider "azurerm" {
  features {}
}

variable "instances" {
  type = list(string)
}

locals {
  subnets = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
}

resource "aws_lb" "left_over" {
  # want: no listener in the plan
  name    = "left-over"
  subnets = local.subnets
}

resource "azurerm_lb" "left_over" {
  # want: no rule in the plan
  name                = "left-over"
  location            = "westeurope"
  resource_group_name = "rg-web"
  sku                 = "Standard"
}

resource "aws_elb" "classic" {
  # want unknown: no instance behind it in the plan
  name      = "classic"
  subnets   = local.subnets
  instances = var.instances

  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_lb" "good" {
  name    = "good"
  subnets = local.subnets
}

resource "aws_lb_listener" "good" {
  load_balancer_arn = aws_lb.good.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

# A controller in the cluster gives it listeners and targets.
resource "aws_lb" "good_ingress" {
  name    = "ingress"
  subnets = local.subnets
  tags    = { "ingress.k8s.aws/stack" = "shop/web" }
}
