# A load balancer: hours, and capacity units of its kind (LCU, NLCU, GLCU), which
# are the largest of four measures of its traffic. Which measures count depends
# on the kind: rules only for the application load balancer.
#
# The public IPv4 addresses of an internet-facing one are billed too, at least
# one for each zone it is in; a plan does not show how many it will have, so they
# are a usage value. Addresses of subnet_mapping are billed by their aws_eip.
resource "aws_lb" {
  assume "internal" {
    value = false
    why   = "internet-facing, the provider's default"
  }
  assume "load_balancer_type" {
    value = "application"
    why   = "application, the provider's default"
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
    description = "capacity units in use on average, instead of the four measures"
  }
  usage "public_ipv4_addresses" {
    unit        = "addresses"
    description = "public IPv4 addresses of an internet-facing load balancer, at least one for each zone"
  }

  let {
    type = lower(coalesce(self.load_balancer_type, "application"))
    # What one capacity unit contains: new connections a second, active
    # connections, gigabytes an hour, rule evaluations a second.
    unit = {
      application = { new = 25, active = 3000, gb = 1, rules = 1000 }
      network     = { new = 800, active = 100000, gb = 1, rules = null }
      gateway     = { new = 600, active = 60000, gb = 1, rules = null }
    }
    contains = lookup(let.unit, let.type, { new = 25, active = 3000, gb = 1, rules = 1000 })
    measures = concat(
      usage.new_connections == null ? [] : [usage.new_connections / let.contains.new],
      usage.active_connections == null ? [] : [usage.active_connections / let.contains.active],
      usage.processed_bytes_gb == null ? [] : [usage.processed_bytes_gb / hours / let.contains.gb],
      usage.rule_evaluations == null || let.contains.rules == null ? [] : [usage.rule_evaluations / first(let.contains.rules, 1000)],
    )
  }

  cost "load balancer" {
    quantity = hours
    unit     = "hour"
    price    = "elb/${let.type}/hour"
  }

  cost "capacity units" {
    quantity = (length(let.measures) > 0 ? max(let.measures...) : usage.lcus) * hours
    unit     = "LCU-hour"
    price    = "elb/${let.type}/lcu"
  }

  cost "public IPv4 addresses" {
    when     = !coalesce(self.internal, false) && let.type != "gateway"
    quantity = usage.public_ipv4_addresses * hours
    unit     = "hour"
    price    = "vpc/public-ipv4/in-use"
  }

  uses "load balancer" {
    gap = "no source gives the energy of a load balancer"
  }

  example "application, by data processed" {
    given   = { load_balancer_type = "application", internal = true }
    usage   = { processed_bytes_gb = 1460, new_connections = 10 }
    want    = { "load balancer" = 730, "capacity units" = 1460 }
    monthly = "28.105"
    prices  = { "elb/application/hour" = 0.0225, "elb/application/lcu" = 0.008 }
    source  = "aws.amazon.com/elasticloadbalancing/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "traffic not given" {
    given   = { load_balancer_type = "application", internal = unknown }
    omitted = ["internal"]
    want    = { "load balancer" = 730 }
    unused  = ["capacity units", "public IPv4 addresses"]
    status  = "partial"
  }

  example "the largest measure counts" {
    given = { internal = true }
    usage = { new_connections = 50, active_connections = 3000, processed_bytes_gb = 730, rule_evaluations = 4000 }
    want  = { "load balancer" = 730, "capacity units" = 2920 }
  }

  example "a network load balancer's unit is another, and has no rules" {
    given   = { load_balancer_type = "network", internal = false }
    usage   = { new_connections = 1600, rule_evaluations = 100000, public_ipv4_addresses = 2 }
    want    = { "load balancer" = 730, "capacity units" = 1460, "public IPv4 addresses" = 1460 }
    monthly = "32.485"
    prices  = { "elb/network/hour" = 0.0225, "elb/network/lcu" = 0.006, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/elasticloadbalancing/pricing and aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
  }

  example "gateway, with units given outright" {
    given = { load_balancer_type = "gateway" }
    usage = { lcus = 2 }
    want  = { "load balancer" = 730, "capacity units" = 1460 }
  }

  example "type known only after apply" {
    given  = { load_balancer_type = unknown, internal = true }
    want   = {}
    gaps = ["load balancer"]
    status = "gap"
    unused = ["capacity units"]
  }
}
