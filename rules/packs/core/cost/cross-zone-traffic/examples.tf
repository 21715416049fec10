provider "aws" {
  region = "eu-west-1"
}

variable "across" {
  type = bool
}

resource "aws_lb" "bad" {
  name                             = "mqtt"
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true # want: network load balancer across zones
}

resource "aws_lb" "good" {
  name               = "tcp"
  load_balancer_type = "network"
}

resource "aws_lb" "good_application" {
  name                             = "web"
  load_balancer_type               = "application"
  enable_cross_zone_load_balancing = true
}

resource "aws_lb" "depends" {
  name                             = "later"
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = var.across # want unknown: enable_cross_zone_load_balancing is not known
}

resource "aws_lb_target_group" "bad" {
  name                              = "mqtt"
  port                              = 8883
  protocol                          = "TLS"
  vpc_id                            = "vpc-0123456789abcdef0"
  load_balancing_cross_zone_enabled = true # want: targets across zones
}
