provider "aws" {
  region = "eu-west-1"

  default_tags {
    tags = { environment = "production" }
  }
}

variable "internal" {
  type = bool
}

resource "aws_lb" "bad" {
  # want: load balancer open to the internet with no CDN before it
  name    = "shop"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "good" {
  name    = "shop-cached"
  subnets = ["subnet-1", "subnet-2"]
}

resource "aws_cloudfront_distribution" "shop" {
  enabled     = true
  price_class = "PriceClass_100"

  origin {
    origin_id   = "shop"
    domain_name = aws_lb.good.dns_name
  }

  default_cache_behavior {
    target_origin_id       = "shop"
    viewer_protocol_policy = "redirect-to-https"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

resource "aws_lb" "good_internal" {
  name     = "orders"
  internal = true
  subnets  = ["subnet-1", "subnet-2"]
}

resource "aws_lb" "depends" {
  name     = "reports"
  internal = var.internal # want unknown: load balancer open to the internet
  subnets  = ["subnet-1", "subnet-2"]
}
