# The other name of aws_lb in the provider: the same resource, the same bill.
resource "aws_alb" {
  assume "internal" {
    value = false
    why   = "internet-facing, the provider's default"
  }
  assume "load_balancer_type" {
    value = "application"
    why   = "application, the provider's default"
  }

  assume "subnets" {
    value = []
    why   = "said by subnet_mapping"
  }
  assume "subnet_mapping" {
    value = []
    why   = "said by subnets"
  }
  assume "ip_address_type" {
    value = "ipv4"
    why   = "ipv4, the default of the API"
  }

  ref "subnets" {
    path  = "subnets"
    types = ["aws_subnet", "aws_default_subnet"]
    many  = true
  }

  usage "new_connections" {
    unit        = "connections a second"
    default     = null
    description = "new connections (flows) a second, on average"
  }
  usage "active_connections" {
    unit        = "connections"
    default     = null
    description = "active connections (flows) a minute, on average"
  }
  usage "processed_bytes_gb" {
    unit        = "GB"
    default     = null
    description = "data processed a month"
  }
  usage "rule_evaluations" {
    unit        = "evaluations a second"
    default     = null
    description = "rules processed a second above the ten free ones, on average"
  }
  usage "lcus" {
    unit        = "capacity units"
    default     = null
    description = "capacity units in use on average, instead of the four measures"
  }
  usage "public_ipv4_addresses" {
    unit        = "addresses"
    default     = null
    description = "public IPv4 addresses of an internet-facing load balancer, where that is not one for each zone"
  }

  let {
    # Those made by the same plan have no id yet: what counts is how many.
    made    = [for s in refs.subnets : ""]
    subnets = known(self.subnets, length(let.made) > 0 ? let.made : null)
  }

  part "" {
    card = "aws_lb"
    given = {
      load_balancer_type = self.load_balancer_type
      internal           = self.internal
      ip_address_type    = self.ip_address_type
      subnet_mapping     = self.subnet_mapping
      subnets            = let.subnets
    }
    usage = {
      new_connections       = usage.new_connections
      active_connections    = usage.active_connections
      processed_bytes_gb    = usage.processed_bytes_gb
      rule_evaluations      = usage.rule_evaluations
      lcus                  = usage.lcus
      public_ipv4_addresses = usage.public_ipv4_addresses
    }
  }

  example "application" {
    given   = { load_balancer_type = "application", internal = unknown }
    omitted = ["internal"]
    usage   = { processed_bytes_gb = 730, public_ipv4_addresses = 0 }
    want    = { "load balancer" = 730, "capacity units" = 730, "public IPv4 addresses" = 0 }
    monthly = "22.265"
    prices  = { "elb/application/hour" = 0.0225, "elb/application/lcu" = 0.008, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/elasticloadbalancing/pricing, us-east-1, 2025-06"
  }

  example "two subnets made by the same plan" {
    given   = { internal = false, subnets = unknown }
    refs    = { subnets = [{ id = unknown }, { id = unknown }] }
    usage   = { lcus = 0 }
    want    = { "load balancer" = 730, "capacity units" = 0, "public IPv4 addresses" = 1460 }
  }

  example "traffic not given" {
    given  = { internal = true }
    want   = { "load balancer" = 730 }
    unused = ["capacity units"]
    status = "partial"
  }

  example "type known only after apply" {
    given  = { load_balancer_type = unknown, internal = true }
    want   = {}
    gaps = ["load balancer"]
    status = "gap"
    unused = ["capacity units"]
  }
}
