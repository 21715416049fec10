# A load balancer: hours, and capacity units of its kind (LCU, NLCU, GLCU), which
# are the largest of four measures of its traffic. Which measures count depends
# on the kind: rules only for the application load balancer.
#
# The public IPv4 addresses of an internet-facing one are billed too: one for each
# zone it is in, of which an application load balancer takes more as it grows,
# which a plan does not show. Addresses that subnet_mapping brings along are
# billed by their aws_eip.
resource "aws_lb" {
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
    description = "capacity units in use on average, instead of the four measures"
  }
  usage "public_ipv4_addresses" {
    unit        = "addresses"
    default     = null
    description = "public IPv4 addresses of an internet-facing load balancer, where that is not one for each zone"
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

    # Each zone has an address at least; those of a mapping may be brought along.
    # Subnets made by the same plan have no id yet, but they can be counted.
    made     = length(refs.subnets) > 0 ? length(refs.subnets) : null
    mappings = first(self.subnet_mapping, [])
    owned    = [for m in let.mappings : m if known(get(m, "allocation_id", ""), "allocated") != ""]
    zones    = known(length(self.subnets), let.made) + length(let.mappings) - length(let.owned)
    public   = !coalesce(self.internal, false) && let.type != "gateway" && !endswith(lower(coalesce(self.ip_address_type, "ipv4")), "without-public-ipv4")
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
    when     = let.public && (usage.public_ipv4_addresses != null || length(let.owned) == 0 || let.zones > 0)
    quantity = usage.public_ipv4_addresses != null ? usage.public_ipv4_addresses * hours : (let.zones > 0 ? let.zones * hours : null)
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

  example "internet-facing in two zones" {
    given   = { load_balancer_type = "application", internal = false, subnets = ["subnet-1", "subnet-2"], subnet_mapping = unknown, ip_address_type = unknown }
    omitted = ["subnet_mapping", "ip_address_type"]
    usage   = { lcus = 1 }
    want    = { "load balancer" = 730, "capacity units" = 730, "public IPv4 addresses" = 1460 }
    monthly = "29.565" # 730 x (0.0225 + 0.008 + 2 x 0.005)
    prices  = { "elb/application/hour" = 0.0225, "elb/application/lcu" = 0.008, "vpc/public-ipv4/in-use" = 0.005 }
    source  = "aws.amazon.com/elasticloadbalancing/pricing and aws.amazon.com/vpc/pricing, us-east-1, 2025-11"
  }

  example "three subnets made by the same plan" {
    given = { internal = false, subnets = unknown }
    refs  = { subnets = [{ id = unknown }, { id = unknown }, { id = unknown }] }
    usage = { lcus = 0 }
    want  = { "load balancer" = 730, "capacity units" = 0, "public IPv4 addresses" = 2190 }
  }

  example "subnets out of sight" {
    given = { internal = false, subnets = unknown }
    usage = { lcus = 0 }
    want  = { "load balancer" = 730, "capacity units" = 0 }
    gaps  = ["public IPv4 addresses"]
  }

  example "addresses of one's own are billed with them" {
    given   = { load_balancer_type = "network", internal = false, subnets = unknown, subnet_mapping = [{ subnet_id = unknown, allocation_id = unknown }, { subnet_id = "subnet-2", allocation_id = "eipalloc-2" }] }
    omitted = ["subnets"]
    usage   = { lcus = 0 }
    want    = { "load balancer" = 730, "capacity units" = 0 }
  }

  example "a mapping without an address gets one" {
    given   = { load_balancer_type = "network", internal = false, subnets = unknown, subnet_mapping = [{ subnet_id = unknown, allocation_id = null }, { subnet_id = "subnet-2", allocation_id = "eipalloc-2" }] }
    omitted = ["subnets"]
    usage   = { lcus = 0 }
    want    = { "load balancer" = 730, "capacity units" = 0, "public IPv4 addresses" = 730 }
  }

  example "dual stack without public IPv4" {
    given = { internal = false, subnets = ["subnet-1", "subnet-2"], ip_address_type = "dualstack-without-public-ipv4" }
    usage = { lcus = 0 }
    want  = { "load balancer" = 730, "capacity units" = 0 }
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
