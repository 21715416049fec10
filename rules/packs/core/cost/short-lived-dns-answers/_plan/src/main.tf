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

resource "aws_route53_record" "bad" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.com"
  type    = "A"
  ttl     = 60
  records = ["192.0.2.10"]
}

resource "aws_route53_record" "good" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "api.example.com"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.11"]
}

resource "aws_route53_health_check" "bad" {
  fqdn = "www.example.com"
  type = "TCP"
  port = 443
}

resource "aws_route53_health_check" "good" {
  fqdn = "db.example.com"
  type = "TCP"
  port = 443
}

resource "aws_route53_record" "good_failover" {
  zone_id         = "Z0123456789ABCDEFGHIJ"
  name            = "db.example.com"
  type            = "A"
  ttl             = 30
  records         = ["192.0.2.13"]
  set_identifier  = "first"
  health_check_id = aws_route53_health_check.good.id

  failover_routing_policy {
    type = "PRIMARY"
  }
}
