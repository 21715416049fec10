# What a protected address or load balancer sends out, by the gigabyte in steps, on
# top of the transfer itself. The monthly fee is the subscription's.
resource "aws_shield_protection" {
  ref "address" {
    path  = "resource_arn"
    types = ["aws_eip"]
  }
  ref "balancer" {
    path  = "resource_arn"
    types = ["aws_lb", "aws_alb", "aws_elb"]
  }

  usage "monthly_outbound_data_gb" {
    unit        = "GB"
    description = "data the protected resource sends out a month"
  }

  let {
    address  = refs.address != null ? true : refs.balancer != null ? false : length(regexall(":eip-allocation/", self.resource_arn)) > 0
    balancer = refs.balancer != null ? true : refs.address != null ? false : length(regexall(":loadbalancer/", self.resource_arn)) > 0
  }

  cost "data out" {
    quantity = usage.monthly_outbound_data_gb
    unit     = "GB"
    price    = let.address ? "shield/data/eip" : let.balancer ? "shield/data/elb" : null
    hint     = "no source gives the fee for what this kind of resource sends out"
  }

  uses "shield" {
    gap = "no source gives the energy of a service against attacks"
  }

  example "a load balancer" {
    given   = { resource_arn = unknown }
    refs    = { balancer = { name = "front" } }
    usage   = { monthly_outbound_data_gb = 1000 }
    want    = { "data out" = 1000 }
    monthly = "50.00"
    prices  = { "shield/data/elb" = 0.05 }
    source  = "aws.amazon.com/shield/pricing, us-east-1, 2025-05"
    status  = "priced"
  }

  example "an address, by its name" {
    given   = { resource_arn = "arn:aws:ec2:us-east-1:123456789012:eip-allocation/eipalloc-1" }
    usage   = { monthly_outbound_data_gb = 102400 }
    want    = { "data out" = 102400 }
    monthly = "5120.00"
    prices  = { "shield/data/eip" = 0.05 }
    source  = "aws.amazon.com/shield/pricing, us-east-1, 2025-05"
  }

  example "a distribution has no known price" {
    given  = { resource_arn = "arn:aws:cloudfront::123456789012:distribution/E1" }
    usage  = { monthly_outbound_data_gb = 1000 }
    want   = {}
    gaps   = ["data out"]
    status = "gap"
  }

  example "resource known only after apply" {
    given  = { resource_arn = unknown }
    usage  = { monthly_outbound_data_gb = 1000 }
    want   = {}
    gaps   = ["data out"]
    status = "gap"
  }
}
