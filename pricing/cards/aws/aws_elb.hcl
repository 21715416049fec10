# A classic load balancer: hours, and gigabytes processed. Its public IPv4
# addresses are billed too; a plan does not show how many there will be.
resource "aws_elb" {
  assume "internal" {
    value = false
    why   = "internet-facing, the default of the API"
  }

  usage "monthly_data_processed_gb" {
    unit        = "GB"
    description = "data processed a month"
  }
  usage "public_ipv4_addresses" {
    unit        = "addresses"
    description = "public IPv4 addresses of an internet-facing load balancer, at least one for each zone"
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
    quantity = usage.public_ipv4_addresses * hours
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

  example "internal or not known only after apply" {
    given  = { internal = unknown }
    usage  = { monthly_data_processed_gb = 0 }
    want   = { "load balancer" = 730, "data processed" = 0 }
    gaps   = ["public IPv4 addresses"]
    status = "partial"
  }
}
