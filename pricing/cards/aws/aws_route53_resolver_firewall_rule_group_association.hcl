# DNS firewall of a network: queries it checks, cheaper above a billion a month.
resource "aws_route53_resolver_firewall_rule_group_association" {
  usage "monthly_queries" {
    unit        = "queries"
    description = "queries of the network a month"
  }

  cost "queries" {
    quantity = usage.monthly_queries / 1000000
    unit     = "1M-queries"
    price    = "route53-resolver/dns-firewall/queries"
  }

  uses "queries" {
    gap = "no source gives the energy of name service"
  }

  example "50 million" {
    given   = { vpc_id = unknown }
    usage   = { monthly_queries = 50000000 }
    want    = { "queries" = 50 }
    monthly = "30.00"
    prices  = { "route53-resolver/dns-firewall/queries" = 0.60 }
    source  = "aws.amazon.com/route53/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { vpc_id = "x" }
    want   = {}
    unused = ["queries"]
    status = "usage"
  }
}
