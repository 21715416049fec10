# A Resolver endpoint: hours of each of its addresses, at least two, and the
# queries that pass it, cheaper above a billion a month. Queries that networks
# ask their resolver without an endpoint are free.
resource "aws_route53_resolver_endpoint" {
  usage "monthly_queries" {
    unit        = "queries"
    description = "queries a month through the endpoint"
  }

  cost "addresses" {
    quantity = length(self.ip_address) * hours
    unit     = "hour"
    price    = "route53/resolver-endpoint-eni"
  }

  cost "queries" {
    quantity = usage.monthly_queries / 1000000
    unit     = "1M-queries"
    price    = "route53-resolver/queries"
  }

  uses "endpoint" {
    gap = "no source gives the energy of name service"
  }

  example "in two zones" {
    given   = { direction = "INBOUND", ip_address = [{ subnet_id = "subnet-1" }, { subnet_id = "subnet-2" }] }
    usage   = { monthly_queries = 20000000 }
    want    = { addresses = 1460, queries = 20 }
    monthly = "190.50"
    prices  = { "route53/resolver-endpoint-eni" = 0.125, "route53-resolver/queries" = 0.40 }
    source  = "aws.amazon.com/route53/pricing, us-east-1, 2025-08 (addresses) and 2025-06 (queries)"
    status  = "priced"
  }

  example "addresses known only after apply, queries not given" {
    given  = { direction = "OUTBOUND", ip_address = unknown }
    want   = {}
    gaps   = ["addresses"]
    unused = ["queries"]
    status = "gap"
  }
}
