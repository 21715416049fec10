# A Lightsail load balancer: hours of it, traffic and certificates included.
resource "aws_lightsail_lb" {
  cost "load balancer" {
    quantity = hours
    unit     = "hour"
    price    = "lightsail/load-balancer"
  }

  uses "load balancer" {
    gap = "no source gives the energy of a load balancer"
  }

  example "one" {
    given   = { name = "l", instance_port = 80 }
    want    = { "load balancer" = 730 }
    monthly = "17.66129004"
    prices  = { "lightsail/load-balancer" = 0.024193548 }
    source  = "aws.amazon.com/lightsail/pricing, us-east-1, 2025-04"
    status  = "priced"
  }

  example "a region without Lightsail" {
    region = "us-west-1"
    given  = { name = unknown, instance_port = 80 }
    want   = {}
    gaps   = ["load balancer"]
    status = "gap"
  }
}
