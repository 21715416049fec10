# A DNS record: queries by routing policy, cheaper above a billion a month. An
# alias to an AWS resource is free, one to another record of the zone is billed
# as that record; queries of a private zone are free. Records themselves cost
# nothing up to 10,000 in a zone.
resource "aws_route53_record" {
  ref "zone" {
    path  = "zone_id"
    types = ["aws_route53_zone"]

    assume "vpc" {
      why = "public, no network is configured"
    }
  }
  ref "target" {
    path  = "alias.name"
    types = ["aws_route53_record"]
  }

  usage "monthly_standard_queries" {
    unit        = "queries"
    description = "queries a month, of a record without a special routing policy"
  }
  usage "monthly_latency_based_queries" {
    unit        = "queries"
    description = "queries a month, of a record routed by latency"
  }
  usage "monthly_geo_queries" {
    unit        = "queries"
    description = "queries a month, of a record routed by geography"
  }
  usage "monthly_ip_based_queries" {
    unit        = "queries"
    description = "queries a month, of a record routed by address"
  }

  let {
    # A zone of another plan is taken as public, an alias to what is not here as
    # one to an AWS resource.
    private = length(known(get(refs.zone, "vpc"), [])) > 0
    alias   = length(self.alias) > 0 && known(get(refs.target, "type"), "") == ""
    billed  = !let.private && !let.alias

    latency   = length(self.latency_routing_policy) > 0
    geo       = length(self.geolocation_routing_policy) > 0
    proximity = length(self.geoproximity_routing_policy) > 0
    cidr      = length(self.cidr_routing_policy) > 0
  }

  cost "standard queries" {
    when     = let.billed && !let.latency && !let.geo && !let.proximity && !let.cidr
    quantity = usage.monthly_standard_queries / 1000000
    unit     = "1M-queries"
    price    = "route53/queries/standard"
  }

  cost "latency based queries" {
    when     = let.billed && let.latency
    quantity = usage.monthly_latency_based_queries / 1000000
    unit     = "1M-queries"
    price    = "route53/queries/latency"
  }

  cost "geo queries" {
    when     = let.billed && (let.geo || let.proximity)
    quantity = usage.monthly_geo_queries / 1000000
    unit     = "1M-queries"
    price    = let.geo ? "route53/queries/geolocation" : "route53/queries/geoproximity"
  }

  cost "IP based queries" {
    when     = let.billed && let.cidr
    quantity = usage.monthly_ip_based_queries / 1000000
    unit     = "1M-queries"
    price    = "route53/queries/ip-based"
  }

  uses "answers" {
    when = let.billed
    gap  = "no source gives the energy of name service"
  }

  example "1.2 billion standard queries over both tiers" {
    given   = { zone_id = unknown, type = "A", ttl = 300 }
    usage   = { monthly_standard_queries = 1200000000 }
    want    = { "standard queries" = 1200 }
    monthly = "440.00" # 1,000 x 0.40 + 200 x 0.20
    prices  = { "route53/queries/standard" = 0.40 }
    source  = "aws.amazon.com/route53/pricing, 2025-06"
    status  = "priced"
  }

  example "routed by latency" {
    given   = { zone_id = "Z1", type = "A", latency_routing_policy = [{ region = "eu-west-1" }] }
    usage   = { monthly_latency_based_queries = 10000000 }
    want    = { "latency based queries" = 10 }
    monthly = "6.00"
    prices  = { "route53/queries/latency" = 0.60 }
    source  = "aws.amazon.com/route53/pricing, 2025-06"
  }

  example "routed by place" {
    given = { zone_id = "Z1", type = "A", geolocation_routing_policy = [{ country = "FR" }] }
    usage = { monthly_geo_queries = 1000000 }
    want  = { "geo queries" = 1 }
  }

  example "routed by address" {
    given = { zone_id = "Z1", type = "A", cidr_routing_policy = [{ collection_id = "c", location_name = "l" }] }
    usage = { monthly_ip_based_queries = 1000000 }
    want  = { "IP based queries" = 1 }
  }

  example "alias to a load balancer" {
    given  = { zone_id = unknown, type = "A", alias = [{ name = unknown, zone_id = unknown, evaluate_target_health = true }] }
    want   = {}
    status = "free"
  }

  example "alias to another record" {
    given  = { zone_id = unknown, type = "A", alias = [{ name = unknown, zone_id = unknown, evaluate_target_health = false }] }
    refs   = { target = { type = "A" } }
    usage  = { monthly_standard_queries = 1000000 }
    want   = { "standard queries" = 1 }
    status = "priced"
  }

  example "in a private zone" {
    given  = { zone_id = unknown, type = "A" }
    refs   = { zone = { vpc = [{ vpc_id = unknown }] } }
    want   = {}
    status = "free"
  }

  example "queries not given" {
    given  = { zone_id = "Z1", type = "CNAME" }
    want   = {}
    unused = ["standard queries"]
    status = "usage"
  }
}
