# An address manager: in the advanced tier, the default, hours of every active
# address it watches; the free tier costs nothing. How many there are only use
# tells: every address of an interface in its operating regions.
resource "aws_vpc_ipam" {
  assume "tier" {
    value = "advanced"
    why   = "advanced, the default"
  }

  usage "active_ip_addresses" {
    unit        = "addresses"
    description = "active addresses it watches, on average"
  }

  cost "active addresses" {
    when     = lower(coalesce(self.tier, "advanced")) == "advanced"
    quantity = usage.active_ip_addresses * hours
    unit     = "hour"
    price    = "vpc-ipam/active-ip"
  }

  uses "manager" {
    when = lower(coalesce(self.tier, "advanced")) == "advanced"
    gap  = "no source gives the energy of an address manager"
  }

  example "a thousand addresses" {
    given   = { operating_regions = [{ region_name = "us-east-1" }], tier = unknown }
    omitted = ["tier"]
    usage   = { active_ip_addresses = 1000 }
    want    = { "active addresses" = 730000 }
    monthly = "197.10"
    prices  = { "vpc-ipam/active-ip" = 0.00027 }
    source  = "aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "free tier" {
    given  = { tier = "free" }
    want   = {}
    status = "free"
  }

  example "number of addresses not given" {
    given  = { tier = "advanced" }
    want   = {}
    unused = ["active addresses"]
    status = "usage"
  }

  example "tier known only after apply" {
    given  = { tier = unknown }
    usage  = { active_ip_addresses = 10 }
    want   = {}
    gaps   = ["active addresses"]
    status = "gap"
  }
}
