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

resource "aws_lb" "bad" {
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

resource "aws_lb_listener" "shop" {
  for_each = { bad = aws_lb.bad.arn, good = aws_lb.good.arn, good_internal = aws_lb.good_internal.arn }

  load_balancer_arn = each.value
  port              = 80

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
    }
  }
}
