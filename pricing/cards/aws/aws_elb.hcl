# A classic load balancer: hours, and gigabytes processed. Its public IPv4
# addresses are billed too: one for each zone it is in, and more as it grows,
# which a plan does not show.
resource "aws_elb" {
  assume "internal" {
    value = false
    why   = "internet-facing, the default of the API"
  }

  assume "subnets" {
    value = []
    why   = "said by availability_zones"
  }
  assume "availability_zones" {
    value = []
    why   = "said by subnets"
  }

  ref "subnets" {
    path  = "subnets"
    types = ["aws_subnet", "aws_default_subnet"]
    many  = true
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data processed a month"
  }
  usage "public_ipv4_addresses" {
    unit        = "addresses"
    default     = null
    description = "public IPv4 addresses of an internet-facing load balancer, where that is not one for each zone"
  }

  let {
    # Subnets made by the same plan have no id yet, but they can be counted.
    made  = length(refs.subnets) > 0 ? length(refs.subnets) : null
    zones = max(known(length(self.subnets), let.made), length(self.availability_zones))
  }

  cost "load balancer" {
    quantity = hours
    unit     = "hour"
    price    = "elb/classic/hour"
  }

  cost "data processed" {
    quantity = usage.monthly_data_processed_gb
    unit     = "GB"
    price    = "elb/classic/data"
  }

  cost "public IPv4 addresses" {
    when     = !coalesce(self.internal, false)
    quantity = usage.public_ipv4_addresses != null ? usage.public_ipv4_addresses * hours : (let.zones > 0 ? let.zones * hours : null)
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
  }

  uses "load balancer" {
    gap = "no source gives the energy of a load balancer"
  }

  example "internal" {
    given   = { internal = true }
    usage   = { monthly_data_processed_gb = 1000 }
    want    = { "load balancer" = 730, "data processed" = 1000 }
    monthly = "26.25"
    prices  = { "elb/classic/hour" = 0.025, "elb/classic/data" = 0.008 }
    source  = "aws.amazon.com/elasticloadbalancing/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "internet-facing, use not given" {
    given   = { internal = unknown }
    omitted = ["internal"]
    want    = { "load balancer" = 730 }
    unused  = ["data processed", "public IPv4 addresses"]
    status  = "partial"
  }

  example "internet-facing in two zones" {
    given   = { internal = false, subnets = unknown, availability_zones = ["us-east-1a", "us-east-1b"] }
    omitted = ["subnets"]
    usage   = { monthly_data_processed_gb = 0 }
    want    = { "load balancer" = 730, "data processed" = 0, "public IPv4 addresses" = 1460 }
    monthly = "25.55" # 730 x (0.025 + 2 x 0.005)
    prices  = { "elb/classic/hour" = 0.025, "elb/classic/data" = 0.008, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/elasticloadbalancing/pricing and aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
  }

  example "internal or not known only after apply" {
    given  = { internal = unknown }
    usage  = { monthly_data_processed_gb = 0 }
    want   = { "load balancer" = 730, "data processed" = 0 }
    gaps   = ["public IPv4 addresses"]
    status = "partial"
  }
}
