# The namespace makes a public hosted zone, which is billed by the month, and so
# are questions to it; questions to the API of Cloud Map by the million. What is
# registered in it is a resource of its own.
resource "aws_service_discovery_public_dns_namespace" {
  usage "monthly_standard_queries" {
    unit        = "queries"
    description = "DNS queries a month"
  }
  usage "monthly_discovery_calls" {
    unit        = "calls"
    default     = null
    description = "questions a month through the API, not through DNS"
  }

  part "" {
    card  = "aws_service_discovery_private_dns_namespace"
    given = {}
    usage = { monthly_discovery_calls = usage.monthly_discovery_calls }
  }
  cost "queries" {
    quantity = usage.monthly_standard_queries / 1000000
    unit     = "1M-queries"
    price    = "route53/queries/standard"
  }

  example "a namespace" {
    given   = { name = "shop.example.com" }
    usage   = { monthly_standard_queries = 10000000 }
    want    = { "hosted zone" = 1, queries = 10 }
    monthly = "4.50"
    prices  = { "route53/hosted-zone" = 0.50, "route53/queries/standard" = 0.40 }
    source  = "aws.amazon.com/route53/pricing, us-east-1, 2025-06"
    status  = "priced"
  }

  example "use not given" {
    given  = { name = unknown }
    want   = { "hosted zone" = 1 }
    unused = ["queries"]
    status = "partial"
  }
}
