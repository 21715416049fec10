# An Elastic IP address: hours of a public IPv4 address. Since February 2024
# it costs the same whether it is attached or idle, so that nothing depends on
# what it is attached to.
#
# Addresses of a pool of one's own (brought along, or of an Outpost) are free.
resource "aws_eip" {
  assume "public_ipv4_pool" {
    value = "amazon"
    why   = "Amazon's pool of addresses"
  }
  assume "ipam_pool_id" {
    why = "not configured"
  }
  assume "customer_owned_ipv4_pool" {
    why = "not configured"
  }

  usage "monthly_hrs" {
    unit        = "hours"
    default     = null
    description = "hours a month the address is held, where that is not all 730"
  }

  let {
    own = (coalesce(self.public_ipv4_pool, "amazon") != "amazon" && self.public_ipv4_pool != "") || self.customer_owned_ipv4_pool != null
  }

  cost "public IPv4 address" {
    when     = !let.own
    quantity = coalesce(usage.monthly_hrs, hours)
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
  }

  example "attached to an instance" {
    given   = { domain = "vpc", instance = unknown, public_ipv4_pool = unknown }
    omitted = ["public_ipv4_pool"]
    want    = { "public IPv4 address" = 730 }
    monthly = "3.65"
    prices  = { "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
    status  = "priced"
  }

  example "idle: the same" {
    given = { domain = "vpc" }
    want  = { "public IPv4 address" = 730 }
  }

  example "an address brought along" {
    given  = { public_ipv4_pool = "ipv4pool-ec2-012345" }
    want   = {}
    status = "free"
  }

  example "pool known only after apply" {
    given  = { public_ipv4_pool = unknown }
    want   = {}
    gaps   = ["public IPv4 address"]
    status = "gap"
  }
}
