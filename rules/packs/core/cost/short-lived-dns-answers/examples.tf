provider "aws" {
  region = "eu-west-1"
}

variable "ttl" {
  type = number
}

resource "aws_route53_record" "bad" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.com"
  type    = "A"
  ttl     = 60 # want: answers live for 60 seconds
  records = ["192.0.2.10"]
}

resource "aws_route53_record" "good" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "api.example.com"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.11"]
}

resource "aws_route53_record" "depends" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "later.example.com"
  type    = "A"
  ttl     = var.ttl # want unknown: ttl is not known
  records = ["192.0.2.12"]
}

resource "aws_route53_health_check" "bad" {
  # want: no record, alarm or other check in the plan goes by it
  fqdn = "www.example.com"
  type = "HTTPS"
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
